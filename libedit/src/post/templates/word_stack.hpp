// The words of a post, one block above the other: measured, made to fit, and placed.
#pragma once

#include "post/templates/word_block.hpp"

#include <cstddef>
#include <vector>

namespace mediaedit::internal {

class WordStack {
public:
    /// Leaves out blocks without words. The others have their preferred sizes if they fit into
    /// `width_px` x `most_height_px`, else smaller ones, down to half of them or to what can still
    /// be read. Errors: bad_recipe (a word is not UTF-8), unsupported (no font).
    WordStack(const Layout& layout, const PostStyle& style, int width_px, int most_height_px);

    [[nodiscard]] bool fits() const noexcept { return fits_; }
    [[nodiscard]] int height_px() const noexcept { return height_px(0, blocks_.size()); }

    /// Blocks of the end are placed at the bottom of `content`; the others at its top, or in the
    /// middle of the rest.
    enum class At { head, middle };
    void place(const PixelRect& content, At at, std::vector<Overlay>& overlays) const;

private:
    [[nodiscard]] int height_px(std::size_t from, std::size_t to) const noexcept;
    [[nodiscard]] std::size_t first_at_end() const noexcept;
    void shorten(int most_height_px);

    BlockStyle style_;
    std::vector<WordBlock> blocks_;
    bool fits_ = true;
};

}  // namespace mediaedit::internal
