// How large a text will be, without drawing it.
#pragma once

#include <mediaedit/export.hpp>
#include <mediaedit/geometry.hpp>
#include <mediaedit/recipe.hpp>
#include <mediaedit/result.hpp>

#include <string>

namespace mediaedit {

/// Where a text would stand on a result.
struct TextBox {
    PixelRect box;  ///< the ink with its outline, shadow or box, in the result; of plain text in an
                    ///< area of its own the lines alone
    int lines = 0;
    bool overflows = false;    ///< it does not fit into its area, or the safe area
    bool breaks_word = false;  ///< one is too long for a line, and was broken between its syllables
    std::string font_used{};  ///< instead of the overlay's font, which is not installed; else empty
    int missing_letters =
        0;  ///< no installed font has them; boxes with numbers stand in their place
};

/// Measures `overlay` on `canvas` as an export would draw it.
/// Errors: bad_recipe when the text is not UTF-8 or the canvas is empty.
MEDIAEDIT_API Result<TextBox> measure_text(const TextOverlay& overlay, const Canvas& canvas);

}  // namespace mediaedit
