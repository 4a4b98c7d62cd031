// The work: its files and its edits.
#include "model/edits.hpp"
#include "model/update_parts.hpp"

#include <mediaedit/language.hpp>

#include <algorithm>
#include <cctype>
#include <utility>

namespace sunting {

using namespace mediaedit;

void on(Update& change, const ShowPlace& wanted) {
    change.state.picker.place = wanted.place;
    change.state.answers.erase("listing");  // pressed again, the folder is read again
    change.ask(ListPlaces{});
}
void on(Update& change, const PlacesCame& came) { change.state.picker.places = came.places; }

void on(Update& change, const ToggleFile& toggled) {
    auto& state = change.state;
    if (!state.work()) return;
    auto work = *state.work();
    auto& items = work.post.items;
    const auto found = std::ranges::find(items, toggled.file, &PostItem::file);
    const bool was_there = found != items.end();
    if (was_there) items.erase(found);
    else {
        if (work.task == Task::many && items.size() >= most_items) {
            change.say(tr("One post takes up to {count} photos; take one out first.",
                          {{"count", std::to_string(most_items)}}),
                       Toast::Kind::problem);
            return;
        }
        work = with_files(std::move(work), {toggled.file});
    }
    state.playback = {};
    change.change(std::move(work), was_there                           ? tr("take out photo")
                                   : state.work()->task == Task::video ? tr("choose video")
                                                                       : tr("choose photo"));
}

void on(Update& change, const Practise&) {
    if (change.state.screen == Screen::home && !change.state.sample.empty())
        on(change, TakeFiles{{change.state.sample}});
}

void on(Update& change, const TakeFiles& taken) {
    auto& state = change.state;
    if (taken.files.empty()) return;
    if (state.screen == Screen::settings || state.screen == Screen::greeting) {
        change.ask(KeepLogo{taken.files.front()});
        return;
    }
    if (!state.work()) {
        // Files dropped on the start screen choose the task.
        const auto is_clip = [](const std::filesystem::path& file) {
            auto end = file.extension().string();
            std::ranges::transform(end, end.begin(), [](unsigned char letter) {
                return static_cast<char>(std::tolower(letter));
            });
            static constexpr std::string_view clips[] = {".mp4",  ".mov", ".m4v", ".3gp",  ".mkv",
                                                         ".webm", ".avi", ".mts", ".m2ts", ".ts",
                                                         ".flv",  ".wmv", ".mpg", ".mpeg"};
            return std::ranges::find(clips, end) != std::end(clips);
        };
        on(change, Begin{taken.files.size() > 1         ? Task::many
                         : is_clip(taken.files.front()) ? Task::video
                                                        : Task::photo});
    }
    if (state.work()->task == Task::caption) {
        change.say(tr("This screen only writes captions; go back to the start to work on a photo."),
                   Toast::Kind::problem);
        return;
    }
    const auto before = state.post().items.size();
    change.change(with_files(*state.work(), taken.files),
                  state.work()->task == Task::video ? tr("choose video") : tr("choose photo"));
    if (state.work()->task == Task::many && before + taken.files.size() > most_items)
        change.say(tr("One post takes up to {count} photos; the rest were left out.",
                      {{"count", std::to_string(most_items)}}),
                   Toast::Kind::problem);
    state.item = 0;
    state.playback = {};
    if (state.step == Step::choose && state.work()->task != Task::many) on(change, GoOn{});
}

void on(Update& change, const BrowseElsewhere&) {
    if (change.state.work())
        change.ask(BrowseFiles{change.state.work()->task == Task::many,
                               change.state.work()->task == Task::video});
}

void on(Update& change, const Change& wanted) {
    change.change(wanted.work, wanted.name, wanted.burst);
}
void on(Update& change, const EndBurst&) {
    if (change.state.history) change.state.history->end_burst();
}

namespace {

/// Undoes or redoes, but keeps the folder the work was saved to.
void walk(State& state, void (History<Work>::*way)()) {
    const auto folder = state.work()->folder;
    ((*state.history).*way)();
    if (state.work()->folder == folder) return;
    auto work = *state.work();
    work.folder = folder;
    state.history->amend(std::move(work));
}

}  // namespace

void on(Update& change, const Undo&) {
    auto& state = change.state;
    if (!state.history || !state.history->undo_name()) return;
    const auto name = *state.history->undo_name();
    walk(state, &History<Work>::undo);
    change.work_changed();
    change.say(tr("Undone: {what}", {{"what", name}}));
}
void on(Update& change, const Redo&) {
    auto& state = change.state;
    if (!state.history || !state.history->redo_name()) return;
    const auto name = *state.history->redo_name();
    walk(state, &History<Work>::redo);
    change.work_changed();
    change.say(tr("Done again: {what}", {{"what", name}}));
}

void on(Update& change, const AnswerCame& came) {
    auto& known = change.state.answers[came.answer.slot];
    // A failed update must not remove the picture that is shown.
    if (!came.answer.error.empty() && std::holds_alternative<SharedPicture>(known.value) &&
        std::get<SharedPicture>(known.value)) {
        known.key = came.answer.key;
        known.error = came.answer.error;
        return;
    }
    known = came.answer;
}

void on(Update& change, const WorkStored& stored) {
    if (stored.problem.empty()) {
        if (stored.version == change.state.version_to_store) change.state.unsaved = false;
    } else change.say(stored.problem, Toast::Kind::problem);
}

}  // namespace sunting
