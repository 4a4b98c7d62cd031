// How loud people hear a sound (EBU R128), and what brings it to the loudness that platforms play
// at.
#pragma once

#include "video/audio/sound_flow.hpp"

#include <cstdint>
#include <optional>
#include <stop_token>

namespace mediaedit::internal {

/// Units: LUFS.
inline constexpr double level_target = -14;
/// More would lift the hiss of an empty room to the loudness of a voice. Units: dB.
inline constexpr double most_gain_db = 24;

struct Loudness {
    double integrated = 0;  ///< LUFS
    float peak = 0;         ///< the highest sample
};

/// From the flow's first moment on. Nothing: there is no sound in it.
/// One channel counts as what it is heard as: the same from two loudspeakers.
/// Errors: cancelled, too_large (no memory).
std::optional<Loudness> measure_loudness(SoundFlow& flow, std::int64_t length,
                                         const std::stop_token& stop);

struct LevelGain {
    float gain = 1;
    bool enough = true;  ///< whether the target is reached
};

/// The one gain for a LimitedSound of `flow`: where it softens peaks, the gain is corrected for
/// that. Errors: as measure_loudness.
LevelGain find_level_gain(SoundFlow& flow, std::int64_t length, const std::stop_token& stop);

}  // namespace mediaedit::internal
