// A free text and the village's logo: what, where, how.
#include "model/edits.hpp"
#include "view/screens/words_parts.hpp"
#include "view/widgets/icons.hpp"

#include <mediaedit/language.hpp>
#include <mediaedit/text.hpp>

#include <algorithm>
#include <array>
#include <functional>
#include <iterator>
#include <optional>
#include <string>

namespace sunting {

using namespace mediaedit;

namespace {

using ChangeText = std::function<void(const TextOverlay& next, const std::string& name)>;

/// Where an anchor puts things, in thirds: 0 1 2.
std::array<int, 2> thirds_of(Anchor anchor) {
    return {static_cast<int>(anchor) % 3, static_cast<int>(anchor) / 3};
}

void show_anchors(Ui& ui, TextOverlay text, const ChangeText& changed) {
    ui.text(tr("Where"));
    ui.muted(tr("Drag the text in the picture, or choose a place here."));
    const std::string names[] = {tr("top left"),    tr("top"),    tr("top right"),
                                 tr("left"),        tr("middle"), tr("right"),
                                 tr("bottom left"), tr("bottom"), tr("bottom right")};
    for (int i = 0; i < 9; ++i) {
        if (i % 3 > 0) ImGui::SameLine(0, ui.theme.px(6));
        const bool here =
            thirds_of(text.anchor) == std::array{i % 3, i / 3} && text.offset == Point{0, 0};
        // The sign shows where, the words say it.
        if (ui.icon_button("anchor." + std::to_string(i), names[i],
                           here ? icon::dot_ring : icon::ring)) {
            text.anchor = static_cast<Anchor>(i);
            text.offset = {0, 0};
            changed(text, tr("move text"));
        }
    }
}

void show_text_size(Ui& ui, TextOverlay text, const ChangeText& changed) {
    ui.text(tr("Size"));
    auto size = static_cast<float>(text.size);
    if (ui.icon_button("text.smaller", tr("Smaller"), icon::minus, size > 0.03F)) {
        text.size = std::max(0.03, text.size / 1.15);
        changed(text, tr("change the text's size"));
    }
    ImGui::SameLine(0, ui.theme.px(6));
    if (ui.icon_button("text.larger", tr("Larger"), icon::plus, size < 0.18F)) {
        text.size = std::min(0.18, text.size * 1.15);
        changed(text, tr("change the text's size"));
    }
}

void show_text_style(Ui& ui, TextOverlay text, const ChangeText& changed) {
    const TextStyle styles[] = {TextStyle::automatic, TextStyle::box, TextStyle::outline,
                                TextStyle::shadow};
    const auto now = static_cast<int>(std::ranges::find(styles, text.style) - std::begin(styles));
    const int style =
        ui.choices("text.style", tr("Style"),
                   {tr("Automatic"), tr("In a box"), tr("Outline"), tr("Shadow")}, now);
    if (style >= 0) {
        text.style = styles[style];
        changed(text, tr("change the text's style"));
    }
}

/// When the text is shown: three usual choices, in time of the kept clip.
void show_when(const State& state, Ui& ui, TextOverlay text, const ChangeText& changed) {
    const auto facts = state.facts(state.post().items[state.item].file);
    if (!facts) return;
    const auto parts =
        kept_parts(*state.work(), state.item, facts->info.duration.value_or(Time(0)));
    const auto start = parts.front().start, end = *parts.back().end;
    constexpr Time some{4'000'000};
    const std::optional<TimeRange> ranges[] = {std::nullopt,
                                               TimeRange{start, std::min(end, start + some)},
                                               TimeRange{std::max(start, end - some), end}};
    const int when = ui.choices(
        "text.when", tr("When"), {tr("All the time"), tr("First 4 seconds"), tr("Last 4 seconds")},
        static_cast<int>(std::ranges::find(ranges, text.when) - std::begin(ranges)));
    if (when < 0) return;
    text.when = ranges[when];
    changed(text, tr("change when the text is seen"));
}

void show_logo(const State& state, Ui& ui) {
    ui.text(tr("Village logo"));
    if (state.post().village.logo.empty()) {
        ui.muted(tr("There is no logo yet; add it once in the settings."));
        if (ui.button("logo.settings", tr("Open settings"), icon::gear, ButtonKind::quiet))
            ui.act(OpenSettings{});
        return;
    }
    const auto logo = logo_of(*state.work(), state.item);
    const std::optional<Anchor> corners[] = {std::nullopt, Anchor::top_left, Anchor::top_right,
                                             Anchor::bottom_left, Anchor::bottom_right};
    const int corner = ui.choices(
        "logo",
        {tr("None"), tr("top left"), tr("top right"), tr("bottom left"), tr("bottom right")},
        static_cast<int>(std::ranges::find(corners, logo) - std::begin(corners)));
    if (corner >= 0)
        ui.act(Change{
            tr("place the logo"), {}, with_logo(*state.work(), state.item, corners[corner])});
}

}  // namespace

void show_free_words(const State& state, Ui& ui) {
    auto text = text_of(*state.work(), state.item).value_or(TextOverlay{});
    const auto change = [&](const TextOverlay& next, const std::string& name,
                            const std::string& burst) {
        ui.act(Change{name, burst, with_text(*state.work(), state.item, next)});
    };
    if (ui.lines("text", tr("Words on the picture"), text.text, ui.theme.px(86),
                 tr("For example: Posyandu Melati, 12 May")))
        change(text, tr("change text"), "text");
    if (text.text.empty()) ui.muted(tr("Short is best: a few words that say what it is about."));
    else {
        const ChangeText changed = [&](const TextOverlay& next, const std::string& name) {
            change(next, name, {});
        };
        show_anchors(ui, text, changed);
        show_text_size(ui, text, changed);
        show_text_style(ui, text, changed);
        if (state.work()->task == Task::video) show_when(state, ui, text, changed);
    }
    ui.gap(4);
    show_logo(state, ui);
}

}  // namespace sunting
