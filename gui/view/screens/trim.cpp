// Trimming a clip: its frame, a timeline with handles, and a panel with times.
#include "model/edits.hpp"
#include "view/screens/screens.hpp"
#include "view/screens/trim_parts.hpp"
#include "view/widgets/columns.hpp"
#include "view/widgets/icons.hpp"

#include <mediaedit/language.hpp>

#include <algorithm>

namespace sunting {

using namespace mediaedit;

namespace {

void show_verdict(const State& state, Ui& ui, const MediaInfo& info) {
    const auto length = kept_length(*state.work(), state.item, info.duration.value_or(Time(0)));
    bool all_fit = true;
    for (const auto& placement : placements_of_item(state, state.item)) {
        if (placement.max_duration_s && seconds(length) > *placement.max_duration_s) {
            ui.note(Tone::warning, tr("{place} takes at most {time}; now it is {length}.",
                                      {{"place", place_words(placement)},
                                       {"time", time_words(Time(static_cast<std::int64_t>(
                                                               *placement.max_duration_s * 1e6)),
                                                           false)},
                                       {"length", time_words(length)}}));
            all_fit = false;
        }
        if (placement.min_duration_s && seconds(length) < *placement.min_duration_s) {
            ui.note(Tone::warning, tr("{place} wants at least {time}; now it is {length}.",
                                      {{"place", place_words(placement)},
                                       {"time", time_words(Time(static_cast<std::int64_t>(
                                                    *placement.min_duration_s * 1e6)))},
                                       {"length", time_words(length)}}));
            all_fit = false;
        }
    }
    if (all_fit)
        ui.note(Tone::good, tr("The result is {length} long; that suits all chosen places.",
                               {{"length", time_words(length)}}));
}

void show_audio(const State& state, Ui& ui, const PostItem& item) {
    const bool silent = item.recipe.audio.kind == Audio::Kind::off;
    if (ui.button("sound", silent ? tr("Sound is off") : tr("Sound is on"),
                  silent ? icon::silent : icon::audio, ButtonKind::quiet))
        ui.act(Change{
            silent ? tr("sound on") : tr("sound off"),
            {},
            with_audio(*state.work(), state.item, silent ? Audio::Kind::keep : Audio::Kind::off)});
}

void show_cover(const State& state, Ui& ui) {
    if (ui.button("cover", tr("Save this picture as cover"), icon::picture, ButtonKind::quiet))
        ui.act(MakeCover{state.playback.at});
}

void show_player(const State& state, Ui& ui, Time frame, Time duration) {
    const bool playing = state.playback.playing;
    if (ui.icon_button("frame.back", tr("One picture back"), icon::step_back))
        ui.act(SeekTo{std::max(Time(0), state.playback.at - frame)});
    ImGui::SameLine(0, ui.theme.px(8));
    if (ui.button("play", playing ? tr("Pause") : tr("Play the result"),
                  playing ? icon::pause : icon::play, ButtonKind::normal))
        ui.act(TogglePlay{});
    ImGui::SameLine(0, ui.theme.px(8));
    if (ui.icon_button("frame.on", tr("One picture on"), icon::step_on))
        ui.act(SeekTo{std::min(duration - frame, state.playback.at + frame)});
    ImGui::SameLine(0, ui.theme.px(16));
    ImGui::AlignTextToFramePadding();
    ImGui::TextUnformatted((time_words(state.playback.at) + " / " + time_words(duration)).c_str());
}

void show_trim_side(const State& state, Ui& ui, const PostItem& item, const MediaInfo& info,
                    Time frame, bool beside_player) {
    show_ends(state, ui, info, frame);
    ui.gap(4);
    show_verdict(state, ui, info);
    ui.gap(4);
    if (!beside_player) {
        show_audio(state, ui, item);
        show_cover(state, ui);
    }
    if (state.playback.without_audio)
        ui.muted(tr("This computer gives no sound. The saved video has its sound all the same."));
}

void show_moment(const State& state, Ui& ui, ImVec2 size) {
    const auto slot = "uncut:" + std::to_string(state.item);
    const auto shown = state.playback.picture ? state.playback.picture : state.picture(slot);
    const auto* problem = state.answer(slot);
    const auto at = ImGui::GetCursorScreenPos();
    ImGui::GetWindowDrawList()->AddRectFilled(at, {at.x + size.x, at.y + size.y},
                                              color(ui.theme.colors.stage), ui.theme.px(10));
    ui.picture("moment", shown, size, problem ? problem->error : std::string());
}

}  // namespace

void show_trim(const State& state, Ui& ui) {
    if (state.item >= state.post().items.size()) return;
    ui.heading(tr("Choose the part of the video to use"));
    const auto& item = state.post().items[state.item];
    const auto facts = state.facts(item.file);
    const auto* answer = state.answer("facts:" + item.file.string());
    if (!facts) {
        if (answer && !answer->error.empty()) ui.note(Tone::error, answer->error);
        else ui.muted(tr("Opening the video…"));
        return;
    }
    const auto& info = facts->info;
    const auto duration = info.duration.value_or(Time(0));
    const auto frame =
        Time(static_cast<std::int64_t>(1e6 / (info.frame_rate > 1 ? info.frame_rate : 30)));
    const auto room = ImGui::GetContentRegionAvail();
    const float player = ui.theme.px(56), timeline = ui.theme.px(118);
    if (is_wide(ui)) {
        const float side = std::clamp(room.x * 0.3F, ui.theme.px(330), ui.theme.px(480)),
                    space = ui.theme.px(16), width = room.x - side - space,
                    height = room.y - timeline;
        const float left = ImGui::GetCursorScreenPos().x;
        ImGui::BeginGroup();
        show_moment(state, ui, {width, height - player});
        show_player(state, ui, frame, duration);
        // Sound and cover are in the same row if there is room.
        const float gap = ui.theme.px(8),
                    both = ui.button_width(tr("Sound is off"), true) +
                           ui.button_width(tr("Save this picture as cover"), true) + 2 * gap;
        ImGui::SameLine(0, gap);
        const bool beside_player = ImGui::GetCursorScreenPos().x - left + both <= width;
        if (beside_player) {
            show_audio(state, ui, item);
            ImGui::SameLine(0, gap);
            show_cover(state, ui);
        } else {
            ImGui::NewLine();
        }
        ImGui::EndGroup();
        ImGui::SameLine(0, space);
        ui.begin_panel("side", {side, height - ui.theme.px(8)});
        show_trim_side(state, ui, item, info, frame, beside_player);
        ui.end_panel();
        show_timeline(state, ui, item, info, frame);
        return;
    }
    ui.begin_panel("trim", room, false);
    // The picture shrinks so that the timeline is visible without scrolling. If it would become too
    // small, it keeps a readable size and the panel scrolls.
    const float beside_line = room.y - player - timeline;
    show_moment(state, ui,
                {ImGui::GetContentRegionAvail().x,
                 beside_line >= ui.theme.px(84) ? beside_line : ui.theme.px(150)});
    show_player(state, ui, frame, duration);
    show_timeline(state, ui, item, info, frame);
    show_trim_side(state, ui, item, info, frame, false);
    ui.end_panel();
}

}  // namespace sunting
