// Reads the sound of a preview.
#pragma once

#include "support/heard_audio.hpp"
#include "support/made_audio.hpp"
#include "support/temporary_folder.hpp"

#include <mediaedit/audio_preview.hpp>
#include <mediaedit/control.hpp>
#include <mediaedit/time.hpp>

#include <cmath>
#include <cstdint>
#include <filesystem>
#include <span>
#include <stdexcept>
#include <utility>
#include <vector>

namespace mediaedit::test {

inline constexpr int rate_hz = AudioPreview::rate_hz;

inline Time at(double seconds) { return Time(std::llround(seconds * 1e6)); }
inline Time moment(std::int64_t number) {
    return Time((number * 1'000'000 + rate_hz / 2) / rate_hz);
}

inline AudioPreview opened(const std::filesystem::path& file, const Control& control = {}) {
    auto audio = AudioPreview::open(file, control);
    if (!audio) throw std::runtime_error(audio.error().message + audio.error().detail);
    return std::move(audio).value();
}

inline std::vector<std::int16_t> read(AudioPreview& audio, Time from, std::size_t moments) {
    const auto samples = audio.read(from, moments);
    if (!samples) throw std::runtime_error(samples.error().message + samples.error().detail);
    return *samples;
}

inline HeardAudio heard(std::span<const std::int16_t> samples) {
    HeardAudio audio{rate_hz, 2, {}, {}, 0, true};
    for (const auto sample : samples) audio.samples.push_back(static_cast<float>(sample) / 32768);
    return audio;
}

inline FilmMake options(AudioCodec codec, int channels, int rate = 48'000) {
    FilmMake make;
    make.picture_seconds = make.audio_seconds = 9;
    make.codec = codec;
    make.channels = channels;
    make.rate_hz = rate;
    return make;
}

}  // namespace mediaedit::test
