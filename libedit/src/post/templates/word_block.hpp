// The blocks of a layout with their words: measured, and placed.
#pragma once

#include "post/templates/post_text.hpp"
#include "post/templates/template_file.hpp"

#include <optional>
#include <string>
#include <vector>

namespace mediaedit::internal {

/// A block and its words.
struct WordBlock {
    const Block* spec = nullptr;
    std::string text;             ///< of a text, chip, bar and code
    std::string beside, beneath;  ///< of a code and signature: the two texts beside the mark
    int height_px = 0;
    PostText first, second;  ///< `text` or `beside`; `beneath`
};

/// The sizes and colours of the blocks of a column.
struct BlockStyle {
    const Layout& layout;
    const PostStyle& post;
    int width_px;
    double share = 1;  ///< of the preferred sizes

    [[nodiscard]] Color color_of_words(std::optional<Role> role) const;
    [[nodiscard]] Color color_of_mark(const Block& block) const;
    /// From a fraction of the shorter side.
    [[nodiscard]] double px(double fraction) const noexcept;
    /// Before the block.
    [[nodiscard]] int gap_px(const WordBlock& block) const noexcept;
    // Marks shrink less than words: a code must stay readable for a scanner.
    [[nodiscard]] int code_px() const noexcept;
    [[nodiscard]] int logo_px() const noexcept;
    /// Between a mark and its texts.
    [[nodiscard]] int beside_gap_px() const noexcept { return 2 * post.frame.step; }
};

/// The blocks that have something to show, in the order of the layout.
std::vector<WordBlock> blocks_with_words(const Layout& layout, const PostStyle& style);

/// Sets the texts of a block, and its height.
void measure(WordBlock& block, const BlockStyle& style);

/// Adds the overlays of a measured block.
void place(const WordBlock& block, int x, int y, const BlockStyle& style,
           std::vector<Overlay>& overlays);

}  // namespace mediaedit::internal
