// A result's sound: its packets, decoded as by a player that ignores edit lists.
#pragma once

#include "video/audio/audio_maker.hpp"

#include <cstdint>
#include <vector>

namespace mediaedit::test {

struct HeardAudio {
    int rate_hz = 0;
    int channels = 0;
    std::vector<float> samples;  ///< interleaved (left, right), from the result's first picture on
    std::vector<std::vector<std::uint8_t>> packets;  ///< the bytes of each
    double end = 0;                                  ///< end of the last packet. Units: seconds
    bool even =
        true;  ///< the first packet begins at 0, each other one where the one before it ends
};

/// Decodes the rest.
HeardAudio hear(internal::AudioMaker& maker);

/// The middles of the clicks of click_wave, in seconds.
std::vector<double> clicks(const HeardAudio& audio);

/// RMS of one channel between two times.
double loudness_between(const HeardAudio& audio, double start, double end, int channel = 0);

/// Amplitude of one tone between two times, whatever else is in the sound.
double level_of_tone(const HeardAudio& audio, double hz, double start, double end, int channel = 0);

}  // namespace mediaedit::test
