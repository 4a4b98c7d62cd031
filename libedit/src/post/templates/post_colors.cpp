// Colours that can be read on each other.
#include "post/templates/post_colors.hpp"

#include "base/message.hpp"
#include "recipe/words.hpp"
#include "text/contrast.hpp"

#include <cmath>
#include <optional>

namespace mediaedit {
namespace internal {
namespace {

constexpr Color black{0, 0, 0, 255}, white{255, 255, 255, 255}, nearly_black{28, 33, 38, 255};
/// With less contrast a colour is not adjusted but replaced: it would become another colour.
constexpr double nearly_readable = 3;
/// With a margin for rounding to 8 bits and to the codes of video.
constexpr double enough = readable_contrast * 1.02;

double light_of(const Color& color) { return luminance(over(color, {})); }
double contrast_of(const Color& one, const Color& other) {
    return contrast(light_of(one), light_of(other));
}

Color mixed(const Color& from, const Color& to, double share) {
    const auto mix = [share](unsigned char one, unsigned char other) {
        return static_cast<unsigned char>(std::lround(one + (other - one) * share));
    };
    return {mix(from.red, to.red), mix(from.green, to.green), mix(from.blue, to.blue), 255};
}

/// The first colour between `from` and `to` that is readable on `ground`, if there is one.
std::optional<Color> towards(const Color& from, const Color& to, const Color& ground) {
    for (int step = 0; step <= 50; ++step)
        if (const auto tried = mixed(from, to, step / 50.0); contrast_of(tried, ground) >= enough)
            return tried;
    return {};
}

double distance(const Color& one, const Color& other) {
    return std::abs(one.red - other.red) + std::abs(one.green - other.green) +
           std::abs(one.blue - other.blue);
}

Color plain_words_on(const Color& ground) {
    for (const auto& color : {white, nearly_black})
        if (contrast_of(color, ground) >= enough) return color;
    return contrast_of(white, ground) > contrast_of(black, ground) ? white : black;
}

Color opaque(Color color) {
    color.alpha = 255;
    return color;
}

}  // namespace

Color readable_on(const Color& color, const Color& ground) {
    const auto darker = towards(opaque(color), black, ground),
               lighter = towards(opaque(color), white, ground);
    if (!darker || !lighter) return darker ? *darker : lighter.value_or(plain_words_on(ground));
    return distance(*darker, color) <= distance(*lighter, color) ? *darker : *lighter;
}

Color color_of(const ReadableColors& colors, Role role) {
    switch (role) {
        case Role::main: return colors.main;
        case Role::second: return colors.second;
        case Role::on_main: return colors.on_main;
        case Role::on_second: return colors.on_second;
        case Role::ink: return colors.ink;
        case Role::paper: break;
    }
    return colors.paper;
}

Role words_on(Role ground) noexcept {
    switch (ground) {
        case Role::main: return Role::on_main;
        case Role::second: return Role::on_second;
        case Role::ink: return Role::paper;
        default: return Role::ink;
    }
}

Color color_on(const ReadableColors& colors, Role role, Role ground) {
    const auto color = color_of(colors, role), behind = color_of(colors, ground);
    // Changed that much it would be another colour, and an ugly one: yellow becomes brown.
    if (contrast_of(color, behind) < nearly_readable) return color_of(colors, words_on(ground));
    return readable_on(color, behind);
}

}  // namespace internal

ReadableColors readable_colors(const Village& village) {
    using namespace internal;
    ReadableColors colors{
        opaque(village.main_color), opaque(village.second_color), {}, {}, nearly_black, white, {}};
    const auto shown = [](const Color& color) { return to_text(opaque(color)); };
    if (const auto with_white = contrast_of(colors.main, white);
        with_white < enough && with_white >= nearly_readable) {
        colors.main = towards(colors.main, black, white).value_or(black);
        colors.notes.push_back(
            tr("White words could hardly be read on the main colour {color}, so it is a little "
               "darker in templates: {used}.",
               {{"color", shown(village.main_color)}, {"used", shown(colors.main)}}));
    }
    colors.on_main = plain_words_on(colors.main);
    colors.second = readable_on(colors.second, colors.main);
    if (colors.second != opaque(village.second_color))
        colors.notes.push_back(
            tr("The second colour {color} could hardly be read on the main colour, so it is {used} "
               "in templates.",
               {{"color", shown(village.second_color)}, {"used", shown(colors.second)}}));
    colors.on_second = plain_words_on(colors.second);
    return colors;
}

}  // namespace mediaedit
