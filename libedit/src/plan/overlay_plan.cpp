// Fractions of a result become the pixels of an overlay.
#include "plan/overlay_plan.hpp"

#include <algorithm>
#include <cmath>

namespace mediaedit::internal {
namespace {

constexpr double least_margin = 0.04;
constexpr double largest_px = 1e6;

/// As safe_rect, before rounding.
struct Span {
    double begin;
    double end;
    [[nodiscard]] double length() const noexcept { return end - begin; }
};

Span safe_span(double length, double margin_before, double margin_after, double least) noexcept {
    const Span span{std::max(margin_before * length, least), length - std::max(margin_after * length, least)};
    if (span.length() >= 1) return span;
    const double middle = std::clamp((span.begin + span.end) / 2, 0.5, std::max(0.5, length - 0.5));
    return {middle - 0.5, middle + 0.5};
}

Span safe_columns(PixelSize size, const Margins& margins) noexcept {
    return safe_span(size.width, margins.left, margins.right, least_margin * std::min(size.width, size.height));
}

Span safe_rows(PixelSize size, const Margins& margins) noexcept {
    return safe_span(size.height, margins.top, margins.bottom, least_margin * std::min(size.width, size.height));
}

int rounded(double value) noexcept { return static_cast<int>(std::lround(std::clamp(value, -largest_px, largest_px))); }

}  // namespace

PixelRect safe_rect(PixelSize size, const Margins& margins) noexcept {
    const Span columns = safe_columns(size, margins);
    const Span rows = safe_rows(size, margins);
    const int x = rounded(columns.begin);
    const int y = rounded(rows.begin);
    return {x, y, std::max(1, rounded(columns.end) - x), std::max(1, rounded(rows.end) - y)};
}

PlannedOverlay plan_overlay(const Overlay& overlay, std::size_t index, const Canvas& canvas) noexcept {
    const double shorter = std::min(canvas.size.width, canvas.size.height);
    PlannedOverlay planned;
    planned.index = index;
    planned.within = safe_rect(canvas.size, canvas.safe_area);
    std::visit(
        [&](const auto& wish) {
            planned.anchor = wish.anchor;
            planned.size_px = std::max(1, rounded(wish.size * shorter));
            planned.within.x += rounded(wish.offset.x * canvas.size.width);
            planned.within.y += rounded(wish.offset.y * canvas.size.height);
        },
        overlay);
    if (const auto* text = std::get_if<TextOverlay>(&overlay)) {
        const double width = safe_columns(canvas.size, canvas.safe_area).length();
        const double height = safe_rows(canvas.size, canvas.safe_area).length();
        planned.max_width_px = std::max(1, rounded(text->max_width * planned.within.width));
        planned.em_px = std::clamp(text->size * shorter, 1.0, largest_px);
        planned.max_width_em = text->max_width * width / planned.em_px;
        planned.max_height_em = height / planned.em_px;
    }
    return planned;
}

}  // namespace mediaedit::internal
