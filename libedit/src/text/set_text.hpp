// Text set in lines: outlines to fill and coloured glyphs to draw, independent of Pango.
#pragma once

#include "text/handles.hpp"

#include <string>
#include <vector>

namespace mediaedit::internal {

inline double to_px(int pango_units) noexcept {
    return static_cast<double>(pango_units) / PANGO_SCALE;
}

/// Units: em, to the right and down; y = 0 is the baseline of the first line.
struct EmRect {
    double left = 0;
    double top = 0;
    double right = 0;
    double bottom = 0;
    [[nodiscard]] double width() const noexcept { return right - left; }
    [[nodiscard]] double height() const noexcept { return bottom - top; }
    bool operator==(const EmRect&) const = default;
};

/// Glyphs with their own colours. Units: pixels at the reference size.
struct ColouredGlyphs {
    CairoScaledFontPtr font;
    std::vector<cairo_glyph_t> glyphs;
};

/// Threads: immutable, so any number of threads may draw it.
struct SetText {
    CairoPathPtr outlines;  ///< Units: pixels at the reference size
    std::vector<ColouredGlyphs> coloured;
    EmRect ink;         ///< what is painted
    EmRect lines_area;  ///< from the lines' widths, first to last baseline
    int lines = 0;
    [[nodiscard]] bool empty() const noexcept { return ink == EmRect{}; }
};

enum class Column { left, center, right };

/// Whether words had to be broken.
enum class Words { whole, broken };

/// Breaks a text into lines, for various widths. Errors: unsupported, when no font is installed.
/// Threads: belongs to the thread that made it.
class LineSetter {
public:
    LineSetter(const std::string& text, const std::string& font);

    /// Breaks between words. A word wider than a line is broken between syllables, with a hyphen.
    /// If there are few lines, they are made about equally wide.
    Words break_lines(double width_em);

    /// The width of the widest word, or of a part of it between soft hyphens.
    [[nodiscard]] double widest_word_em();

    [[nodiscard]] double first_to_last_baseline_em() const;
    [[nodiscard]] int missing_letters()
        const;  ///< in no installed font; a box with the code point is drawn
    [[nodiscard]] SetText set(Column column) const;

private:
    /// Adds soft hyphens to the words that are wider than a line.
    void hyphenate(int width);
    void set_whole_text();

    std::string text_;
    GObjectPtr<PangoLayout> layout_;
    bool hyphenated_ = false;
};

}  // namespace mediaedit::internal
