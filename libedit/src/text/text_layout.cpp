// Fits a text into its area, and draws it.
#include "text/text_layout.hpp"

#include "base/failure.hpp"
#include "base/message.hpp"
#include "text/draw_text.hpp"
#include "text/fonts.hpp"
#include "text/look_sizes.hpp"
#include "text/pasted_text.hpp"
#include "text/place_box.hpp"
#include "text/set_text.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace mediaedit::internal {
namespace {

constexpr glong most_letters = 2000;
constexpr double narrowest_line_em = 0.5;
/// Steps from the requested size to the smallest: 0.92, 0.84, 0.76, 0.68 of it if the smallest is
/// 0.6.
constexpr std::array steps_down{0.2, 0.4, 0.6, 0.8};
constexpr double rounding_slack_em = 1e-6;

/// `text` as it is set: checked, without unprintable characters, and without blank lines at its
/// end. Errors: bad_recipe.
std::string readable(const std::string& text, const PlannedOverlay& plan) {
    const std::string where = "overlays[" + std::to_string(plan.index) + "].text";
    if (!g_utf8_validate(text.data(), static_cast<gssize>(text.size()), nullptr)) {
        fail(ErrorCode::bad_recipe,
             tr("The text holds bytes that are no letters (it must be UTF-8); please type it "
                "again."),
             where);
    }
    if (g_utf8_strlen(text.data(), static_cast<gssize>(text.size())) > most_letters) {
        fail(ErrorCode::bad_recipe,
             tr("The text is longer than {most} letters; please shorten it.",
                {{"most", std::to_string(most_letters)}}),
             where);
    }
    auto shown = printable_text(text);
    shown.erase(shown.find_last_not_of(" \t\r\n") + 1);
    return shown;
}

Column column_of(Anchor anchor) noexcept {
    return static_cast<Column>(static_cast<int>(anchor) % 3);
}

/// What needs space around the letters.
enum class Around {
    any_style,  ///< not known yet: outline, shadow or box
    plate,      ///< exactly the box
    nothing,    ///< exactly the letters, so that texts of different sizes align at the edge
};

Around around(const TextOverlay& overlay, const PlannedOverlay& plan) noexcept {
    if (!plan.in_area) return Around::any_style;
    return overlay.style == TextStyle::plain ? Around::nothing
           : overlay.style == TextStyle::box ? Around::plate
                                             : Around::any_style;
}

EmRect outer(const SetText& text, Around around) noexcept {
    switch (around) {
        case Around::plate: return plate_of(text);
        case Around::nothing: return letters_of_lines(text);
        case Around::any_style: break;
    }
    return room_of(text);
}

struct Room {
    double em_px;
    double width_em;  ///< of the lines, including what is around them
    double height_em;
    double outer_width_em;
    double smallest_shrink;
    double smallest_for_words;
    Around around;
};

Room room_in(const PlannedOverlay& plan, Around around) noexcept {
    const double em = plan.em_px > 0 ? plan.em_px : std::max(1, plan.size_px);
    const double within = plan.within.width / em;
    return {em,
            plan.max_width_em > 0 ? plan.max_width_em : plan.max_width_px / em,
            plan.max_height_em > 0 ? plan.max_height_em : plan.within.height / em,
            within,
            plan.smallest_share,
            plan.smallest_share_for_words,
            around};
}

/// A text set at a fraction of the requested size.
struct Setting {
    double shrink;
    bool fits;
    Words words;
    SetText text;
};

Setting set_at(double shrink, LineSetter& setter, const Room& room, Column column) {
    const bool is_bare = room.around == Around::nothing;
    Setting setting{
        shrink,
        false,
        setter.break_lines(std::max(narrowest_line_em,
                                    room.width_em / shrink - (is_bare ? 0 : 2 * look::pad_across))),
        {}};
    const double height_em = room.height_em / shrink + rounding_slack_em;
    // If it clearly does not fit, it is not set, except at the smallest size, which is drawn in any
    // case.
    if (shrink > room.smallest_shrink &&
        setter.first_to_last_baseline_em() + look::cap_height + (is_bare ? 0 : 2 * look::pad_down) >
            height_em)
        return setting;
    setting.text = setter.set(column);
    // Line breaking respected the exact width, so a tolerance of pixels is fine here.
    const double width_em = (room.outer_width_em + 2 / room.em_px) / shrink;
    const EmRect needed = outer(setting.text, room.around);
    setting.fits = needed.height() <= height_em && needed.width() <= width_em;
    return setting;
}

/// The largest fraction of the requested size at which no word is wider than a line.
double share_for_whole_words(LineSetter& setter, const Room& room) {
    // A little less, since Pango rounds to whole units.
    constexpr double slack = 0.999;
    const double pads = room.around == Around::nothing ? 0 : 2 * look::pad_across;
    return slack * std::min(room.width_em, room.outer_width_em) /
           std::max(narrowest_line_em, setter.widest_word_em() + pads);
}

/// The requested size if the text fits; otherwise smaller, also to avoid breaking a word; at worst
/// the smallest.
Setting settle(LineSetter& setter, const Room& room, Column column) {
    Setting requested = set_at(1, setter, room, column);
    if (requested.fits && requested.words == Words::whole) return requested;
    // A text that does not fit at the smallest size fits at none. A word too long for that, such as
    // a web address, is broken anyway.
    if (room.smallest_shrink >= 1) return requested;
    const double whole = share_for_whole_words(setter, room);
    if (whole > room.smallest_for_words && whole < 1) {
        Setting just = set_at(whole, setter, room, column);
        if (just.fits && just.words == Words::whole) return just;
    }
    Setting smallest = set_at(room.smallest_shrink, setter, room, column);
    if (requested.fits && smallest.words == Words::broken) return requested;
    if (!smallest.fits) return requested.fits ? std::move(requested) : std::move(smallest);
    for (const double step : steps_down) {
        Setting setting = set_at(1 - (1 - room.smallest_shrink) * step, setter, room, column);
        if (setting.fits && (setting.words == Words::whole || smallest.words == Words::broken))
            return setting;
    }
    return smallest;
}

/// The part of `box` within a result of that size and a margin of `around`.
PixelRect seen_part(const PixelRect& box, PixelSize result, int around) noexcept {
    const int left = std::max(box.x, -around);
    const int top = std::max(box.y, -around);
    const int right = std::min(box.x + box.width, result.width + around);
    const int bottom = std::min(box.y + box.height, result.height + around);
    return {left, top, std::max(0, right - left), std::max(0, bottom - top)};
}

}  // namespace

struct TextLayout::State {
    SetText text;
    PixelRect box;
    double em_px = 1;
    double origin_x = 0;  ///< of the first baseline, in the result
    double origin_y = 0;
    bool overflows = false;
    bool breaks_word = false;
    int missing_letters = 0;
    std::string font_used;
};

TextLayout::TextLayout(const TextOverlay& overlay, const PlannedOverlay& plan)
    : state_(std::make_unique<State>()) {
    State& state = *state_;
    const std::string text = readable(overlay.text, plan);
    if (!g_utf8_validate(overlay.font.data(), static_cast<gssize>(overlay.font.size()), nullptr)) {
        fail(ErrorCode::bad_recipe, tr("The font's name cannot be read (it must be UTF-8)."),
             "overlays[" + std::to_string(plan.index) + "].font");
    }
    if (text.empty()) {
        state.box = place_box({0, 0}, plan.within, plan.anchor);
        return;
    }
    const Room room = room_in(plan, around(overlay, plan));
    LineSetter setter(text, overlay.font);
    Setting setting = settle(setter, room, column_of(plan.anchor));
    state.text = std::move(setting.text);
    state.em_px = room.em_px * setting.shrink;
    state.overflows = !setting.fits;
    state.breaks_word = setting.words == Words::broken;
    // The default font was not requested, so its replacement is not reported.
    if (overlay.font != TextOverlay{}.font) state.font_used = used_instead_of(overlay.font);
    state.missing_letters = setter.missing_letters();
    if (state.text.empty()) {  // only whitespace of other scripts
        state.box = place_box({0, 0}, plan.within, plan.anchor);
        return;
    }

    const EmRect needed = outer(state.text, room.around);
    PixelSize size{static_cast<int>(std::ceil(needed.width() * state.em_px)),
                   static_cast<int>(std::ceil(needed.height() * state.em_px))};
    if (!state.overflows) {
        // Rounding up may add a pixel if the text just fits.
        size = {std::min(size.width, plan.within.width), std::min(size.height, plan.within.height)};
    }
    state.box = place_box(size, plan.within, plan.anchor);
    state.origin_x =
        state.box.x + (size.width - needed.width() * state.em_px) / 2 - needed.left * state.em_px;
    state.origin_y =
        state.box.y + (size.height - needed.height() * state.em_px) / 2 - needed.top * state.em_px;
}

TextLayout::TextLayout(TextLayout&&) noexcept = default;
TextLayout& TextLayout::operator=(TextLayout&&) noexcept = default;
TextLayout::~TextLayout() = default;

PixelRect TextLayout::box() const noexcept { return state_->box; }
int TextLayout::lines() const noexcept { return state_->text.lines; }
bool TextLayout::overflows() const noexcept { return state_->overflows; }
bool TextLayout::breaks_word() const noexcept { return state_->breaks_word; }
const std::string& TextLayout::font_used() const noexcept { return state_->font_used; }
int TextLayout::missing_letters() const noexcept { return state_->missing_letters; }

Layer TextLayout::draw(const TextLook& look, PixelSize result) const {
    const State& state = *state_;
    // Letters just outside may have a shadow inside.
    const PixelRect seen =
        seen_part(state.box, result, static_cast<int>(std::ceil(look::reach * state.em_px)));
    if (state.text.empty() || seen.width == 0 || seen.height == 0)
        return {cv::Mat(), state.box.x, state.box.y};
    return {draw_text(state.text, look, {seen.width, seen.height}, state.em_px,
                      state.origin_x - seen.x, state.origin_y - seen.y),
            seen.x, seen.y};
}

}  // namespace mediaedit::internal
