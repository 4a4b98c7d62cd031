// Sets text in lines with Pango and takes the glyphs out of it.
#include "text/set_text.hpp"

#include "text/fonts.hpp"
#include "text/glyph_collector.hpp"

#include <algorithm>
#include <limits>
#include <vector>

namespace mediaedit::internal {
namespace {

// Of the font's own line height: titles want tighter lines than a book.
constexpr double line_spacing = 0.9;
constexpr double least_gap_em = 0.04;  // between the ink of two lines
constexpr int most_balanced_lines = 6;

double to_px(int pango_units) noexcept { return static_cast<double>(pango_units) / PANGO_SCALE; }
double to_em(int pango_units) noexcept { return to_px(pango_units) / reference_em_px; }

int to_pango_width(double width_em) noexcept {
    const double units = width_em * reference_em_px * PANGO_SCALE;
    return static_cast<int>(std::clamp(units, 1.0, std::numeric_limits<int>::max() / 2.0));
}

struct Extent {
    int lines;
    int width;
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

/// The narrowest width that needs no line more than `widest`, so that no single word is left over.
int balanced_width(PangoLayout* layout, const Extent& widest) {
    int enough = widest.width;
    int too_narrow = enough / 2;
    while (enough - too_narrow > enough / 32) {
        const int middle = too_narrow + (enough - too_narrow) / 2;
        const Extent tried = extent_at(layout, middle);
        (tried.lines == widest.lines && tried.width <= middle ? enough : too_narrow) = middle;
    }
    return enough;
}

/// Of one line, measured from its baseline downwards; what lies above is negative. Units: em.
struct Height {
    double top = 0;
    double bottom = 0;
    void add(const PangoRectangle& rect) noexcept {
        top = std::min(top, to_em(rect.y));
        bottom = std::max(bottom, to_em(rect.y + rect.height));
    }
};

constexpr Height usual_height{-1.069, 0.293};  // of Noto Sans; for lines without letters

struct LineHeight {
    Height font;
    Height ink;
};

/// Pictures count little: emoji fonts claim twice their height.
LineHeight height_of(const PangoLayoutLine* line) {
    LineHeight height;
    for (const GSList* runs = line->runs; runs != nullptr; runs = runs->next) {
        const auto& run = *static_cast<const PangoGlyphItem*>(runs->data);
        if (has_colours(run.item->analysis.font)) continue;
        PangoRectangle ink;
        PangoRectangle logical;
        pango_glyph_string_extents(run.glyphs, run.item->analysis.font, &ink, &logical);
        height.font.add(logical);
        height.ink.add(ink);
    }
    if (height.font.bottom <= height.font.top) height.font = usual_height;
    return height;
}

/// How far the baseline of `lower` lies below that of `upper`: deep Javanese does not run into the line that follows.
double pitch_em(const LineHeight& upper, const LineHeight& lower) noexcept {
    return std::max(line_spacing * (upper.font.bottom - lower.font.top), upper.ink.bottom - lower.ink.top + least_gap_em);
}

/// Where the baselines lie, the first at 0.
std::vector<double> baselines_em(PangoLayout* layout) {
    std::vector<double> baselines{0};
    const LineIteratorPtr line(pango_layout_get_iter(layout));
    LineHeight upper = height_of(pango_layout_iter_get_line_readonly(line.get()));
    while (pango_layout_iter_next_line(line.get())) {
        const LineHeight lower = height_of(pango_layout_iter_get_line_readonly(line.get()));
        baselines.push_back(baselines.back() + pitch_em(upper, lower));
        upper = lower;
    }
    return baselines;
}

}  // namespace

LineSetter::LineSetter(const std::string& text, const std::string& font) : layout_(make_pango_layout(font)) {
    pango_layout_set_text(layout_.get(), text.data(), static_cast<int>(text.size()));
    // Pango would put hyphens wherever it breaks a word, also into web addresses; only the writer's own are wanted.
    constexpr const char* soft_hyphen = "\u00ad";
    const AttributesPtr attributes(pango_attr_list_new());
    pango_attr_list_insert(attributes.get(), pango_attr_insert_hyphens_new(text.find(soft_hyphen) != std::string::npos));
    pango_layout_set_attributes(layout_.get(), attributes.get());
}

Words LineSetter::break_lines(double width_em) {
    int width = to_pango_width(width_em);
    pango_layout_set_wrap(layout_.get(), PANGO_WRAP_WORD);
    const Extent widest = extent_at(layout_.get(), width);
    const Words words = widest.width > width ? Words::broken : Words::whole;
    if (words == Words::whole && widest.lines > 1 && widest.lines <= most_balanced_lines) width = balanced_width(layout_.get(), widest);
    pango_layout_set_wrap(layout_.get(), PANGO_WRAP_WORD_CHAR);
    pango_layout_set_width(layout_.get(), width);
    return words;
}

double LineSetter::first_to_last_baseline_em() const { return baselines_em(layout_.get()).back(); }

int LineSetter::missing_letters() const { return pango_layout_get_unknown_glyphs_count(layout_.get()); }

SetText LineSetter::set(Column column) const {
    SetText text;
    const std::vector<double> baselines = baselines_em(layout_.get());
    text.lines = static_cast<int>(baselines.size());
    text.lines_area.bottom = baselines.back();
    GlyphCollector collector(text);
    // Lines are placed here, as Pango's "left" is the right for Arabic, while an anchor is always where the eye sees it.
    const LineIteratorPtr iterator(pango_layout_get_iter(layout_.get()));
    for (const double baseline : baselines) {
        PangoRectangle logical;
        pango_layout_iter_get_line_extents(iterator.get(), nullptr, &logical);
        const int start = column == Column::left ? 0 : column == Column::center ? -logical.width / 2 : -logical.width;
        int x = start;
        for (const GSList* runs = pango_layout_iter_get_line_readonly(iterator.get())->runs; runs != nullptr; runs = runs->next) {
            const auto& run = *static_cast<const PangoGlyphItem*>(runs->data);
            collector.add_run(run, to_px(x), baseline * reference_em_px);
            x += pango_glyph_string_get_width(run.glyphs);
        }
        text.lines_area.left = std::min(text.lines_area.left, to_em(start));
        text.lines_area.right = std::max(text.lines_area.right, to_em(start + logical.width));
        pango_layout_iter_next_line(iterator.get());
    }
    collector.finish();
    return text;
}

}  // namespace mediaedit::internal
