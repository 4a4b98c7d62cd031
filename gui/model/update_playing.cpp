// Playing a clip and seeking in it.
#include "model/edits.hpp"
#include "model/update_parts.hpp"

#include <algorithm>

namespace sunting {

using namespace mediaedit;

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
                    state.settings.audio && item.recipe.audio.kind != Audio::Kind::off});
}

void on(Update& change, const ShowPart& wanted) { change.state.kept_part = wanted.part; }

void on(Update& change, const PlayMoved& moved) {
    auto& playback = change.state.playback;
    if (!playback.playing) return;
    playback.at = moved.at;
    playback.without_audio = moved.without_audio;
    if (moved.picture) playback.picture = moved.picture;
    if (!moved.playing) {
        playback.playing = false;
        playback.picture.reset();
    }
}

}  // namespace sunting
