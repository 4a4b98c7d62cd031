// Colour emoji in ImGui's font atlas.
#include "view/widgets/emoji_letters.hpp"

#include "platform/imgui_versions.hpp"
#include "view/widgets/typed_text.hpp"

#include <pango/pangocairo.h>

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <cstring>
#include <memory>

namespace sunting {

std::vector<EmojiLetter> reserve_emoji(ImFont* font, float height) {
    std::vector<EmojiLetter> letters;
    auto& atlas = *ImGui::GetIO().Fonts;
    const int side = static_cast<int>(std::round(height * 0.82F));
    for (unsigned i = 0; i < emoji_shelf().sequences().size(); ++i) {
        const unsigned letter = EmojiShelf::first + i;
        const int rectangle = atlas.AddCustomRectFontGlyph(font, static_cast<ImWchar>(letter), side,
                                                           side, static_cast<float>(side) + 2,
                                                           {1, std::round(height * 0.1F)});
        letters.push_back({font, letter, rectangle, side});
    }
    return letters;
}

namespace {

struct Free {
    void operator()(cairo_surface_t* surface) const { cairo_surface_destroy(surface); }
    void operator()(cairo_t* context) const { cairo_destroy(context); }
    void operator()(PangoLayout* layout) const { g_object_unref(layout); }
    void operator()(PangoFontDescription* font) const { pango_font_description_free(font); }
};
template <class T>
using Owned = std::unique_ptr<T, Free>;

/// Premultiplied BGRA rows, as Cairo draws them.
Owned<cairo_surface_t> drawn(const std::string& sequence, int side) {
    Owned<cairo_surface_t> surface(cairo_image_surface_create(CAIRO_FORMAT_ARGB32, side, side));
    const Owned<cairo_t> context(cairo_create(surface.get()));
    const Owned<PangoLayout> layout(pango_cairo_create_layout(context.get()));
    const Owned<PangoFontDescription> font(pango_font_description_from_string("Noto Color Emoji"));
    pango_font_description_set_absolute_size(font.get(), side * 0.8 * PANGO_SCALE);
    pango_layout_set_font_description(layout.get(), font.get());
    pango_layout_set_text(layout.get(), sequence.c_str(), static_cast<int>(sequence.size()));
    PangoRectangle ink;
    pango_layout_get_pixel_extents(layout.get(), &ink, nullptr);
    if (ink.width > 0 && ink.height > 0) {
        const double scale = static_cast<double>(side) / std::max(ink.width, ink.height);
        cairo_translate(context.get(), (side - ink.width * scale) / 2,
                        (side - ink.height * scale) / 2);
        cairo_scale(context.get(), scale, scale);
        cairo_move_to(context.get(), -ink.x, -ink.y);
        pango_cairo_show_layout(context.get(), layout.get());
    }
    cairo_surface_flush(surface.get());
    return surface;
}

}  // namespace

void draw_emoji(const std::vector<EmojiLetter>& letters) {
    if (letters.empty()) return;
    auto& atlas = *ImGui::GetIO().Fonts;
    unsigned char* pixels = nullptr;
    int width = 0, height = 0;
    atlas.GetTexDataAsRGBA32(&pixels, &width, &height);
    for (const auto& letter : letters) {
        int left = 0, top = 0;
        if (!place_of(atlas, letter.rectangle, left, top)) continue;
        const auto picture =
            drawn(emoji_shelf().sequences()[letter.letter - EmojiShelf::first], letter.side_px);
        const auto* rows = cairo_image_surface_get_data(picture.get());
        const int stride = cairo_image_surface_get_stride(picture.get());
        for (int y = 0; y < letter.side_px; ++y)
            for (int x = 0; x < letter.side_px; ++x) {
                std::uint32_t pixel = 0;
                std::memcpy(&pixel, rows + y * stride + x * 4, 4);
                const auto alpha = pixel >> 24;
                auto* to = pixels + ((top + y) * width + left + x) * 4;
                for (int channel = 0; channel < 3; ++channel)
                    to[channel] = static_cast<unsigned char>(
                        alpha == 0
                            ? 0
                            : std::min(255U, (pixel >> (16 - 8 * channel) & 255U) * 255 / alpha));
                to[3] = static_cast<unsigned char>(alpha);
            }
        // Without this mark ImGui would tint them with the colour of the text.
        if (auto* glyph = letter_of(*letter.font, letter.letter)) glyph->Colored = 1;
    }
}

}  // namespace sunting
