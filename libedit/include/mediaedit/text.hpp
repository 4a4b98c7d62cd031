// Measures a text overlay without drawing it.
//
//     auto box = measure_text(TextOverlay{.text = "Kerja bakti"}, Canvas{{1080, 1350}});
//     if (box && box->overflows) warn();
#pragma once

#include <mediaedit/export.hpp>
#include <mediaedit/geometry.hpp>
#include <mediaedit/recipe.hpp>
#include <mediaedit/result.hpp>

#include <string>

namespace mediaedit {

/// The position of a text on a result.
struct TextBox {
    /// The ink with its outline, shadow or box, in the result. For plain text with an area of its
    /// own, only the lines.
    PixelRect box;
    int lines = 0;
    bool overflows = false;    ///< the text does not fit into its area or the safe area
    bool breaks_word = false;  ///< a word was too long for a line and was broken at a syllable
    std::string font_used{};   ///< the fallback, if the overlay's font is not installed; else empty
    int missing_letters = 0;   ///< letters that no installed font has; drawn as boxes with numbers
};

/// Measures `overlay` on `canvas` as an export would draw it.
/// Errors: bad_recipe if the text is not UTF-8 or the canvas is empty.
MEDIAEDIT_API Result<TextBox> measure_text(const TextOverlay& overlay, const Canvas& canvas);

}  // namespace mediaedit
