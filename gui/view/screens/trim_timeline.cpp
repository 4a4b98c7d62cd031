// The timeline of a clip: small pictures, sound, and handles that are easy to grasp.
#include "model/edits.hpp"
#include "platform/imgui_versions.hpp"
#include "view/screens/trim_parts.hpp"
#include "view/widgets/widgets.hpp"

#include <mediaedit/language.hpp>

#include <imgui_internal.h>

#include <algorithm>
#include <filesystem>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace sunting {

using namespace mediaedit;

namespace {

/// The clip as a horizontal line: pixels to times and back.
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

/// Small pictures, each cut to its cell.
void draw_pictures(Ui& ui, const Line& line, const Strip& strip, float audio_height) {
    if (strip.pictures.empty()) return;
    auto& draw = *ImGui::GetWindowDrawList();
    const float width = line.box.width() / static_cast<float>(strip.pictures.size()),
                height = line.box.height() - audio_height;
    for (std::size_t i = 0; i < strip.pictures.size(); ++i) {
        const auto& picture = strip.pictures[i];
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

void draw_peaks(const Line& line, const Strip& strip, float audio_height) {
    if (strip.peaks.empty()) return;
    auto& draw = *ImGui::GetWindowDrawList();
    const float middle = line.box.bottom - audio_height / 2;
    for (std::size_t i = 0; i < strip.peaks.size(); ++i) {
        const float x = line.box.left + line.box.width() * (static_cast<float>(i) + 0.5F) /
                                            static_cast<float>(strip.peaks.size());
        const float half = std::max(1.0F, strip.peaks[i] * audio_height / 2);
        draw.AddLine(
            {x, middle - half}, {x, middle + half}, IM_COL32(130, 200, 255, 255),
            std::max(1.0F, line.box.width() / static_cast<float>(strip.peaks.size()) * 0.6F));
    }
}

void draw_strip(const State& state, Ui& ui, const Line& line, const std::filesystem::path& file) {
    auto& draw = *ImGui::GetWindowDrawList();
    draw.AddRectFilled({line.box.left, line.box.top}, {line.box.right, line.box.bottom},
                       color(ui.theme.colors.stage), ui.theme.px(6));
    const auto strip = state.known<Strip>("strip:" + file.string());
    if (!strip) return;
    const float audio_height = ui.theme.px(strip->peaks.empty() ? 0.0F : 26.0F);
    draw_pictures(ui, line, *strip, audio_height);
    draw_peaks(line, *strip, audio_height);
}

/// An end of a part. Returns the new time while it is dragged or moved by arrow keys.
std::optional<Time> handle(Ui& ui, const std::string& id, const std::string& label,
                           const Line& line, Time at, bool is_start, Time frame) {
    const float x = line.x_of(at), width = ui.theme.px(20), touch = ui.theme.px(44);
    // Outside the kept part, so that the handles of a short part do not cover each other.
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

/// Whether the pointer has rested for 0.06 s.
bool rests(const char* id, ImVec2 pointer) {
    constexpr float least_s = 0.06F;
    auto& storage = *ImGui::GetStateStorage();
    auto *x = storage.GetFloatRef(ImGui::GetID((std::string(id) + ".x").c_str()), -1),
         *y = storage.GetFloatRef(ImGui::GetID((std::string(id) + ".y").c_str()), -1);
    const bool moved =
        std::exchange(*x, pointer.x) != pointer.x || std::exchange(*y, pointer.y) != pointer.y;
    auto& for_s = *storage.GetFloatRef(ImGui::GetID((std::string(id) + ".s").c_str()), 0);
    for_s = moved ? 0 : for_s + ImGui::GetIO().DeltaTime;
    return for_s >= least_s;
}

/// Pressing anywhere shows that frame.
void take_presses(const State& state, Ui& ui, const Line& line, Time frame) {
    ImGui::SetCursorScreenPos({line.box.left, line.box.top});
    ImGui::SetItemAllowOverlap();
    ImGui::InvisibleButton("line", {line.box.width(), line.box.height()});
    ImGui::SetItemAllowOverlap();
    ui.record(Widget::Kind::area, "line", tr("The clip from beginning to end"), line.box);
    const float pointer = ImGui::GetIO().MousePos.x;
    if (ImGui::IsItemActive()) {
        const auto wanted = line.time_at(pointer);
        if (wanted != state.playback.at) ui.act(SeekTo{std::min(wanted, line.duration - frame)});
    } else if (ImGui::IsItemHovered() && rests("line", ImGui::GetIO().MousePos)) {
        // A press is likely: the decoder goes there now, to a point a little before, since decoding
        // forward is quick and seeking back is not.
        const auto there = std::min(line.time_at(pointer - ui.theme.px(3)), line.duration - frame);
        if (there != state.playback.rests_on && there != state.playback.at) ui.act(RestOn{there});
    }
}

/// What is left out is dark.
void draw_parts(Ui& ui, const Line& line, const std::vector<TimeRange>& parts) {
    auto& draw = *ImGui::GetWindowDrawList();
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
}

void show_handles(const State& state, Ui& ui, const Line& line, const std::vector<TimeRange>& parts,
                  Time frame) {
    for (std::size_t i = 0; i < parts.size(); ++i) {
        const auto number = std::to_string(i);
        if (const auto start = handle(ui, "start." + number, tr("Beginning of the part"), line,
                                      parts[i].start, true, frame)) {
            auto work = with_part_start(*state.work(), state.item, i, *start, line.duration);
            const auto now = kept_parts(work, state.item, line.duration)[i].start;
            ui.act(Change{tr("move the beginning"), "start." + number, std::move(work)});
            ui.act(ShowPart{i});
            ui.act(SeekTo{now});
        }
        if (const auto end = handle(ui, "end." + number, tr("End of the part"), line, *parts[i].end,
                                    false, frame)) {
            auto work = with_part_end(*state.work(), state.item, i, *end, line.duration);
            const auto now = *kept_parts(work, state.item, line.duration)[i].end;
            ui.act(Change{tr("move the end"), "end." + number, std::move(work)});
            ui.act(ShowPart{i});
            ui.act(SeekTo{std::max(Time(0), now - frame)});
        }
    }
}

void draw_position(Ui& ui, const Line& line, Time position) {
    auto& draw = *ImGui::GetWindowDrawList();
    const float x = line.x_of(position);
    draw.AddLine({x, line.box.top - ui.theme.px(8)}, {x, line.box.bottom + ui.theme.px(8)},
                 IM_COL32(0, 0, 0, 200), ui.theme.px(5));
    draw.AddLine({x, line.box.top - ui.theme.px(8)}, {x, line.box.bottom + ui.theme.px(8)},
                 IM_COL32(255, 255, 255, 255), ui.theme.px(2));
}

}  // namespace

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
    take_presses(state, ui, line, frame);
    draw_parts(ui, line, parts);
    show_handles(state, ui, line, parts, frame);
    draw_position(ui, line, state.playback.at);
    ImGui::SetCursorScreenPos({at.x, line.box.bottom + ui.theme.px(12)});
    ImGui::Dummy({1, 1});
}

}  // namespace sunting
