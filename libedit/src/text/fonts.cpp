// Finds fonts through fontconfig; keeps one Pango font map a thread.
#include "text/fonts.hpp"

#include "base/failure.hpp"
#include "base/message.hpp"

#include <fontconfig/fontconfig.h>

namespace mediaedit::internal {
namespace {

/// Pango ends the process when there is no font, so that is asked first.
bool any_font_installed() {
    const FcFontSet* fonts = FcConfigGetFonts(nullptr, FcSetSystem);
    return fonts != nullptr && fonts->nfont > 0;
}

/// Opening fonts takes milliseconds, using opened ones microseconds; hence kept as long as the thread lives.
PangoFontMap* font_map_of_thread() {
    thread_local const GObjectPtr<PangoFontMap> map = [] {
        if (!any_font_installed()) fail(ErrorCode::unsupported, tr("No font is installed, so text cannot be drawn; please install one, such as Noto Sans."));
        GObjectPtr<PangoFontMap> made(pango_cairo_font_map_new_for_font_type(CAIRO_FONT_TYPE_FT));
        if (!made) fail(ErrorCode::internal, tr("Text cannot be drawn here; nothing was changed."), "", "Pango has no FreeType fonts");
        pango_cairo_font_map_set_resolution(PANGO_CAIRO_FONT_MAP(made.get()), 72);
        return made;
    }();
    return map.get();
}

CairoFontOptionsPtr unhinted() {
    CairoFontOptionsPtr options(cairo_font_options_create());
    cairo_font_options_set_hint_style(options.get(), CAIRO_HINT_STYLE_NONE);
    cairo_font_options_set_hint_metrics(options.get(), CAIRO_HINT_METRICS_OFF);
    cairo_font_options_set_antialias(options.get(), CAIRO_ANTIALIAS_GRAY);
    return options;
}

}  // namespace

GObjectPtr<PangoLayout> make_pango_layout(const std::string& font) {
    const GObjectPtr<PangoContext> context(pango_font_map_create_context(font_map_of_thread()));
    pango_cairo_context_set_font_options(context.get(), unhinted().get());
    pango_context_set_round_glyph_positions(context.get(), FALSE);
    // Not the process's language: one recipe shall look the same on every machine.
    pango_context_set_language(context.get(), pango_language_from_string("id"));

    const FontDescriptionPtr description(pango_font_description_from_string(font.c_str()));
    pango_font_description_set_absolute_size(description.get(), reference_em_px * PANGO_SCALE);

    GObjectPtr<PangoLayout> layout(pango_layout_new(context.get()));
    pango_layout_set_font_description(layout.get(), description.get());
    return layout;
}

}  // namespace mediaedit::internal
