// Text set in lines: outlines to fill and coloured glyphs to show, free of Pango.
#pragma once

#include "text/handles.hpp"

#include <string>
#include <vector>

namespace mediaedit::internal {

/// Units of everything here: em, rightwards and downwards; the baseline of the first line is y = 0.
struct EmRect {
    double left = 0;
    double top = 0;
    double right = 0;
    double bottom = 0;
    [[nodiscard]] double width() const noexcept { return right - left; }
    [[nodiscard]] double height() const noexcept { return bottom - top; }
    bool operator==(const EmRect&) const = default;
};

/// Glyphs that bring their own colours. Units: pixels at the reference size.
struct ColouredGlyphs {
    CairoScaledFontPtr font;
    std::vector<cairo_glyph_t> glyphs;
};

/// Threads: never changed once made, so any number of threads may draw it.
struct SetText {
    CairoPathPtr outlines;  ///< Units: pixels at the reference size
    std::vector<ColouredGlyphs> coloured;
    EmRect ink;         ///< what is really painted
    EmRect lines_area;  ///< from the lines' widths, first to last baseline
    int lines = 0;
    [[nodiscard]] bool empty() const noexcept { return ink == EmRect{}; }
};

enum class Column { left, center, right };

/// What became of the words when lines were broken.
enum class Words { whole, broken };

/// Breaks a text into lines, at one width or another.
/// Errors: unsupported, when the machine has no font.
/// Threads: belongs to the thread that made it.
class LineSetter {
public:
    LineSetter(const std::string& text, const std::string& font);

    /// Breaks between words, inside a word only where it is wider than a line: between its
    /// syllables, with a hyphen. Few lines are made about equally wide.
    Words break_lines(double width_em);

    /// Of the widest word, or part of one that the writer lets break.
    [[nodiscard]] double widest_word_em();

    [[nodiscard]] double first_to_last_baseline_em() const;
    [[nodiscard]] int missing_letters()
        const;  ///< in no installed font; a box with their number is drawn
    [[nodiscard]] SetText set(Column column) const;

private:
    /// Sets the text with soft hyphens in the words that are wider than a line.
    void hyphenate(int width);
    void set_whole_text();

    std::string text_;
    GObjectPtr<PangoLayout> layout_;
    bool hyphenated_ = false;
};

}  // namespace mediaedit::internal
