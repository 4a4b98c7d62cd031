// A text of a post, set in a column of known width.
#pragma once

#include "post/templates/fill_words.hpp"
#include "post/templates/post_frame.hpp"
#include "post/templates/template_file.hpp"

#include <mediaedit/post_template.hpp>

#include <string>

namespace mediaedit::internal {

/// What all texts of a post have in common.
struct PostStyle {
    const FillWords& words;
    const PostFrame& frame;
    const ReadableColors& colors;
    const std::string& font;  ///< a family
    Shape shape;
};

/// Units: fractions of the shorter side, before the factor of the shape.
struct SizeStep {
    double preferred, least;
};
SizeStep size_of(TextSize size) noexcept;

/// A text without its position, and its measures.
struct PostText {
    TextOverlay overlay;
    int height_px = 0, lines = 0;
};

/// Sets `text` in a column of `width_px`. Errors: bad_recipe (not UTF-8), unsupported (no font).
PostText set_text(std::string text, double size_px, double least_px, bool is_bold,
                  const Color& color, int width_px, const PostStyle& style);

/// The height of a text as it will be drawn in a column of `width_px`.
int drawn_height_px(const TextOverlay& text, int width_px, const PostStyle& style);

/// A short text on a box in the lower left of `cell`.
TextOverlay chip_on(const PixelRect& cell, const std::string& text, const PostStyle& style);

}  // namespace mediaedit::internal
