// Saving the results.
#include "model/caption_fixes.hpp"
#include "model/edits.hpp"
#include "model/recipes.hpp"
#include "model/update_parts.hpp"

#include <mediaedit/language.hpp>

#include <algorithm>

namespace sunting {

using namespace mediaedit;

namespace {

/// Frames times pixels of all results of clips.
double video_pixels(const State& state) {
    double pixels = 0;
    for (std::size_t i = 0; i < state.post().items.size(); ++i) {
        const auto facts = state.facts(state.post().items[i].file);
        if (!facts || facts->info.kind != MediaKind::video) continue;
        const double seconds =
            std::chrono::duration<double>(
                kept_length(*state.work(), i, facts->info.duration.value_or(Time(0))))
                .count();
        for (const auto& placement : placements_of_item(state, i))
            pixels +=
                seconds * facts->info.frame_rate * placement.size.width * placement.size.height;
    }
    return pixels;
}

}  // namespace

void on(Update& change, const Save&) {
    auto& state = change.state;
    if (!state.work() || state.saving.phase == Saving::Phase::running ||
        state.post().placements.empty())
        return;
    change.stop_playing();
    auto folder = state.work()->folder;
    const bool is_first = folder.empty();
    if (is_first) folder = state.settings.results / folder_name_for(*state.work());
    state.saving = {};
    state.saving.phase = Saving::Phase::running;
    state.saving.folder = folder;
    const auto work = state.history->shared();
    change.ask(MakePost{{work, &work->post}, folder, video_pixels(state), is_first});
}

void on(Update& change, const FolderTaken& taken) {
    auto& state = change.state;
    if (!state.work() || state.saving.phase != Saving::Phase::running) return;
    state.saving.folder = taken.folder;
    auto work = *state.work();
    work.folder = taken.folder;
    state.history->amend(std::move(work));
    change.work_changed();
}

void on(Update& change, const StopSaving&) {
    if (change.state.saving.phase == Saving::Phase::running) change.ask(CancelMaking{});
}

void on(Update& change, const SaveMoved& moved) {
    auto& saving = change.state.saving;
    if (saving.phase != Saving::Phase::running) return;
    saving.fraction = std::max(saving.fraction, moved.fraction);
    saving.seconds_left = moved.seconds_left;
}

void on(Update& change, const SaveEnded& ended) {
    auto& saving = change.state.saving;
    saving.phase = ended.stopped  ? Saving::Phase::stopped
                   : ended.report ? Saving::Phase::done
                                  : Saving::Phase::failed;
    saving.report = ended.report;
    saving.folder = ended.folder;
    saving.problem = ended.problem;
    saving.details = ended.details;
    saving.fraction = 1;
    if (ended.encoded_pixels_per_s > 0) {
        change.state.settings.encoded_pixels_per_s = ended.encoded_pixels_per_s;
        change.ask(StoreSettings{change.state.settings});
    }
}

void on(Update& change, const MakeAnother&) {
    if (!change.state.work()) return;
    const auto task = change.state.work()->task;
    change.put_away();
    on(change, Begin{task});
}

void on(Update& change, const MakeCover& wanted) {
    const auto& state = change.state;
    if (!state.work() || state.item >= state.post().items.size()) return;
    const auto folder = state.work()->folder.empty()
                            ? state.settings.results / folder_name_for(*state.work())
                            : state.work()->folder;
    const auto& item = state.post().items[state.item];
    change.ask(ExportCover{item.file, uncut(item.recipe, item), wanted.at, folder});
}

void on(Update& change, const OpenResults&) {
    if (!change.state.saving.folder.empty()) change.ask(OpenFolder{change.state.saving.folder});
}

void on(Update& change, const CopyText& copy) {
    auto& state = change.state;
    if (const auto error = state.captions
                               ? open_error_of(*state.captions, state.post().quiet, copy.text)
                               : std::nullopt) {
        state.question =
            Question{Question::About::copy_unfixed,
                     tr("{problem} Copy the text all the same?", {{"problem", *error}})};
        state.question->copy = {copy.text, copy.confirmation};
        return;
    }
    copy_now(change, {copy.text, copy.confirmation});
}

void copy_now(Update& change, const Copied& copied) {
    change.ask(PutOnClipboard{copied.text});
    change.say(copied.confirmation);
}

}  // namespace sunting
