// Measures loudness (EBU R128), and finds the gain to the loudness at which platforms play.
#pragma once

#include "video/audio/audio_flow.hpp"

#include <cstdint>
#include <optional>
#include <stop_token>

namespace mediaedit::internal {

/// Units: LUFS.
inline constexpr double level_target = -14;
/// More would make the noise of an empty room as loud as a voice. Units: dB.
inline constexpr double most_gain_db = 24;

struct Loudness {
    double integrated = 0;  ///< LUFS
    float peak = 0;         ///< the highest sample
};

/// Rewinds the flow. Absent: it is silent. Mono counts as played from two loudspeakers (dual mono).
/// Errors: cancelled, too_large (no memory).
std::optional<Loudness> measure_loudness(AudioFlow& flow, std::int64_t length,
                                         const std::stop_token& stop);

struct LevelGain {
    float gain = 1;
    bool enough = true;  ///< whether the target is reached
};

/// The gain for a LimitedAudio of `flow`, corrected for what the limiter takes away. Errors: as
/// measure_loudness.
LevelGain find_level_gain(AudioFlow& flow, std::int64_t length, const std::stop_token& stop);

}  // namespace mediaedit::internal
