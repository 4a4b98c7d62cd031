// Reads the sound of a preview.
#pragma once

#include "support/heard_sound.hpp"
#include "support/made_sound.hpp"
#include "support/temporary_folder.hpp"

#include <mediaedit/control.hpp>
#include <mediaedit/sound_preview.hpp>
#include <mediaedit/time.hpp>

#include <cmath>
#include <cstdint>
#include <filesystem>
#include <span>
#include <stdexcept>
#include <utility>
#include <vector>

namespace mediaedit::test {

inline constexpr int rate_hz = SoundPreview::rate_hz;

inline Time at(double seconds) { return Time(std::llround(seconds * 1e6)); }
Time moment(std::int64_t number) { return Time((number * 1'000'000 + rate_hz / 2) / rate_hz); }

inline SoundPreview opened(const std::filesystem::path& file, const Control& control = {}) {
    auto sound = SoundPreview::open(file, control);
    if (!sound) throw std::runtime_error(sound.error().message + sound.error().detail);
    return std::move(sound).value();
}

inline std::vector<std::int16_t> read(SoundPreview& sound, Time from, std::size_t moments) {
    const auto samples = sound.read(from, moments);
    if (!samples) throw std::runtime_error(samples.error().message + samples.error().detail);
    return *samples;
}

inline HeardSound heard(std::span<const std::int16_t> samples) {
    HeardSound sound{rate_hz, 2, {}, {}, 0, true};
    for (const auto sample : samples) sound.samples.push_back(static_cast<float>(sample) / 32768);
    return sound;
}

inline FilmMake wish(SoundCodec codec, int channels, int rate = 48'000) {
    FilmMake make;
    make.picture_seconds = make.sound_seconds = 9;
    make.codec = codec;
    make.channels = channels;
    make.rate_hz = rate;
    return make;
}

}  // namespace mediaedit::test
