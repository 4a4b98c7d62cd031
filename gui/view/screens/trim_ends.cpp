// Beginning and end of the chosen part as times, and parts removed from the middle.
#include "model/edits.hpp"
#include "view/screens/screens.hpp"
#include "view/screens/trim_parts.hpp"
#include "view/widgets/icons.hpp"

#include <mediaedit/language.hpp>

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

namespace sunting {

using namespace mediaedit;

namespace {

/// The part whose ends are set, for one frame of the window.
struct ShownPart {
    const State& state;
    Ui& ui;
    std::size_t index;
    Time duration;  ///< of the clip
    Time frame;     ///< of one picture
};

void move_end(const ShownPart& part, const std::string& id, bool is_start, Time to) {
    const auto& [state, ui, index, duration, frame] = part;
    auto work = is_start ? with_part_start(*state.work(), state.item, index, to, duration)
                         : with_part_end(*state.work(), state.item, index, to, duration);
    const auto parts = kept_parts(work, state.item, duration);
    const auto& moved = parts[std::min(index, parts.size() - 1)];
    ui.act(Change{is_start ? tr("move the beginning") : tr("move the end"), id, std::move(work)});
    ui.act(SeekTo{is_start ? moved.start : std::max(Time(0), *moved.end - frame)});
}

std::string end_words(const std::string& name, Time at) { return name + " " + time_words(at); }

/// An end's time with buttons for single pictures, from `buttons` on.
void show_end(const ShownPart& part, const std::string& id, const std::string& name, Time at,
              bool is_start, float buttons) {
    auto& ui = part.ui;
    ImGui::AlignTextToFramePadding();
    ImGui::TextUnformatted(end_words(name, at).c_str());
    const struct {
        const char* id;
        std::string label;
        const char* sign;
        Time by;
    } steps[] = {{".back", tr("One picture earlier"), icon::minus, -part.frame},
                 {".on", tr("One picture later"), icon::plus, part.frame}};
    for (const auto& step : steps) {
        if (step.by < Time(0)) ImGui::SameLine(buttons);
        else ImGui::SameLine(0, ui.theme.px(8));
        if (ui.icon_button(id + step.id, name + ": " + step.label, step.sign))
            move_end(part, id, is_start, at + step.by);
    }
}

}  // namespace

void show_ends(const State& state, Ui& ui, const MediaInfo& info, Time frame) {
    const auto duration = info.duration.value_or(Time(0));
    const auto parts = kept_parts(*state.work(), state.item, duration);
    const auto part = std::min(state.kept_part, parts.size() - 1);
    const auto begins = tr("Begins at"), ends = tr("Ends at");
    // The buttons of both rows stand below each other.
    const auto width = [](const std::string& text) { return ImGui::CalcTextSize(text.c_str()).x; };
    const float buttons =
        ImGui::GetCursorPosX() +
        std::max(width(end_words(begins, duration)), width(end_words(ends, duration))) +
        ui.theme.px(12);
    if (parts.size() > 1) {
        std::vector<std::string> names;
        for (std::size_t i = 0; i < parts.size(); ++i)
            names.push_back(tr("Part {number}", {{"number", std::to_string(i + 1)}}));
        const int pressed = ui.choices("part", names, static_cast<int>(part));
        if (pressed >= 0) ui.act(ShowPart{static_cast<std::size_t>(pressed)});
    }
    const ShownPart shown{state, ui, part, duration, frame};
    show_end(shown, "begin", begins, parts[part].start, true, buttons);
    show_end(shown, "finish", ends, *parts[part].end, false, buttons);
    if (ui.button("middle", tr("Remove a part in the middle"), icon::scissors, ButtonKind::normal,
                  *parts[part].end - parts[part].start >= 3 * least_part))
        ui.act(Change{tr("remove a part"),
                      {},
                      with_middle_removed(*state.work(), state.item, part, duration)});
    if (parts.size() > 1 && part > 0 &&
        ui.button("rejoin", tr("Keep the removed part"), icon::undo, ButtonKind::quiet))
        ui.act(Change{tr("keep a removed part"),
                      {},
                      with_gap_closed(*state.work(), state.item, part, duration)});
}

}  // namespace sunting
