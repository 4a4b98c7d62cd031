// Positions and sizes of overlays in pixels of the result.
#include "plan/overlay_plan.hpp"

#include "plan/geometry.hpp"

#include <algorithm>
#include <cmath>

namespace mediaedit::internal {
namespace {

constexpr double least_margin = 0.04;
constexpr double largest_px = 1e6;

/// One axis of safe_rect, before rounding.
struct Span {
    double begin;
    double end;
    [[nodiscard]] double length() const noexcept { return end - begin; }
};

Span safe_span(double length, double margin_before, double margin_after, double least) noexcept {
    const Span span{std::max(margin_before * length, least),
                    length - std::max(margin_after * length, least)};
    if (span.length() >= 1) return span;
    const double middle = std::clamp((span.begin + span.end) / 2, 0.5, std::max(0.5, length - 0.5));
    return {middle - 0.5, middle + 0.5};
}

Span safe_columns(PixelSize size, const Margins& margins) noexcept {
    return safe_span(size.width, margins.left, margins.right,
                     least_margin * std::min(size.width, size.height));
}

Span safe_rows(PixelSize size, const Margins& margins) noexcept {
    return safe_span(size.height, margins.top, margins.bottom,
                     least_margin * std::min(size.width, size.height));
}

int rounded(double value) noexcept {
    return static_cast<int>(std::lround(std::clamp(value, -largest_px, largest_px)));
}

}  // namespace

PixelRect safe_rect(PixelSize size, const Margins& margins) noexcept {
    const Span columns = safe_columns(size, margins);
    const Span rows = safe_rows(size, margins);
    const int x = rounded(columns.begin);
    const int y = rounded(rows.begin);
    return {x, y, std::max(1, rounded(columns.end) - x), std::max(1, rounded(rows.end) - y)};
}

namespace {

double shorter_side(PixelSize size) noexcept { return std::min(size.width, size.height); }

/// Positions an overlay by its anchor in the safe area.
template <class AnchoredOverlay>
void anchor_in_safe_area(PlannedOverlay& planned, const AnchoredOverlay& overlay,
                         const Canvas& canvas) noexcept {
    planned.anchor = overlay.anchor;
    planned.size_px = std::max(1, rounded(overlay.size * shorter_side(canvas.size)));
    planned.within = safe_rect(canvas.size, canvas.safe_area);
    planned.within.x += rounded(overlay.offset.x * canvas.size.width);
    planned.within.y += rounded(overlay.offset.y * canvas.size.height);
}

void place_in_area(PlannedOverlay& planned, const Area& area, const Canvas& canvas) noexcept {
    planned.in_area = true;
    planned.within = to_pixels(area, canvas.size);
}

struct Planner {
    PlannedOverlay& planned;
    const Canvas& canvas;

    void operator()(const TextOverlay& text) const noexcept {
        anchor_in_safe_area(planned, text, canvas);
        double width = text.max_width * safe_columns(canvas.size, canvas.safe_area).length();
        double height = safe_rows(canvas.size, canvas.safe_area).length();
        planned.max_width_px = std::max(1, rounded(text.max_width * planned.within.width));
        if (text.area) {
            place_in_area(planned, *text.area, canvas);
            width = text.area->width * canvas.size.width;
            height = text.area->height * canvas.size.height;
            planned.max_width_px = planned.within.width;
        }
        planned.em_px = std::clamp(text.size * shorter_side(canvas.size), 1.0, largest_px);
        planned.max_width_em = width / planned.em_px;
        planned.max_height_em = height / planned.em_px;
        if (text.min_size)
            planned.smallest_share = planned.smallest_share_for_words =
                std::clamp(*text.min_size / text.size, 0.0, 1.0);
    }
    void operator()(const PictureOverlay& picture) const noexcept {
        anchor_in_safe_area(planned, picture, canvas);
        if (!picture.area) return;
        place_in_area(planned, *picture.area, canvas);
        planned.radius_px = rounded(picture.radius * shorter_side(canvas.size));
    }
    void operator()(const QrOverlay& code) const noexcept {
        anchor_in_safe_area(planned, code, canvas);
    }
    void operator()(const PanelOverlay& panel) const noexcept {
        place_in_area(planned, panel.area, canvas);
        planned.radius_px = rounded(panel.radius * shorter_side(canvas.size));
    }
};

}  // namespace

PlannedOverlay plan_overlay(const Overlay& overlay, std::size_t index,
                            const Canvas& canvas) noexcept {
    PlannedOverlay planned;
    planned.index = index;
    std::visit(Planner{planned, canvas}, overlay);
    return planned;
}

}  // namespace mediaedit::internal
