// Sets text in lines with Pango and takes the glyphs out of it.
#include "text/set_text.hpp"

#include "text/fonts.hpp"

#include <hb-ot.h>

#include <algorithm>
#include <limits>

namespace mediaedit::internal {
namespace {

// Of the font's own line height: titles want tighter lines than a book.
constexpr double line_spacing = 0.9;
constexpr double usual_height_em = 1.362;  // of a line of Noto Sans; for lines without letters
constexpr int most_balanced_lines = 6;

double to_px(int pango_units) noexcept { return static_cast<double>(pango_units) / PANGO_SCALE; }
double to_em(int pango_units) noexcept { return to_px(pango_units) / reference_em_px; }

int to_pango_width(double width_em) noexcept {
    const double units = width_em * reference_em_px * PANGO_SCALE;
    return static_cast<int>(std::clamp(units, 1.0, std::numeric_limits<int>::max() / 2.0));
}

bool has_colours(PangoFont* font) {
    hb_face_t* face = hb_font_get_face(pango_font_get_hb_font(font));
    return hb_ot_color_has_png(face) || hb_ot_color_has_layers(face) || hb_ot_color_has_svg(face);
}

struct Extent {
    int lines;
    int width;
    bool operator==(const Extent&) const = default;
};

Extent extent_at(PangoLayout* layout, int width) {
    pango_layout_set_width(layout, width);
    PangoRectangle logical;
    pango_layout_get_extents(layout, nullptr, &logical);
    int widest = 0;
    const LineIteratorPtr line(pango_layout_get_iter(layout));
    do {
        pango_layout_iter_get_line_extents(line.get(), nullptr, &logical);
        widest = std::max(widest, logical.width);
    } while (pango_layout_iter_next_line(line.get()));
    return {pango_layout_get_line_count(layout), widest};
}

/// The narrowest width that needs no line more, so that no single word is left over; 0 when words would have to be broken.
int balanced_width(PangoLayout* layout, int width) {
    pango_layout_set_wrap(layout, PANGO_WRAP_WORD);
    const Extent widest = extent_at(layout, width);
    if (widest.lines < 2 || widest.lines > most_balanced_lines || widest.width > width) return 0;
    int enough = widest.width;
    int too_narrow = enough / 2;
    while (enough - too_narrow > enough / 32) {
        const int middle = too_narrow + (enough - too_narrow) / 2;
        const Extent tried = extent_at(layout, middle);
        (tried.lines == widest.lines && tried.width <= middle ? enough : too_narrow) = middle;
    }
    return enough;
}

/// How far the baseline of `line` lies below the one before. Pictures count little: emoji fonts claim twice their height.
double pitch_em(const PangoLayoutLine* line) {
    double height = 0;
    for (const GSList* runs = line->runs; runs != nullptr; runs = runs->next) {
        const auto& run = *static_cast<const PangoGlyphItem*>(runs->data);
        if (has_colours(run.item->analysis.font)) continue;
        PangoRectangle logical;
        pango_glyph_string_extents(run.glyphs, run.item->analysis.font, nullptr, &logical);
        height = std::max(height, to_em(logical.height));
    }
    return line_spacing * (height > 0 ? height : usual_height_em);
}

/// Takes lines out of Pango into a SetText.
class Collector {
public:
    // A surface without bounds, as Cairo drops glyphs that lie far outside one with bounds, even from a path.
    explicit Collector(SetText& text)
        : text_(text), surface_(cairo_recording_surface_create(CAIRO_CONTENT_ALPHA, nullptr)), path_(cairo_create(surface_.get())) {}

    void add_run(const PangoGlyphItem& run, double x_px, double y_px) {
        if (has_colours(run.item->analysis.font)) {
            add_coloured(run, x_px, y_px);
        } else {
            cairo_move_to(path_.get(), x_px, y_px);
            pango_cairo_glyph_string_path(path_.get(), run.item->analysis.font, run.glyphs);
        }
    }

    void finish() {
        double left = 0;
        double top = 0;
        double right = 0;
        double bottom = 0;
        cairo_path_extents(path_.get(), &left, &top, &right, &bottom);
        grow(left, top, right, bottom);
        text_.outlines.reset(cairo_copy_path(path_.get()));
    }

private:
    void add_coloured(const PangoGlyphItem& run, double x_px, double y_px) {
        PangoFont* font = run.item->analysis.font;
        hb_font_t* shapes = pango_font_get_hb_font(font);
        auto* scaled = pango_cairo_font_get_scaled_font(PANGO_CAIRO_FONT(font));
        ColouredGlyphs coloured{CairoScaledFontPtr(cairo_scaled_font_reference(scaled)), {}};
        for (int i = 0; i < run.glyphs->num_glyphs; ++i) {
            const PangoGlyphInfo& glyph = run.glyphs->glyphs[i];
            const double x = x_px + to_px(glyph.geometry.x_offset);
            const double y = y_px + to_px(glyph.geometry.y_offset);
            x_px += to_px(glyph.geometry.width);
            if (glyph.glyph == PANGO_GLYPH_EMPTY || (glyph.glyph & PANGO_GLYPH_UNKNOWN_FLAG) != 0) continue;
            coloured.glyphs.push_back({glyph.glyph, x, y});
            hb_glyph_extents_t extents;
            if (hb_font_get_glyph_extents(shapes, glyph.glyph, &extents)) {
                grow(x + to_px(extents.x_bearing), y - to_px(extents.y_bearing), x + to_px(extents.x_bearing + extents.width),
                     y - to_px(extents.y_bearing + extents.height));
            }
        }
        text_.coloured.push_back(std::move(coloured));
    }

    void grow(double left_px, double top_px, double right_px, double bottom_px) {
        if (right_px <= left_px || bottom_px <= top_px) return;
        const EmRect added{left_px / reference_em_px, top_px / reference_em_px, right_px / reference_em_px, bottom_px / reference_em_px};
        EmRect& ink = text_.ink;
        ink = text_.empty()
                  ? added
                  : EmRect{std::min(ink.left, added.left), std::min(ink.top, added.top), std::max(ink.right, added.right), std::max(ink.bottom, added.bottom)};
    }

    SetText& text_;
    CairoSurfacePtr surface_;
    CairoPtr path_;
};

}  // namespace

LineSetter::LineSetter(const std::string& text, const std::string& font) : layout_(make_pango_layout(font)) {
    pango_layout_set_text(layout_.get(), text.data(), static_cast<int>(text.size()));
    // Pango would put hyphens wherever it breaks a word, also into web addresses; only the writer's own are wanted.
    constexpr const char* soft_hyphen = "\u00ad";
    const AttributesPtr attributes(pango_attr_list_new());
    pango_attr_list_insert(attributes.get(), pango_attr_insert_hyphens_new(text.find(soft_hyphen) != std::string::npos));
    pango_layout_set_attributes(layout_.get(), attributes.get());
}

void LineSetter::break_lines(double width_em) {
    const int width = to_pango_width(width_em);
    const int balanced = balanced_width(layout_.get(), width);
    pango_layout_set_wrap(layout_.get(), PANGO_WRAP_WORD_CHAR);
    pango_layout_set_width(layout_.get(), balanced > 0 ? balanced : width);
}

double LineSetter::first_to_last_baseline_em() const {
    double span = 0;
    for (int i = 1; i < pango_layout_get_line_count(layout_.get()); ++i) span += pitch_em(pango_layout_get_line_readonly(layout_.get(), i));
    return span;
}

SetText LineSetter::set(Column column) const {
    SetText text;
    text.lines = pango_layout_get_line_count(layout_.get());
    Collector collector(text);
    // Lines are placed here, as Pango's "left" is the right for Arabic, while an anchor is always where the eye sees it.
    const LineIteratorPtr iterator(pango_layout_get_iter(layout_.get()));
    double baseline = 0;
    do {
        const PangoLayoutLine* line = pango_layout_iter_get_line_readonly(iterator.get());
        PangoRectangle logical;
        pango_layout_iter_get_line_extents(iterator.get(), nullptr, &logical);
        const int start = column == Column::left ? 0 : column == Column::center ? -logical.width / 2 : -logical.width;
        int x = start;
        for (const GSList* runs = line->runs; runs != nullptr; runs = runs->next) {
            const auto& run = *static_cast<const PangoGlyphItem*>(runs->data);
            collector.add_run(run, to_px(x), baseline * reference_em_px);
            x += pango_glyph_string_get_width(run.glyphs);
        }
        text.lines_area.left = std::min(text.lines_area.left, to_em(start));
        text.lines_area.right = std::max(text.lines_area.right, to_em(start + logical.width));
        text.lines_area.bottom = baseline;
        if (pango_layout_iter_next_line(iterator.get()) == FALSE) break;
        baseline += pitch_em(pango_layout_iter_get_line_readonly(iterator.get()));
    } while (true);
    collector.finish();
    return text;
}

}  // namespace mediaedit::internal
