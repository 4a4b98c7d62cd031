// Lays out and draws text, for photos, videos and previews alike.
#pragma once

#include "text/layer.hpp"

#include <mediaedit/export.hpp>
#include <mediaedit/geometry.hpp>
#include <mediaedit/plan.hpp>
#include <mediaedit/recipe.hpp>

#include <memory>
#include <string>

namespace mediaedit::internal {

/// The background of a text. Units: 0 black to 1 white (WCAG relative luminance).
struct Backdrop {
    double darkest = 0;   ///< 5th percentile
    double lightest = 1;  ///< 95th percentile
    double busy = 0;      ///< 0 flat to 1: mean difference of neighbouring pixels
};

/// How a text is drawn, chosen for its background. Never TextStyle::automatic.
struct TextLook {
    TextStyle style = TextStyle::plain;
    Color color;
    Color behind;  ///< of the outline, shadow or box
};

/// Keeps a contrast of 4.5:1 to the background: plain if the text has it and the background is
/// calm, outline if it nearly has it, else a box. A style other than automatic is kept.
TextLook choose_look(const TextOverlay& overlay, const Backdrop& backdrop) noexcept;

/// A text set in lines. Its box has space for any style, so that measuring needs no picture.
/// Errors: bad_recipe (not UTF-8).
class MEDIAEDIT_INTERNAL TextLayout {
public:
    TextLayout(const TextOverlay& overlay, const PlannedOverlay& plan);
    TextLayout(TextLayout&&) noexcept;
    TextLayout& operator=(TextLayout&&) noexcept;
    ~TextLayout();

    [[nodiscard]] PixelRect box()
        const noexcept;  ///< in the result, including outline, shadow or box
    [[nodiscard]] int lines() const noexcept;
    [[nodiscard]] bool overflows() const noexcept;  ///< higher or wider than the plan's `within`
    [[nodiscard]] bool breaks_word()
        const noexcept;  ///< a word is too long for a line at this size
    [[nodiscard]] const std::string& font_used()
        const noexcept;  ///< if the overlay's font is not installed; else empty
    [[nodiscard]] int missing_letters() const noexcept;  ///< in no installed font

    /// Draws the part within a result of that size; empty if there is none. Threads: any number may
    /// draw the same text.
    [[nodiscard]] Layer draw(const TextLook& look, PixelSize result) const;

private:
    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace mediaedit::internal
