// Pango's and Cairo's handles.
#include "text/pango.hpp"

namespace mediaedit::internal {
namespace {

/// A thread's own fonts: opening them is what costs, and Pango's maps may not be shared between threads.
PangoFontMap* own_font_map() {
    thread_local const FontMapHandle map(pango_cairo_font_map_new_for_font_type(CAIRO_FONT_TYPE_FT));
    return map.get();
}

}  // namespace

LayoutHandle new_layout() {
    const ContextHandle context(pango_font_map_create_context(own_font_map()));
    cairo_font_options_t* options = cairo_font_options_create();
    cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE);
    cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF);
    cairo_font_options_set_antialias(options, CAIRO_ANTIALIAS_GRAY);
    pango_cairo_context_set_font_options(context.get(), options);
    cairo_font_options_destroy(options);
    pango_context_set_round_glyph_positions(context.get(), FALSE);
    return LayoutHandle(pango_layout_new(context.get()));
}

}  // namespace mediaedit::internal
