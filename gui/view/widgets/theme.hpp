// Colours and measures of the window.
#pragma once

#include <imgui.h>

namespace sunting {

/// Checked by a test: text has a contrast of 4.5:1 to its background, borders 3:1 (WCAG 2.1 AA).
struct Palette {
    ImVec4 ground, panel, field;  ///< backgrounds: of the window, of panels, of text fields
    ImVec4 text, muted, border;
    ImVec4 main, on_main, main_pressed;
    ImVec4 chosen;                ///< background of chosen items
    ImVec4 good, warning, error;  ///< of texts and icons
    ImVec4 stage;                 ///< behind pictures
};

/// `contrast`: black on white or white on black, with thick borders.
Palette palette(bool dark, bool contrast);

/// All measures in pixels at 100 %.
struct Theme {
    Palette colors;
    float scale = 1;
    float line = 1.5F;  ///< of borders

    [[nodiscard]] float px(float at_100) const { return at_100 * scale; }
    [[nodiscard]] ImVec2 px(float x, float y) const { return {x * scale, y * scale}; }
};

Theme make_theme(bool dark, bool contrast, float scale);

/// Sets ImGui's style.
void apply(const Theme& theme);

/// The contrast ratio, 1 to 21 (WCAG).
double contrast_of(const ImVec4& one, const ImVec4& other);

}  // namespace sunting
