// Chooses a style in which a text is readable.
#include "text/contrast.hpp"
#include "text/text_layout.hpp"

#include <algorithm>
#include <array>

namespace mediaedit::internal {
namespace {

// Mean differences of neighbouring pixels in areas of a title's size, measured on eleven phone
// photos: sky and walls have under 0.01, half of all areas under 0.03, one in ten over 0.06
// (leaves, crowds, shelves).
constexpr double calm = 0.03;
constexpr double moderately_busy = 0.06;

constexpr Color black{0, 0, 0, 255};
constexpr Color white{255, 255, 255, 255};
constexpr unsigned char dark_box_alpha = 158;   // 0.62
constexpr unsigned char light_box_alpha = 217;  // 0.85
constexpr unsigned char shadow_alpha = 200;
constexpr unsigned char least_readable_alpha =
    160;  // 0.63; fainter text is not checked for contrast

double contrast_over(const Color& text, const Rgb& ground) noexcept {
    return contrast(luminance(over(text, ground)), luminance(ground));
}

Color with_alpha(Color color, unsigned char alpha) noexcept {
    color.alpha = alpha;
    return color;
}

/// Black or white, whichever has more contrast to `text`: one of them always has 4.5:1 to opaque
/// text.
Color opposite(const Color& text) noexcept {
    const double own = luminance(over(with_alpha(text, 255), {}));
    return contrast(own, 0) >= contrast(own, 1) ? black : white;
}

/// As transparent as possible while the text stays readable on any background, so that a recipe has
/// the same box in all results.
Color box_for(const Color& text) noexcept {
    const Color solid = opposite(text);
    const bool dark = solid == black;
    const Rgb hardest = grey_of(dark ? 1 : 0);
    int alpha = dark ? dark_box_alpha : light_box_alpha;
    // A little more than needed, since drawing rounds to 8 bits.
    const auto enough = [&] {
        return contrast_over(text, over(with_alpha(solid, static_cast<unsigned char>(alpha)),
                                        hardest)) >= readable_contrast * 1.02;
    };
    while (alpha < 255 && !enough()) ++alpha;
    return with_alpha(solid, static_cast<unsigned char>(alpha));
}

bool readable_everywhere(const Color& text, const Backdrop& backdrop) noexcept {
    const double own = luminance(over(text, grey_of((backdrop.darkest + backdrop.lightest) / 2)));
    // If the background is partly darker and partly lighter than the text, somewhere it is just as
    // light.
    if (own > backdrop.darkest && own < backdrop.lightest) return false;
    return contrast_over(text, grey_of(backdrop.darkest)) >= readable_contrast &&
           contrast_over(text, grey_of(backdrop.lightest)) >= readable_contrast;
}

bool readable_mostly(const Color& text, const Backdrop& backdrop) noexcept {
    return contrast_over(text, grey_of((backdrop.darkest + backdrop.lightest) / 2)) >=
           readable_contrast;
}

TextStyle style_over(const TextOverlay& overlay, const Backdrop& backdrop) noexcept {
    if (overlay.box_color) return TextStyle::box;
    // Faint letters are meant to be transparent, as in a watermark; a box would not be.
    if (overlay.color.alpha < least_readable_alpha) return TextStyle::plain;
    const bool everywhere = readable_everywhere(overlay.color, backdrop);
    if (everywhere && backdrop.busy <= calm) return TextStyle::plain;
    if ((everywhere || readable_mostly(overlay.color, backdrop)) &&
        backdrop.busy <= moderately_busy)
        return TextStyle::outline;
    return TextStyle::box;
}

}  // namespace

TextLook choose_look(const TextOverlay& overlay, const Backdrop& backdrop) noexcept {
    const TextStyle style =
        overlay.style == TextStyle::automatic ? style_over(overlay, backdrop) : overlay.style;
    switch (style) {
        case TextStyle::automatic:
        case TextStyle::plain: break;
        case TextStyle::outline:
            return {style, overlay.color, with_alpha(opposite(overlay.color), overlay.color.alpha)};
        case TextStyle::shadow:
            return {style, overlay.color, with_alpha(opposite(overlay.color), shadow_alpha)};
        case TextStyle::box:
            return {style, overlay.color, overlay.box_color.value_or(box_for(overlay.color))};
    }
    return {TextStyle::plain, overlay.color, Color{0, 0, 0, 0}};
}

}  // namespace mediaedit::internal
