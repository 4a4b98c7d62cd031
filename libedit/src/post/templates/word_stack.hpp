// The words of a post, one block above the other: measured, made to fit, and placed.
#pragma once

#include "post/templates/fill_words.hpp"
#include "post/templates/post_frame.hpp"
#include "post/templates/template_file.hpp"

#include <mediaedit/post_template.hpp>

#include <memory>
#include <string>
#include <vector>

namespace mediaedit::internal {

/// What all words of one post have in common.
struct PostLook {
    const FillWords& words;
    const PostFrame& frame;
    const ReadableColors& colors;
    const std::string& font;  ///< a family
    Shape shape;
};

/// Errors: bad_recipe (a word is not UTF-8), unsupported (no font).
class WordStack {
public:
    /// Blocks without words are left out. The others are set as large as wished when they fit into
    /// `width_px` x `most_height_px`, else smaller, down to where they could no longer be read.
    WordStack(const Layout& layout, const PostLook& look, int width_px, int most_height_px);
    ~WordStack();
    WordStack(const WordStack&) = delete;
    WordStack& operator=(const WordStack&) = delete;

    [[nodiscard]] bool fits() const noexcept;
    [[nodiscard]] int height_px() const noexcept;

    /// Those at the end stand at the foot of `content`; the others at its head, or in the middle of
    /// what is left.
    enum class At { head, middle };
    void place(const PixelRect& content, At at, std::vector<Overlay>& overlays) const;

private:
    struct State;
    std::unique_ptr<State> state_;
};

/// A short text on a box in the lower left of `cell`.
TextOverlay chip_on(const PixelRect& cell, const std::string& text, const PostLook& look);

}  // namespace mediaedit::internal
