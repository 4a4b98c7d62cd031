// Collects glyphs: letters as outlines, colour glyphs as glyphs.
#include "text/glyph_collector.hpp"

#include "text/fonts.hpp"

#include <hb-ot.h>

#include <algorithm>

namespace mediaedit::internal {
namespace {

/// Newer colour fonts have paint tables; HarfBuzz detects them since version 7.
bool has_paint([[maybe_unused]] hb_face_t* face) {
#if HB_VERSION_ATLEAST(7, 0, 0)
    return hb_ot_color_has_paint(face);
#else
    return false;
#endif
}

bool is_painted([[maybe_unused]] hb_face_t* face, [[maybe_unused]] hb_codepoint_t glyph) {
#if HB_VERSION_ATLEAST(7, 0, 0)
    return hb_ot_color_glyph_has_paint(face, glyph);
#else
    return false;
#endif
}

bool holds_bytes(hb_blob_t* blob) {
    const std::unique_ptr<hb_blob_t, Releases<&hb_blob_destroy>> owned(blob);
    return hb_blob_get_length(owned.get()) > 0;
}

/// A colour font may contain plain letters, and a font of letters a few colour glyphs.
bool is_picture(hb_font_t* font, hb_codepoint_t glyph) {
    hb_face_t* face = hb_font_get_face(font);
    return hb_ot_color_glyph_get_layers(face, glyph, 0, nullptr, nullptr) > 0 ||
           is_painted(face, glyph) ||
           (hb_ot_color_has_png(face) &&
            holds_bytes(hb_ot_color_glyph_reference_png(font, glyph))) ||
           (hb_ot_color_has_svg(face) && holds_bytes(hb_ot_color_glyph_reference_svg(face, glyph)));
}

}  // namespace

bool has_colours(PangoFont* font) {
    hb_face_t* face = hb_font_get_face(pango_font_get_hb_font(font));
    return hb_ot_color_has_png(face) || hb_ot_color_has_layers(face) || hb_ot_color_has_svg(face) ||
           has_paint(face);
}

// An unbounded surface: Cairo drops glyphs far outside a bounded one, even from a path.
GlyphCollector::GlyphCollector(SetText& text)
    : text_(text),
      surface_(cairo_recording_surface_create(CAIRO_CONTENT_ALPHA, nullptr)),
      path_(cairo_create(surface_.get())) {}

void GlyphCollector::add_run(const PangoGlyphItem& run, double x_px, double y_px) {
    if (has_colours(run.item->analysis.font)) {
        add_mixed(run, x_px, y_px);
    } else {
        cairo_move_to(path_.get(), x_px, y_px);
        pango_cairo_glyph_string_path(path_.get(), run.item->analysis.font, run.glyphs);
    }
}

void GlyphCollector::add_mixed(const PangoGlyphItem& run, double x_px, double y_px) {
    PangoFont* font = run.item->analysis.font;
    hb_font_t* shapes = pango_font_get_hb_font(font);
    auto* scaled = pango_cairo_font_get_scaled_font(PANGO_CAIRO_FONT(font));
    ColouredGlyphs coloured{CairoScaledFontPtr(cairo_scaled_font_reference(scaled)), {}};
    for (int i = 0; i < run.glyphs->num_glyphs; ++i) {
        const PangoGlyphInfo& glyph = run.glyphs->glyphs[i];
        const cairo_glyph_t placed{glyph.glyph, x_px + to_px(glyph.geometry.x_offset),
                                   y_px + to_px(glyph.geometry.y_offset)};
        x_px += to_px(glyph.geometry.width);
        if (glyph.glyph == PANGO_GLYPH_EMPTY || (glyph.glyph & PANGO_GLYPH_UNKNOWN_FLAG) != 0)
            continue;
        if (!is_picture(shapes, glyph.glyph)) {
            cairo_set_scaled_font(path_.get(), scaled);
            cairo_glyph_path(path_.get(), &placed, 1);
            continue;
        }
        coloured.glyphs.push_back(placed);
        hb_glyph_extents_t extents;
        if (hb_font_get_glyph_extents(shapes, glyph.glyph, &extents)) {
            grow(placed.x + to_px(extents.x_bearing), placed.y - to_px(extents.y_bearing),
                 placed.x + to_px(extents.x_bearing + extents.width),
                 placed.y - to_px(extents.y_bearing + extents.height));
        }
    }
    if (!coloured.glyphs.empty()) text_.coloured.push_back(std::move(coloured));
}

void GlyphCollector::finish() {
    double left = 0;
    double top = 0;
    double right = 0;
    double bottom = 0;
    cairo_path_extents(path_.get(), &left, &top, &right, &bottom);
    grow(left, top, right, bottom);
    text_.outlines.reset(cairo_copy_path(path_.get()));
}

void GlyphCollector::grow(double left_px, double top_px, double right_px, double bottom_px) {
    if (right_px <= left_px || bottom_px <= top_px) return;
    const EmRect added{left_px / reference_em_px, top_px / reference_em_px,
                       right_px / reference_em_px, bottom_px / reference_em_px};
    EmRect& ink = text_.ink;
    ink = text_.empty()
              ? added
              : EmRect{std::min(ink.left, added.left), std::min(ink.top, added.top),
                       std::max(ink.right, added.right), std::max(ink.bottom, added.bottom)};
}

}  // namespace mediaedit::internal
