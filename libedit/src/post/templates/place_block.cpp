// The blocks of a layout with their words: placed as overlays.
#include "plan/overlay_plan.hpp"
#include "post/templates/post_colors.hpp"
#include "post/templates/word_block.hpp"

#include <algorithm>
#include <utility>

namespace mediaedit::internal {
namespace {

/// A fraction of the shorter side, before the factor of the shape.
constexpr double rule_width = 0.11;
constexpr double logo_in_chip = 0.8;
constexpr unsigned char faint = 70;

TextOverlay placed(const PostText& text, int x, int y, int width_px, const PostStyle& style) {
    auto overlay = text.overlay;
    overlay.area = style.frame.area({x, y, width_px, text.height_px});
    return overlay;
}

/// The offset of a centred overlay whose middle shall be at a point. Without an offset it stands in
/// the middle of the safe area.
Point offset_of_middle(double x, double y, const PostFrame& frame) noexcept {
    const auto safe = safe_rect(frame.size, frame.unsafe);
    return {(x - safe.x - safe.width / 2.0) / frame.size.width,
            (y - safe.y - safe.height / 2.0) / frame.size.height};
}

/// The texts beside a mark, in the middle of the block's height.
void place_beside(const WordBlock& block, int x, int y, int width_px, const PostStyle& style,
                  std::vector<Overlay>& overlays) {
    const int top = y + (block.height_px - block.first.height_px - block.second.height_px) / 2;
    if (!block.beside.empty()) overlays.emplace_back(placed(block.first, x, top, width_px, style));
    if (!block.beneath.empty())
        overlays.emplace_back(
            placed(block.second, x, top + block.first.height_px, width_px, style));
}

void place_code(const WordBlock& block, int x, int y, const BlockStyle& style,
                std::vector<Overlay>& overlays) {
    const auto& frame = style.post.frame;
    const int side = style.code_px(), beside = side + style.beside_gap_px();
    QrOverlay code;
    code.text = block.text;
    // A code has whole pixels, so it may be drawn a little smaller. Anchored at the left it still
    // begins where the texts begin.
    code.anchor = Anchor::left;
    code.offset = {offset_of_middle(x, 0, frame).x +
                       safe_rect(frame.size, frame.unsafe).width / 2.0 / frame.size.width,
                   offset_of_middle(0, y + side / 2.0, frame).y};
    code.size = frame.fraction(side);
    overlays.emplace_back(std::move(code));
    place_beside(block, x + beside, y, std::max(8, style.width_px - beside), style.post, overlays);
}

void place_signature(const WordBlock& block, int x, int y, const BlockStyle& style,
                     std::vector<Overlay>& overlays) {
    const auto& frame = style.post.frame;
    const auto file = style.post.words.word("logo");
    int mark = 0;
    if (!file.empty()) {
        mark = style.logo_px();
        const int top = y + (block.height_px - mark) / 2;
        const bool on_paper = style.layout.ground == Role::paper;
        // A logo keeps its colours, so on a coloured ground it gets white behind it.
        if (!on_paper)
            overlays.emplace_back(PanelOverlay{.area = frame.area({x, top, mark, mark}),
                                               .color = style.post.colors.paper,
                                               .radius = frame.fraction(mark * 0.2)});
        PictureOverlay logo;
        logo.file = file;
        logo.anchor = Anchor::center;
        logo.offset = offset_of_middle(x + mark / 2.0, top + mark / 2.0, frame);
        logo.size = frame.fraction(mark * (on_paper ? 1 : logo_in_chip));
        overlays.emplace_back(std::move(logo));
    }
    const int beside = mark > 0 ? mark + style.beside_gap_px() : 0;
    place_beside(block, x + beside, y, std::max(8, style.width_px - beside), style.post, overlays);
}

void place_rule(const WordBlock& block, int x, int y, const BlockStyle& style,
                std::vector<Overlay>& overlays) {
    const int width = std::min(style.width_px, static_cast<int>(style.px(rule_width)));
    overlays.emplace_back(
        PanelOverlay{.area = style.post.frame.area({x, y, width, block.height_px}),
                     .color = style.color_of_mark(*block.spec)});
}

void place_bar(const WordBlock& block, int x, int y, const BlockStyle& style,
               std::vector<Overlay>& overlays) {
    const auto& frame = style.post.frame;
    auto track = style.color_of_words({});
    track.alpha = faint;
    const double radius = frame.fraction(block.height_px / 2.0);
    overlays.emplace_back(PanelOverlay{.area = frame.area({x, y, style.width_px, block.height_px}),
                                       .color = track,
                                       .radius = radius});
    const int done = style.width_px * percent_of(block.text).value_or(0) / 100;
    if (done == 0) return;
    overlays.emplace_back(
        PanelOverlay{.area = frame.area({x, y, std::max(done, block.height_px), block.height_px}),
                     .color = style.color_of_mark(*block.spec),
                     .radius = radius});
}

}  // namespace

void place(const WordBlock& block, int x, int y, const BlockStyle& style,
           std::vector<Overlay>& overlays) {
    switch (block.spec->kind) {
        case Block::Kind::text:
        case Block::Kind::chip:
            overlays.emplace_back(placed(block.first, x, y, style.width_px, style.post));
            break;
        case Block::Kind::rule: place_rule(block, x, y, style, overlays); break;
        case Block::Kind::bar: place_bar(block, x, y, style, overlays); break;
        case Block::Kind::code: place_code(block, x, y, style, overlays); break;
        case Block::Kind::signature: place_signature(block, x, y, style, overlays); break;
    }
}

}  // namespace mediaedit::internal
