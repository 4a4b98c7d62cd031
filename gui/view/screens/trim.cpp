// Trimming a clip: the picture, what is kept of it on a line of small pictures, handles that are
// easy to grasp.
#include "model/edits.hpp"
#include "platform/imgui_versions.hpp"
#include "view/screens/screens.hpp"
#include "view/widgets/columns.hpp"
#include "view/widgets/icons.hpp"
#include "view/widgets/stage.hpp"

#include <mediaedit/language.hpp>

#include <imgui_internal.h>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <utility>

namespace sunting {

using namespace mediaedit;

namespace {

double seconds(Time time) { return std::chrono::duration<double>(time).count(); }

struct Line {
    Box box;
    Time duration;
    [[nodiscard]] float x_of(Time time) const {
        return box.left +
               static_cast<float>(seconds(time) / std::max(0.001, seconds(duration))) * box.width();
    }
    [[nodiscard]] Time time_at(float x) const {
        return Time(static_cast<std::int64_t>(std::clamp((x - box.left) / box.width(), 0.0F, 1.0F) *
                                              static_cast<float>(duration.count())));
    }
};

void draw_strip(const State& state, Ui& ui, const Line& line, const std::filesystem::path& file) {
    auto& draw = *ImGui::GetWindowDrawList();
    draw.AddRectFilled({line.box.left, line.box.top}, {line.box.right, line.box.bottom},
                       color(ui.theme.colors.stage), ui.theme.px(6));
    const auto strip = state.known<Strip>("strip:" + file.string());
    if (!strip) return;
    const float sound = ui.theme.px(strip->peaks.empty() ? 0.0F : 26.0F);
    if (!strip->pictures.empty()) {
        const float width = line.box.width() / static_cast<float>(strip->pictures.size()),
                    height = line.box.height() - sound;
        for (std::size_t i = 0; i < strip->pictures.size(); ++i) {
            const auto& picture = strip->pictures[i];
            if (!picture || picture->size.width < 1) continue;
            // Cut to the cell, not squeezed into it.
            const float cell = width / height, shape = static_cast<float>(picture->size.width) /
                                                       static_cast<float>(picture->size.height);
            ImVec2 from{0, 0}, to{1, 1};
            if (shape > cell) {
                from.x = (1 - cell / shape) / 2;
                to.x = 1 - from.x;
            } else {
                from.y = (1 - shape / cell) / 2;
                to.y = 1 - from.y;
            }
            const float left = line.box.left + width * static_cast<float>(i);
            draw.AddImage(ui.texture_of(picture), {left, line.box.top},
                          {left + width, line.box.top + height}, from, to);
        }
    }
    if (strip->peaks.empty()) return;
    const float middle = line.box.bottom - sound / 2;
    for (std::size_t i = 0; i < strip->peaks.size(); ++i) {
        const float x = line.box.left + line.box.width() * (static_cast<float>(i) + 0.5F) /
                                            static_cast<float>(strip->peaks.size());
        const float half = std::max(1.0F, strip->peaks[i] * sound / 2);
        draw.AddLine(
            {x, middle - half}, {x, middle + half}, IM_COL32(130, 200, 255, 255),
            std::max(1.0F, line.box.width() / static_cast<float>(strip->peaks.size()) * 0.6F));
    }
}

/// An end of a part. Gives the new time while it is dragged or moved by arrow keys.
std::optional<Time> handle(Ui& ui, const std::string& id, const std::string& label,
                           const Line& line, Time at, bool is_start, Time frame) {
    const float x = line.x_of(at), width = ui.theme.px(20), touch = ui.theme.px(44);
    // It lies outside of what is kept, so that two handles of a short part do not cover each other.
    const Box shown =
        is_start
            ? Box{x - width, line.box.top - ui.theme.px(4), x, line.box.bottom + ui.theme.px(4)}
            : Box{x, line.box.top - ui.theme.px(4), x + width, line.box.bottom + ui.theme.px(4)};
    const float left = is_start ? x - touch + ui.theme.px(6) : x - ui.theme.px(6);
    ImGui::SetCursorScreenPos({left, shown.top});
    ImGui::PushID(id.c_str());
    ImGui::InvisibleButton("##grasp", {touch, shown.height()});
    ImGui::PopID();
    const bool hovered = ImGui::IsItemHovered(), held = ImGui::IsItemActive();
    const bool focused =
        ui.record(Widget::Kind::slider, id, label, {left, shown.top, left + touch, shown.bottom})
            .focused;
    auto& draw = *ImGui::GetWindowDrawList();
    draw.AddRectFilled({shown.left, shown.top}, {shown.right, shown.bottom},
                       color(held || hovered ? ui.theme.colors.main_pressed : ui.theme.colors.main),
                       ui.theme.px(6),
                       is_start ? ImDrawFlags_RoundCornersLeft : ImDrawFlags_RoundCornersRight);
    const float middle = (shown.left + shown.right) / 2, center = (shown.top + shown.bottom) / 2;
    for (const float step : {-3.0F, 3.0F})
        draw.AddLine({middle + ui.theme.px(step), center - ui.theme.px(9)},
                     {middle + ui.theme.px(step), center + ui.theme.px(9)},
                     color(ui.theme.colors.on_main), ui.theme.px(2));
    if (hovered || held) ImGui::SetMouseCursor(ImGuiMouseCursor_ResizeEW);
    if (ImGui::IsItemDeactivated()) ui.act(EndBurst{});
    static float held_by = 0;
    if (ImGui::IsItemActivated()) held_by = x - ImGui::GetIO().MousePos.x;
    if (held && ImGui::IsMouseDragging(ImGuiMouseButton_Left, 1))
        return line.time_at(ImGui::GetIO().MousePos.x + held_by);
    if (focused) {
        for (const auto key : {Key::left, Key::right})
            if (key_pressed(key)) {
                ImGui::NavMoveRequestCancel();
                return key == Key::left ? at - frame : at + frame;
            }
    }
    return {};
}

/// Whether the pointer has not moved for a moment.
bool rests(const char* id, ImVec2 pointer) {
    constexpr float moment_s = 0.06F;
    auto& storage = *ImGui::GetStateStorage();
    auto *x = storage.GetFloatRef(ImGui::GetID((std::string(id) + ".x").c_str()), -1),
         *y = storage.GetFloatRef(ImGui::GetID((std::string(id) + ".y").c_str()), -1);
    const bool moved =
        std::exchange(*x, pointer.x) != pointer.x || std::exchange(*y, pointer.y) != pointer.y;
    auto& for_s = *storage.GetFloatRef(ImGui::GetID((std::string(id) + ".s").c_str()), 0);
    for_s = moved ? 0 : for_s + ImGui::GetIO().DeltaTime;
    return for_s >= moment_s;
}

void show_timeline(const State& state, Ui& ui, const PostItem& item, const MediaInfo& info,
                   Time frame) {
    const auto duration = info.duration.value_or(Time(0));
    const auto parts = kept_parts(*state.work(), state.item, duration);
    const auto at = ImGui::GetCursorScreenPos();
    const float inset = ui.theme.px(26), height = ui.theme.px(86);
    const Line line{
        {at.x + inset, at.y + ui.theme.px(6), at.x + ImGui::GetContentRegionAvail().x - inset,
         at.y + ui.theme.px(6) + height},
        duration};
    draw_strip(state, ui, line, item.file);
    auto& draw = *ImGui::GetWindowDrawList();
    // Pressing anywhere shows that moment.
    ImGui::SetCursorScreenPos({line.box.left, line.box.top});
    ImGui::SetItemAllowOverlap();
    ImGui::InvisibleButton("line", {line.box.width(), line.box.height()});
    ImGui::SetItemAllowOverlap();
    ui.record(Widget::Kind::area, "line", tr("The clip from beginning to end"), line.box);
    const float pointer = ImGui::GetIO().MousePos.x;
    if (ImGui::IsItemActive()) {
        const auto wanted = line.time_at(pointer);
        if (wanted != state.playback.at) ui.act(SeekTo{std::min(wanted, duration - frame)});
    } else if (ImGui::IsItemHovered() && rests("line", ImGui::GetIO().MousePos)) {
        // A press is likely. Whoever decodes is there then, and a little before: on is quick, back
        // is not.
        const auto there = std::min(line.time_at(pointer - ui.theme.px(3)), duration - frame);
        if (there != state.playback.rests_on && there != state.playback.at) ui.act(RestOn{there});
    }
    // What goes is dark.
    float from = line.box.left;
    for (const auto& part : parts) {
        draw.AddRectFilled({from, line.box.top}, {line.x_of(part.start), line.box.bottom},
                           IM_COL32(15, 18, 22, 190));
        from = line.x_of(*part.end);
    }
    draw.AddRectFilled({from, line.box.top}, {line.box.right, line.box.bottom},
                       IM_COL32(15, 18, 22, 190));
    for (const auto& part : parts)
        draw.AddRect({line.x_of(part.start), line.box.top - ui.theme.px(3)},
                     {line.x_of(*part.end), line.box.bottom + ui.theme.px(3)},
                     color(ui.theme.colors.main), 0, 0, ui.theme.px(3));
    for (std::size_t i = 0; i < parts.size(); ++i) {
        const auto number = std::to_string(i);
        if (const auto start = handle(ui, "start." + number, tr("Beginning of the part"), line,
                                      parts[i].start, true, frame)) {
            auto work = with_part_start(*state.work(), state.item, i, *start, duration);
            const auto now = kept_parts(work, state.item, duration)[i].start;
            ui.act(Change{tr("move the beginning"), "start." + number, std::move(work)});
            ui.act(ShowPart{i});
            ui.act(SeekTo{now});
        }
        if (const auto end = handle(ui, "end." + number, tr("End of the part"), line, *parts[i].end,
                                    false, frame)) {
            auto work = with_part_end(*state.work(), state.item, i, *end, duration);
            const auto now = *kept_parts(work, state.item, duration)[i].end;
            ui.act(Change{tr("move the end"), "end." + number, std::move(work)});
            ui.act(ShowPart{i});
            ui.act(SeekTo{std::max(Time(0), now - frame)});
        }
    }
    const float x = line.x_of(state.playback.at);
    draw.AddLine({x, line.box.top - ui.theme.px(8)}, {x, line.box.bottom + ui.theme.px(8)},
                 IM_COL32(0, 0, 0, 200), ui.theme.px(5));
    draw.AddLine({x, line.box.top - ui.theme.px(8)}, {x, line.box.bottom + ui.theme.px(8)},
                 IM_COL32(255, 255, 255, 255), ui.theme.px(2));
    ImGui::SetCursorScreenPos({at.x, line.box.bottom + ui.theme.px(12)});
    ImGui::Dummy({1, 1});
}

/// Beginning and end of the chosen part, with buttons for single pictures.
void show_ends(const State& state, Ui& ui, const MediaInfo& info, Time frame) {
    const auto duration = info.duration.value_or(Time(0));
    const auto parts = kept_parts(*state.work(), state.item, duration);
    const auto part = std::min(state.kept_part, parts.size() - 1);
    const auto words = [](const std::string& name, Time now) {
        return name + " " + time_words(now);
    };
    const auto begins = tr("Begins at"), ends = tr("Ends at");
    // The buttons of both rows stand below each other.
    const auto width = [](const std::string& text) { return ImGui::CalcTextSize(text.c_str()).x; };
    const float buttons = ImGui::GetCursorPosX() +
                          std::max(width(words(begins, duration)), width(words(ends, duration))) +
                          ui.theme.px(12);
    const auto end_row = [&](const std::string& id, const std::string& name, Time now,
                             bool is_start) {
        ImGui::AlignTextToFramePadding();
        ImGui::TextUnformatted(words(name, now).c_str());
        const struct {
            const char* id;
            std::string label;
            const char* sign;
            Time by;
        } steps[] = {{".back", tr("One picture earlier"), icon::minus, -frame},
                     {".on", tr("One picture later"), icon::plus, frame}};
        for (const auto& step : steps) {
            if (step.by < Time(0)) ImGui::SameLine(buttons);
            else ImGui::SameLine(0, ui.theme.px(8));
            if (ui.icon_button(id + step.id, name + ": " + step.label, step.sign)) {
                auto work =
                    is_start
                        ? with_part_start(*state.work(), state.item, part, now + step.by, duration)
                        : with_part_end(*state.work(), state.item, part, now + step.by, duration);
                const auto next = kept_parts(
                    work, state.item,
                    duration)[std::min(part, kept_parts(work, state.item, duration).size() - 1)];
                ui.act(Change{is_start ? tr("move the beginning") : tr("move the end"), id,
                              std::move(work)});
                ui.act(SeekTo{is_start ? next.start : std::max(Time(0), *next.end - frame)});
            }
        }
    };
    if (parts.size() > 1) {
        std::vector<std::string> names;
        for (std::size_t i = 0; i < parts.size(); ++i)
            names.push_back(tr("Part {number}", {{"number", std::to_string(i + 1)}}));
        const int pressed = ui.choices("part", names, static_cast<int>(part));
        if (pressed >= 0) ui.act(ShowPart{static_cast<std::size_t>(pressed)});
    }
    end_row("begin", begins, parts[part].start, true);
    end_row("finish", ends, *parts[part].end, false);
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

void show_sound(const State& state, Ui& ui, const PostItem& item) {
    const bool silent = item.recipe.sound.kind == Sound::Kind::off;
    if (ui.button("sound", silent ? tr("Sound is off") : tr("Sound is on"),
                  silent ? icon::silent : icon::sound, ButtonKind::quiet))
        ui.act(Change{
            silent ? tr("sound on") : tr("sound off"),
            {},
            with_sound(*state.work(), state.item, silent ? Sound::Kind::keep : Sound::Kind::off)});
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

void show_side(const State& state, Ui& ui, const PostItem& item, const MediaInfo& info, Time frame,
               bool beside_player) {
    show_ends(state, ui, info, frame);
    ui.gap(4);
    show_verdict(state, ui, info);
    ui.gap(4);
    if (!beside_player) {
        show_sound(state, ui, item);
        show_cover(state, ui);
    }
    if (state.playback.without_sound)
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
        // Sound and cover stand there too where there is room.
        const float gap = ui.theme.px(8),
                    both = ui.button_width(tr("Sound is off"), true) +
                           ui.button_width(tr("Save this picture as cover"), true) + 2 * gap;
        ImGui::SameLine(0, gap);
        const bool beside_player = ImGui::GetCursorScreenPos().x - left + both <= width;
        if (beside_player) {
            show_sound(state, ui, item);
            ImGui::SameLine(0, gap);
            show_cover(state, ui);
        } else {
            ImGui::NewLine();
        }
        ImGui::EndGroup();
        ImGui::SameLine(0, space);
        ui.begin_panel("side", {side, height - ui.theme.px(8)});
        show_side(state, ui, item, info, frame, beside_player);
        ui.end_panel();
        show_timeline(state, ui, item, info, frame);
        return;
    }
    ui.begin_panel("trim", room, false);
    // Rather a small picture than a line that must be scrolled to; but where it must, the picture
    // may as well be seen.
    const float beside_line = room.y - player - timeline;
    show_moment(state, ui,
                {ImGui::GetContentRegionAvail().x,
                 beside_line >= ui.theme.px(84) ? beside_line : ui.theme.px(150)});
    show_player(state, ui, frame, duration);
    show_timeline(state, ui, item, info, frame);
    show_side(state, ui, item, info, frame, false);
    ui.end_panel();
}

}  // namespace sunting
