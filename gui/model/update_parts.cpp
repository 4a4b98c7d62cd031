// What several updates share: changing and closing the work, and values derived from it.
#include "model/update_parts.hpp"

#include "model/recipes.hpp"

#include <mediaedit/post_draft.hpp>

#include <algorithm>
#include <chrono>
#include <string>
#include <utility>

namespace sunting {

using namespace mediaedit;

void Update::change(Work work, std::string name, std::string burst) {
    if (!state.history || work == state.history->now()) return;
    state.history->change(std::move(work), std::move(name), std::move(burst));
    work_changed();
}

void Update::work_changed() {
    ++state.work_version;
    state.version_to_store = state.work_version;
    state.unsaved = true;
    state.covering = false;
    if (state.saving.phase != Saving::Phase::running) state.saving = {};
    if (state.item >= std::max<std::size_t>(1, state.post().items.size())) state.item = 0;
    // If the choice of the photo was undone, the other steps have nothing to show.
    if (state.post().items.empty() && !can_go_to(state, state.step)) on(*this, GoTo{Step::choose});
    ask(StoreWork{state.history->shared(), state.work_version});
}

void Update::put_away() {
    stop_playing();
    state.history.reset();
    state.captions.reset();
    state.captions_of.clear();
    state.frames.clear();
    state.frames_of.clear();
    state.saving = {};
    state.help = false;
    // Its pictures would only take memory.
    std::erase_if(state.answers,
                  [](const auto& answer) { return !answer.first.starts_with("thumb:"); });
}

void Update::stop_playing() {
    if (!state.playback.playing) return;
    state.playback.playing = false;
    state.playback.picture.reset();
    ask(Pause{});
}

void Update::derive() {
    if (!state.history || state.screen != Screen::work) return;
    const auto day = day_taken(state);
    const std::string version =
        std::to_string(state.work_version) +
        (day ? ":" + std::to_string(std::chrono::sys_days(*day).time_since_epoch().count()) : "");
    if (state.step == Step::frame || state.step == Step::words) {
        const bool known = state.item < state.post().items.size() &&
                           state.facts(state.post().items[state.item].file);
        auto key = version + ":" + std::to_string(state.item) + (known ? "+" : "-");
        if (known) key += std::to_string(moment_of(state, state.item).count());
        for (const auto& placement : placements_of_item(state, state.item))
            if (const auto* answer =
                    state.answer("plan:" + std::to_string(state.item) + ":" + placement.id))
                key += answer->key;
        if (std::exchange(state.frames_of, key) != key)
            state.frames = place_frames(state, state.item);
    }
    if (state.step != Step::caption && state.step != Step::save) return;
    if (std::exchange(state.captions_of, version + state.settings.language) ==
        version + state.settings.language)
        return;
    auto drafts = draft_captions(state.post(), day);
    state.drafted_alt_text.clear();
    if (auto text = draft_alt_text(state.post(), day)) state.drafted_alt_text = std::move(*text);
    state.captions_problem = drafts ? std::string() : drafts.error().message;
    if (drafts) state.captions = std::move(*drafts);
    else state.captions.reset();
}

}  // namespace sunting
