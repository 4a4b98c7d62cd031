// Sets text in lines with Pango, and collects the glyphs.
#include "text/set_text.hpp"

#include "text/fonts.hpp"
#include "text/glyph_collector.hpp"
#include "text/hyphenate.hpp"

#include <algorithm>
#include <limits>
#include <string_view>
#include <utility>
#include <vector>

namespace mediaedit::internal {
namespace {

// Relative to the font's line height: titles need tighter lines than a book.
constexpr double line_spacing = 0.9;
constexpr double least_gap_em = 0.04;  // between the ink of two lines
constexpr int most_balanced_lines = 6;

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

/// The narrowest width that needs no more lines than `widest`, so that the last line is not a
/// single word.
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

/// Of one line, downwards from its baseline; above is negative. Units: em.
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

/// Ignores colour glyphs: emoji fonts claim twice their height.
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

/// From the baseline of `upper` to that of `lower`. Deep letters, as in Javanese, do not touch the
/// next line.
double pitch_em(const LineHeight& upper, const LineHeight& lower) noexcept {
    return std::max(line_spacing * (upper.font.bottom - lower.font.top),
                    upper.ink.bottom - lower.ink.top + least_gap_em);
}

/// The positions of the baselines, the first at 0.
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

/// Removes private-use characters that the font does not have; they would be shown as boxes.
void drop_unknown_private_letters(PangoLayout* layout, std::string& text) {
    for (std::size_t at = 0; at < text.size();) {
        const gunichar letter = g_utf8_get_char(text.data() + at);
        const auto bytes =
            static_cast<std::size_t>(g_utf8_next_char(text.data() + at) - (text.data() + at));
        bool unknown = false;
        if (letter >= 0xE000 && letter <= 0xF8FF) {
            pango_layout_set_text(layout, text.data() + at, static_cast<int>(bytes));
            unknown = pango_layout_get_unknown_glyphs_count(layout) > 0;
        }
        if (unknown) text.erase(at, bytes);
        else at += bytes;
    }
}

}  // namespace

LineSetter::LineSetter(const std::string& text, const std::string& font)
    : text_(text), layout_(make_pango_layout(font)) {
    drop_unknown_private_letters(layout_.get(), text_);
    set_whole_text();
}

void LineSetter::set_whole_text() {
    pango_layout_set_text(layout_.get(), text_.data(), static_cast<int>(text_.size()));
    // Pango would add a hyphen wherever it breaks a word, even in web addresses. Only soft hyphens
    // in the text may be shown.
    const AttributesPtr attributes(pango_attr_list_new());
    pango_attr_list_insert(attributes.get(), pango_attr_insert_hyphens_new(
                                                 text_.find(soft_hyphen) != std::string::npos));
    pango_layout_set_attributes(layout_.get(), attributes.get());
    hyphenated_ = false;
}

void LineSetter::hyphenate(int width) {
    // With breaks between words only, a line that is too wide is a single word.
    std::vector<std::pair<std::size_t, std::size_t>> words;
    const LineIteratorPtr line(pango_layout_get_iter(layout_.get()));
    do {
        PangoRectangle logical;
        pango_layout_iter_get_line_extents(line.get(), nullptr, &logical);
        const auto* found = pango_layout_iter_get_line_readonly(line.get());
        if (logical.width > width)
            words.emplace_back(found->start_index, found->start_index + found->length);
    } while (pango_layout_iter_next_line(line.get()));

    const AttributesPtr attributes(pango_attr_list_new());
    const auto hyphens = [&](bool wanted, std::size_t begin, std::size_t end) {
        if (begin == end) return;
        PangoAttribute* attribute = pango_attr_insert_hyphens_new(wanted);
        attribute->start_index = static_cast<guint>(begin);
        attribute->end_index = static_cast<guint>(end);
        pango_attr_list_change(attributes.get(), attribute);
    };
    std::string text;
    std::size_t from = 0;
    const auto copy_until = [&](std::size_t end) {
        const auto begin = text.size();
        text.append(text_, from, end - from);
        hyphens(text_.find(soft_hyphen) != std::string::npos, begin, text.size());
        from = end;
    };
    for (const auto& [begin, end] : words) {
        copy_until(begin);
        const auto word = std::string_view(text_).substr(begin, end - begin);
        const auto place = text.size();
        text += with_soft_hyphens(word);
        hyphens(is_plain_word(word), place, text.size());
        from = end;
    }
    copy_until(text_.size());
    pango_layout_set_text(layout_.get(), text.data(), static_cast<int>(text.size()));
    pango_layout_set_attributes(layout_.get(), attributes.get());
    hyphenated_ = true;
}

Words LineSetter::break_lines(double width_em) {
    int width = to_pango_width(width_em);
    if (hyphenated_) set_whole_text();
    pango_layout_set_wrap(layout_.get(), PANGO_WRAP_WORD);
    const Extent widest = extent_at(layout_.get(), width);
    const Words words = widest.width > width ? Words::broken : Words::whole;
    if (words == Words::broken) hyphenate(width);
    else if (widest.lines > 1 && widest.lines <= most_balanced_lines)
        width = balanced_width(layout_.get(), widest);
    pango_layout_set_wrap(layout_.get(), PANGO_WRAP_WORD_CHAR);
    pango_layout_set_width(layout_.get(), width);
    return words;
}

double LineSetter::widest_word_em() {
    if (hyphenated_) set_whole_text();
    pango_layout_set_wrap(layout_.get(), PANGO_WRAP_WORD);
    return to_em(extent_at(layout_.get(), 1).width);
}

double LineSetter::first_to_last_baseline_em() const { return baselines_em(layout_.get()).back(); }

int LineSetter::missing_letters() const {
    return pango_layout_get_unknown_glyphs_count(layout_.get());
}

SetText LineSetter::set(Column column) const {
    SetText text;
    const std::vector<double> baselines = baselines_em(layout_.get());
    text.lines = static_cast<int>(baselines.size());
    text.lines_area.bottom = baselines.back();
    GlyphCollector collector(text);
    // Lines are aligned here, since Pango's "left" is the right for Arabic, while an anchor is
    // always visual.
    const LineIteratorPtr iterator(pango_layout_get_iter(layout_.get()));
    for (const double baseline : baselines) {
        PangoRectangle logical;
        pango_layout_iter_get_line_extents(iterator.get(), nullptr, &logical);
        const int start = column == Column::left     ? 0
                          : column == Column::center ? -logical.width / 2
                                                     : -logical.width;
        int x = start;
        for (const GSList* runs = pango_layout_iter_get_line_readonly(iterator.get())->runs;
             runs != nullptr; runs = runs->next) {
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
