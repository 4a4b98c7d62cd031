// A text of a post, set in a column of known width.
#include "post/templates/post_text.hpp"

#include "plan/overlay_plan.hpp"
#include "text/text_layout.hpp"

#include <algorithm>
#include <utility>

namespace mediaedit::internal {
namespace {

/// Rounding may cost a text a pixel of its height.
constexpr int slack_px = 2;

Area column(int width_px, const PostStyle& style) {
    return {0, 0, static_cast<double>(width_px) / style.frame.size.width, 1};
}

}  // namespace

SizeStep size_of(TextSize size) noexcept {
    switch (size) {
        case TextSize::display: return {0.12, 0.07};
        case TextSize::title: return {0.066, 0.038};
        case TextSize::lead: return {0.043, 0.033};
        case TextSize::small: return {0.028, 0.025};
        case TextSize::body: break;
    }
    return {0.034, 0.029};
}

PostText set_text(std::string text, double size_px, double least_px, bool is_bold,
                  const Color& color, int width_px, const PostStyle& style) {
    PostText set;
    auto& overlay = set.overlay;
    overlay.text = std::move(text);
    overlay.anchor = Anchor::top_left;
    overlay.size = std::clamp(style.frame.fraction(size_px), 0.005, 1.0);
    overlay.min_size = std::clamp(style.frame.fraction(least_px), 0.005, overlay.size);
    overlay.color = color;
    overlay.style = TextStyle::plain;
    overlay.font = style.font + (is_bold ? " Bold" : "");
    auto measured = overlay;
    measured.area = column(width_px, style);
    auto plan = plan_overlay(measured, 0, Canvas{.size = style.frame.size});
    // No bound on the height, which is what is measured.
    plan.max_height_em = 1e6;
    plan.within.height = 1'000'000;
    plan.smallest_share = plan.smallest_share_for_words = 1;
    const TextLayout layout(measured, plan);
    set.height_px = layout.box().height + slack_px;
    set.lines = layout.lines();
    return set;
}

int drawn_height_px(const TextOverlay& text, int width_px, const PostStyle& style) {
    auto drawn = text;
    drawn.area = column(width_px, style);
    const auto plan = plan_overlay(drawn, 0, Canvas{.size = style.frame.size});
    return TextLayout(drawn, plan).box().height + slack_px;
}

TextOverlay chip_on(const PixelRect& cell, const std::string& text, const PostStyle& style) {
    const auto& frame = style.frame;
    TextOverlay chip;
    chip.text = text;
    chip.anchor = Anchor::bottom_left;
    chip.size = std::min(1.0, 0.03 * frame.type);
    chip.min_size = chip.size * 0.7;
    chip.color = style.colors.on_second;
    chip.box_color = style.colors.second;
    chip.style = TextStyle::box;
    chip.font = style.font + " Bold";
    const int inset = 2 * frame.step;
    const PixelRect inside{cell.x + inset, cell.y + inset, cell.width - 2 * inset,
                           cell.height - 2 * inset};
    auto seen = common_part(inside, frame.safe);
    if (seen.width < inset || seen.height < inset) seen = inside;
    chip.area = frame.area(seen);
    return chip;
}

}  // namespace mediaedit::internal
