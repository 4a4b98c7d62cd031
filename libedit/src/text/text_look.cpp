// Which look keeps a text readable on what lies beneath it.
#include "text/contrast.hpp"
#include "text/text_layout.hpp"

#include <algorithm>
#include <cmath>

namespace mediaedit::internal {
namespace {

/// Neighbouring points of a calm sky or wall differ by less.
constexpr double calm = 0.02;
constexpr double still_calm_enough_for_outline = 0.06;

double linear(unsigned char value) noexcept {
    const double v = value / 255.0;
    return v <= 0.04045 ? v / 12.92 : std::pow((v + 0.055) / 1.055, 2.4);
}

Color opposite(Color text, unsigned char dark_alpha, unsigned char light_alpha) noexcept {
    // The colour whose solid form stands out more.
    const double luminance = relative_luminance(text);
    const bool dark_behind = contrast_ratio(luminance, 0) >= contrast_ratio(luminance, 1);
    return dark_behind ? Color{0, 0, 0, dark_alpha} : Color{255, 255, 255, light_alpha};
}

/// A box over the worst ground must still carry the text; a see-through one is made denser until it does.
Color dense_enough(Color box, Color text, const Backdrop& backdrop) noexcept {
    const double letters = relative_luminance(text), solid = relative_luminance(box);
    for (int alpha = box.alpha; alpha < 255; alpha += 5) {
        const double share = alpha / 255.0;
        const auto over = [&](double ground) { return solid * share + ground * (1 - share); };
        if (contrast_ratio(letters, over(backdrop.darkest)) >= readable_contrast && contrast_ratio(letters, over(backdrop.lightest)) >= readable_contrast) {
            box.alpha = static_cast<unsigned char>(alpha);
            return box;
        }
    }
    box.alpha = 255;
    return box;
}

}  // namespace

double relative_luminance(Color color) noexcept { return 0.2126 * linear(color.red) + 0.7152 * linear(color.green) + 0.0722 * linear(color.blue); }

TextLook choose_look(const TextOverlay& overlay, const Backdrop& backdrop) noexcept {
    TextLook look{overlay.style, overlay.color, {}};
    const double letters = relative_luminance(overlay.color);
    const double worst = std::min(contrast_ratio(letters, backdrop.darkest), contrast_ratio(letters, backdrop.lightest));
    if (look.style == TextStyle::automatic) {
        if (overlay.box_color) look.style = TextStyle::box;
        else if (worst >= readable_contrast && backdrop.busy < calm) look.style = TextStyle::plain;
        else if (worst >= 2.5 && backdrop.busy < still_calm_enough_for_outline) look.style = TextStyle::outline;
        else look.style = TextStyle::box;
    }
    if (look.style == TextStyle::box) look.behind = overlay.box_color ? *overlay.box_color : dense_enough(opposite(overlay.color, 158, 220), overlay.color, backdrop);
    else look.behind = overlay.box_color.value_or(opposite(overlay.color, 235, 235));
    return look;
}

}  // namespace mediaedit::internal
