// What is heard of a result's sound: its packets, decoded as a player would that knows of no edit
// list.
#pragma once

#include "video/audio/sound_maker.hpp"

#include <cstdint>
#include <vector>

namespace mediaedit::test {

struct HeardSound {
    int rate_hz = 0;
    int channels = 0;
    std::vector<float> samples;  ///< together (left, right), from the result's first picture on
    std::vector<std::vector<std::uint8_t>> packets;  ///< the bytes of each
    double end = 0;                                  ///< of the last packet, in seconds
    bool even = true;  ///< each packet begins where the one before it ends, the first at 0
};

/// Decodes all that is left.
HeardSound hear(internal::SoundMaker& maker);

/// The middles of the clicks of click_wave, in seconds.
std::vector<double> clicks(const HeardSound& sound);

/// The root of the mean square between two moments, of one channel.
double loudness_between(const HeardSound& sound, double start, double end, int channel = 0);

/// How high the wave of one tone swings between two moments, whatever else is heard.
double level_of_tone(const HeardSound& sound, double hz, double start, double end, int channel = 0);

}  // namespace mediaedit::test
