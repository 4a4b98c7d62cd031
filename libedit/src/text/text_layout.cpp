// Fits a text into its place and draws it there.
#include "text/text_layout.hpp"

#include "base/failure.hpp"
#include "base/message.hpp"
#include "text/draw_text.hpp"
#include "text/look_sizes.hpp"
#include "text/place_box.hpp"
#include "text/set_text.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace mediaedit::internal {
namespace {

constexpr glong most_letters = 2000;
constexpr double narrowest_line_em = 0.5;
constexpr std::array shrinks{1.0, 0.92, 0.84, 0.76, 0.68, 0.6};
constexpr double rounding_slack_em = 1e-6;

/// `text` as it is set: checked, and without the empty lines at its end that nobody means.
/// Errors: bad_recipe.
std::string readable(const std::string& text, const PlannedOverlay& plan) {
    const std::string where = "overlays[" + std::to_string(plan.index) + "].text";
    if (!g_utf8_validate(text.data(), static_cast<gssize>(text.size()), nullptr)) {
        fail(ErrorCode::bad_recipe, tr("The text holds bytes that are no letters (it must be UTF-8); please type it again."), where);
    }
    if (g_utf8_strlen(text.data(), static_cast<gssize>(text.size())) > most_letters) {
        fail(ErrorCode::bad_recipe, tr("The text is longer than {most} letters; please shorten it.", {{"most", std::to_string(most_letters)}}), where);
    }
    return text.substr(0, text.find_last_not_of(" \t\r\n") + 1);
}

Column column_of(Anchor anchor) noexcept { return static_cast<Column>(static_cast<int>(anchor) % 3); }

struct Room {
    double em_px;
    double width_em;  ///< for the lines with everything around them
    double height_em;
    double outer_width_em;
};

Room room_in(const PlannedOverlay& plan) noexcept {
    const double em = plan.em_px > 0 ? plan.em_px : std::max(1, plan.size_px);
    const double within = plan.within.width / em;
    return {em, plan.max_width_em > 0 ? plan.max_width_em : plan.max_width_px / em, plan.max_height_em > 0 ? plan.max_height_em : plan.within.height / em,
            within};
}

/// What of `box` can be seen at all: nothing reaches farther from `within` than its own size, as that is most of the result.
PixelRect seen_part(const PixelRect& box, const PixelRect& within) noexcept {
    const int left = std::max(box.x, within.x - within.width);
    const int top = std::max(box.y, within.y - within.height);
    const int right = std::min(box.x + box.width, within.x + 2 * within.width);
    const int bottom = std::min(box.y + box.height, within.y + 2 * within.height);
    return {left, top, std::max(0, right - left), std::max(0, bottom - top)};
}

}  // namespace

struct TextLayout::State {
    SetText text;
    PixelRect within;
    PixelRect box;
    double em_px = 1;
    double origin_x = 0;  ///< of the first baseline, in the result
    double origin_y = 0;
    bool overflows = false;
};

TextLayout::TextLayout(const TextOverlay& overlay, const PlannedOverlay& plan) : state_(std::make_unique<State>()) {
    State& state = *state_;
    state.within = plan.within;
    const std::string text = readable(overlay.text, plan);
    if (!g_utf8_validate(overlay.font.data(), static_cast<gssize>(overlay.font.size()), nullptr)) {
        fail(ErrorCode::bad_recipe, tr("The font's name cannot be read (it must be UTF-8)."), "overlays[" + std::to_string(plan.index) + "].font");
    }
    if (text.empty()) {
        state.box = place_box({0, 0}, plan.within, plan.anchor);
        return;
    }
    const Room room = room_in(plan);
    LineSetter setter(text, overlay.font);
    for (const double shrink : shrinks) {
        setter.break_lines(std::max(narrowest_line_em, room.width_em / shrink - 2 * look::pad_across));
        const double height_em = room.height_em / shrink + rounding_slack_em;
        const bool last = shrink == shrinks.back();
        if (!last && setter.first_to_last_baseline_em() + look::cap_height + 2 * look::pad_down > height_em) continue;
        state.text = setter.set(column_of(plan.anchor));
        state.em_px = room.em_px * shrink;
        // The exact width was kept when the lines were broken, so here whole pixels are close enough.
        state.overflows = room_of(state.text).height() > height_em || room_of(state.text).width() > room.outer_width_em / shrink + 2 / state.em_px;
        if (!state.overflows) break;
    }
    if (state.text.empty()) {  // only blanks of other scripts
        state.box = place_box({0, 0}, plan.within, plan.anchor);
        return;
    }

    const EmRect needed = room_of(state.text);
    PixelSize size{static_cast<int>(std::ceil(needed.width() * state.em_px)), static_cast<int>(std::ceil(needed.height() * state.em_px))};
    if (!state.overflows) {
        // Rounding up may be a pixel too much where the text just fits.
        size = {std::min(size.width, plan.within.width), std::min(size.height, plan.within.height)};
    }
    state.box = place_box(size, plan.within, plan.anchor);
    state.origin_x = state.box.x + (size.width - needed.width() * state.em_px) / 2 - needed.left * state.em_px;
    state.origin_y = state.box.y + (size.height - needed.height() * state.em_px) / 2 - needed.top * state.em_px;
}

TextLayout::TextLayout(TextLayout&&) noexcept = default;
TextLayout& TextLayout::operator=(TextLayout&&) noexcept = default;
TextLayout::~TextLayout() = default;

PixelRect TextLayout::box() const noexcept { return state_->box; }
int TextLayout::lines() const noexcept { return state_->text.lines; }
bool TextLayout::overflows() const noexcept { return state_->overflows; }

Layer TextLayout::draw(const TextLook& look) const {
    const State& state = *state_;
    const PixelRect seen = seen_part(state.box, state.within);
    if (state.text.empty() || seen.width == 0 || seen.height == 0) return {cv::Mat(), state.box.x, state.box.y};
    return {draw_text(state.text, look, {seen.width, seen.height}, state.em_px, state.origin_x - seen.x, state.origin_y - seen.y), seen.x, seen.y};
}

}  // namespace mediaedit::internal
