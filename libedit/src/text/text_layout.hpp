// Laying out and drawing text: one path for photo, video and preview.
#pragma once

#include "text/layer.hpp"

#include <mediaedit/export.hpp>
#include <mediaedit/geometry.hpp>
#include <mediaedit/plan.hpp>
#include <mediaedit/recipe.hpp>

#include <memory>
#include <string>

namespace mediaedit::internal {

/// What lies beneath a text. Units: 0 black to 1 white, by the eye (WCAG relative luminance).
struct Backdrop {
    double darkest = 0;   ///< 5th percentile
    double lightest = 1;  ///< 95th percentile
    double busy = 0;      ///< 0 flat to 1: mean difference of neighbours
};

/// How a text will be drawn, once it is known what lies beneath. Never TextStyle::automatic.
struct TextLook {
    TextStyle style = TextStyle::plain;
    Color color;
    Color behind;  ///< of the outline, shadow or box
};

/// Keeps the text at 4.5:1 against what lies beneath: plain where that holds and the ground is
/// calm, outline where it nearly does, else a box. A style that the person chose is kept.
TextLook choose_look(const TextOverlay& overlay, const Backdrop& backdrop) noexcept;

/// A text set in lines. Its boxes hold for every look, so that measuring needs no picture.
/// Errors: bad_recipe (not UTF-8).
class MEDIAEDIT_INTERNAL TextLayout {
public:
    TextLayout(const TextOverlay& overlay, const PlannedOverlay& plan);
    TextLayout(TextLayout&&) noexcept;
    TextLayout& operator=(TextLayout&&) noexcept;
    ~TextLayout();

    [[nodiscard]] PixelRect box()
        const noexcept;  ///< in the result, room for outline, shadow or box included
    [[nodiscard]] int lines() const noexcept;
    [[nodiscard]] bool overflows() const noexcept;    ///< higher or wider than the plan's `within`
    [[nodiscard]] bool breaks_word() const noexcept;  ///< one is too long for a line at its size
    [[nodiscard]] const std::string& font_used()
        const noexcept;  ///< instead of the overlay's, which is not installed; else empty
    [[nodiscard]] int missing_letters() const noexcept;  ///< that no installed font has

    /// What of it can be seen in a result of that size; empty when nothing.
    /// Threads: any number may draw the same text.
    [[nodiscard]] Layer draw(const TextLook& look, PixelSize result) const;

private:
    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace mediaedit::internal
