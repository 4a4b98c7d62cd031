// The words of a post, one block above the other.
#include "post/templates/word_stack.hpp"

#include <algorithm>

namespace mediaedit::internal {

WordStack::WordStack(const Layout& layout, const PostStyle& style, int width_px, int most_height_px)
    : style_{layout, style, width_px}, blocks_(blocks_with_words(layout, style)) {
    constexpr double least_share = 0.5;
    for (style_.share = 1; style_.share > least_share; style_.share -= 0.05) {
        for (auto& block : blocks_) measure(block, style_);
        if (height_px() <= most_height_px) return;
    }
    fits_ = false;
    shorten(most_height_px);
}

int WordStack::height_px(std::size_t from, std::size_t to) const noexcept {
    int sum = 0;
    for (std::size_t i = from; i < to; ++i)
        sum += blocks_[i].height_px + (i > from ? style_.gap_px(blocks_[i]) : 0);
    return sum;
}

std::size_t WordStack::first_at_end() const noexcept {
    return static_cast<std::size_t>(
        std::ranges::find_if(blocks_, [](const WordBlock& block) { return block.spec->at_end; }) -
        blocks_.begin());
}

/// Cuts the highest text to the height that is left. Drawing it reports that it does not fit.
void WordStack::shorten(int most_height_px) {
    const int over = height_px() - most_height_px;
    if (over <= 0) return;
    WordBlock* highest = nullptr;
    for (auto& block : blocks_)
        if (block.spec->kind == Block::Kind::text &&
            (!highest || block.height_px > highest->height_px))
            highest = &block;
    if (!highest) return;
    highest->height_px = std::max(style_.post.frame.step, highest->height_px - over);
    highest->first.height_px = highest->height_px;
}

void WordStack::place(const PixelRect& content, At at, std::vector<Overlay>& overlays) const {
    const auto count = blocks_.size(), foot = first_at_end();
    const int foot_height = height_px(foot, count),
              foot_gap = foot < count && foot > 0 ? style_.gap_px(blocks_[foot]) : 0;
    const int room = content.height - foot_height - foot_gap;
    int y = content.y + (at == At::middle ? std::max(0, (room - height_px(0, foot)) / 2) : 0);
    for (std::size_t i = 0; i < count; ++i) {
        if (i == foot)
            y = std::max(i > 0 ? y + foot_gap : y, content.y + content.height - foot_height);
        else if (i > 0) y += style_.gap_px(blocks_[i]);
        internal::place(blocks_[i], content.x, y, style_, overlays);
        y += blocks_[i].height_px;
    }
}

}  // namespace mediaedit::internal
