// The work and what it is made of: files, edits, clips, the village.
#include "model/edits.hpp"
#include "model/recipes.hpp"
#include "model/update_parts.hpp"

#include <mediaedit/language.hpp>

#include <algorithm>
#include <cctype>
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
    // Where the photo itself was undone, the other steps have nothing to show.
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
    // Pictures of it would only fill the memory.
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

void on(Update& change, const ShowPlace& wanted) {
    change.state.picker.place = wanted.place;
    change.state.answers.erase("listing");  // pressed again it is looked at again
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
        // Dropped on the start screen: what is to be made follows from what it is.
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

/// Back or forth. Where the work was saved to is no step: it stays.
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

void on(Update& change, const ChangeSettings& wanted) {
    auto& settings = change.state.settings;
    const bool other_language = wanted.settings.language != settings.language;
    const bool other_village = wanted.settings.village != settings.village;
    settings = wanted.settings;
    if (other_language) {
        change.ask(SpeakLanguage{settings.language});
        // Sentences that were brought before are in the other language.
        ++change.state.work_version;
    }
    if (other_village && change.state.work()) {
        auto work = *change.state.work();
        work.post.village = settings.village;
        change.change(std::move(work), tr("change village"), "village");
    }
    change.ask(StoreSettings{settings});
}

void on(Update& change, const SeekTo& wanted) {
    change.stop_playing();
    change.state.playback.at = wanted.at;
    change.state.playback.rests_on.reset();
}

void on(Update& change, const RestOn& pointer) { change.state.playback.rests_on = pointer.at; }

void on(Update& change, const TogglePlay&) {
    auto& state = change.state;
    if (state.playback.playing) {
        change.stop_playing();
        return;
    }
    if (!state.work() || state.item >= state.post().items.size()) return;
    const auto& item = state.post().items[state.item];
    const auto facts = state.facts(item.file);
    if (!facts || facts->info.kind != MediaKind::video) return;
    const auto parts =
        kept_parts(*state.work(), state.item, facts->info.duration.value_or(Time(0)));
    auto from = state.playback.at;
    const bool inside = std::ranges::any_of(parts, [&](const TimeRange& part) {
        return from >= part.start && from + Time(100'000) < *part.end;
    });
    if (!inside) from = parts.front().start;
    state.playback.playing = true;
    change.ask(Play{item.file, parts, from,
                    state.settings.sound && item.recipe.sound.kind != Sound::Kind::off});
}

void on(Update& change, const ShowPart& wanted) { change.state.kept_part = wanted.part; }

void on(Update& change, const PlayMoved& moved) {
    auto& playback = change.state.playback;
    if (!playback.playing) return;
    playback.at = moved.at;
    playback.without_sound = moved.without_sound;
    if (moved.picture) playback.picture = moved.picture;
    if (!moved.playing) {
        playback.playing = false;
        playback.picture.reset();
    }
}

void on(Update& change, const AnswerCame& came) {
    auto& known = change.state.answers[came.answer.slot];
    // A picture that could not be made anew must not take away the one that is shown.
    if (!came.answer.error.empty() && std::holds_alternative<SharedPicture>(known.value) &&
        std::get<SharedPicture>(known.value)) {
        known.key = came.answer.key;
        known.error = came.answer.error;
        return;
    }
    known = came.answer;
}

void on(Update& change, const ExportVillage&) {
    change.ask(WriteVillage{change.state.settings.village, change.state.settings.results});
}
void on(Update& change, const ImportVillage&) { change.ask(BrowseVillage{}); }
void on(Update& change, const ChooseLogo&) { change.ask(BrowseLogo{}); }

void on(Update& change, const ChooseResults&) { change.ask(BrowseResults{}); }
void on(Update& change, const ResultsChosen& chosen) {
    auto settings = change.state.settings;
    settings.results = chosen.folder;
    on(change, ChangeSettings{settings});
}

void on(Update& change, const VillageRead& read) {
    if (!read.village) {
        change.say(read.problem, Toast::Kind::problem);
        return;
    }
    auto settings = change.state.settings;
    settings.village = *read.village;
    on(change, ChangeSettings{settings});
    change.say(tr("The village's profile was loaded."));
}

void on(Update& change, const LogoChosen& chosen) {
    auto settings = change.state.settings;
    settings.village.logo = chosen.file.string();
    on(change, ChangeSettings{settings});
}

void on(Update& change, const WorkStored& stored) {
    if (stored.problem.empty()) {
        if (stored.version == change.state.version_to_store) change.state.unsaved = false;
    } else change.say(stored.problem, Toast::Kind::problem);
}

}  // namespace sunting
