// The start screen: tasks, and earlier work.
#include "view/screens/screens.hpp"
#include "view/widgets/icons.hpp"

#include <mediaedit/language.hpp>

#include <algorithm>
#include <chrono>
#include <cmath>

namespace sunting {

using namespace mediaedit;

namespace {

std::string task_words(int task) {
    switch (static_cast<Task>(task)) {
        case Task::photo: return tr("Photo");
        case Task::video: return tr("Short video");
        case Task::many: return tr("Many photos");
        case Task::caption: return tr("Caption");
    }
    return {};
}

std::string ago(std::chrono::system_clock::time_point when) {
    const auto minutes =
        std::chrono::duration_cast<std::chrono::minutes>(std::chrono::system_clock::now() - when)
            .count();
    if (minutes < 2) return tr("just now");
    if (minutes < 60) return tr("{count} minutes ago", {{"count", std::to_string(minutes)}});
    if (minutes < 24 * 60)
        return tr_count("{count} hour ago", "{count} hours ago",
                        static_cast<unsigned long>(minutes / 60));
    return tr_count("{count} day ago", "{count} days ago",
                    static_cast<unsigned long>(minutes / 60 / 24));
}

std::string name_of(const EarlierWork& work) {
    return work.title.empty() ? task_words(work.task) : work.title;
}

void show_earlier(const State& state, Ui& ui) {
    if (state.earlier.empty()) return;
    ui.gap(6);
    ui.bold(tr("Go on with earlier work"));
    int shown = 0;
    for (const auto& work : state.earlier) {
        if (++shown > 6) break;
        ImGui::PushID(work.id.c_str());
        const float trash = ui.theme.px(58),
                    width = std::max(ui.theme.px(120), ImGui::GetContentRegionAvail().x - trash);
        const auto words = name_of(work) + "   ·   " + task_words(work.task) +
                           (work.saved ? ", " + tr("finished") : std::string()) + ", " +
                           ago(work.changed);
        if (ui.button("earlier." + work.id, words, icon::pencil, ButtonKind::normal, true,
                      std::min(width, ui.theme.px(760))))
            ui.act(Continue{work.id});
        ImGui::SameLine(0, ui.theme.px(10));
        if (ui.icon_button("forget." + work.id, tr("Remove from this list; saved results stay"),
                           icon::trash))
            ui.act(Forget{work.id});
        ImGui::PopID();
    }
}

}  // namespace

void show_home(const State& state, Ui& ui) {
    ui.heading(tr("What do you want to make today?"));
    ui.gap(2);
    const float width = ImGui::GetContentRegionAvail().x, space = ui.theme.px(16);
    const int columns = width >= ui.theme.px(860) ? 4 : width >= ui.theme.px(420) ? 2 : 1;
    const float tile_width =
        std::floor((width - space * static_cast<float>(columns - 1) - ui.theme.px(4)) /
                   static_cast<float>(columns));
    const ImVec2 size{tile_width, ui.theme.px(columns == 4 ? 206 : 226)};
    struct Choice {
        const char* id;
        Task task;
        std::string name, sentence;
        const char* sign;
    };
    const Choice all[] = {
        {"home.photo", Task::photo, tr("Photo of an activity"),
         tr("One photo for Instagram, Facebook and WhatsApp."), icon::camera},
        {"home.video", Task::video, tr("Short video"),
         tr("Trim a clip, make it a Reel or a Status."), icon::film},
        {"home.many", Task::many, tr("Many photos"),
         tr("Up to ten photos in one post, all of one look."), icon::several},
        {"home.caption", Task::caption, tr("Caption only"),
         tr("Answer a few questions and copy the text."), icon::pencil},
    };
    int column = 0;
    for (const auto& choice : all) {
        if (column > 0) ImGui::SameLine(0, space);
        column = (column + 1) % columns;
        if (ui.tile(choice.id, choice.name, choice.sentence, choice.sign, size))
            ui.act(Begin{choice.task});
    }
    if (state.interrupted) {
        ui.gap(6);
        ui.note(Tone::warning,
                tr("The program was closed while you were working. Nothing is lost."));
        if (ui.button("interrupted",
                      tr("Go on with: {what}", {{"what", name_of(*state.interrupted)}}),
                      icon::right, ButtonKind::main))
            ui.act(Continue{state.interrupted->id});
    }
    show_earlier(state, ui);
    if (!state.sample.empty()) {
        ui.gap(2);
        if (ui.button("practise", tr("Try it first with a sample photo"), icon::question,
                      ButtonKind::quiet))
            ui.act(Practise{});
    }
    ui.gap(6);
    ui.note(Tone::hint, tr("You can also drag photos or a video from a folder into this window. "
                           "The originals are never changed."));
}

}  // namespace sunting
