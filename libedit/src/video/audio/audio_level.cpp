// Measures loudness (EBU R128), and finds the gain to the loudness at which platforms play.
#include "video/audio/audio_level.hpp"

#include "base/cancel.hpp"
#include "video/audio/audio_limiter.hpp"
#include "video/handles.hpp"

#include <ebur128.h>

#include <algorithm>
#include <cmath>
#include <memory>
#include <vector>

namespace mediaedit::internal {
namespace {

/// The most that may be added for the limiter's gain reduction; more would flatten the dynamics.
/// Units: dB.
constexpr double most_correction_db = 6;
/// A smaller difference is not heard.
constexpr double near_enough_db = 0.2;
constexpr int corrections = 3;
/// If more is missing, the person gets a note. Units: dB.
constexpr double enough_db = 1;
constexpr std::int64_t measured_frames = 4096;

float from_db(double db) { return static_cast<float>(std::pow(10.0, db / 20)); }

}  // namespace

std::optional<Loudness> measure_loudness(AudioFlow& flow, std::int64_t length,
                                         const std::stop_token& stop) {
    const auto channels = static_cast<std::size_t>(flow.channels());
    // A histogram needs the same memory however long the video is.
    const OwnedByAddress<ebur128_state, &ebur128_destroy> meter(ebur128_init(
        static_cast<unsigned>(channels), audio_rate_hz, EBUR128_MODE_I | EBUR128_MODE_HISTOGRAM));
    if (!meter) fail_for_video_memory();
    if (channels == 1) ebur128_set_channel(meter.get(), 0, EBUR128_DUAL_MONO);
    Loudness loudness;
    std::vector<float> block;
    flow.rewind();
    for (std::int64_t done = 0; done < length;) {
        leave_if_stopped(stop);
        const auto frames = static_cast<std::size_t>(std::min(measured_frames, length - done));
        block.resize(frames * channels);
        flow.read(block);
        for (const float sample : block) loudness.peak = std::max(loudness.peak, std::abs(sample));
        if (ebur128_add_frames_float(meter.get(), block.data(), frames) != EBUR128_SUCCESS)
            return std::nullopt;
        done += static_cast<std::int64_t>(frames);
    }
    if (ebur128_loudness_global(meter.get(), &loudness.integrated) != EBUR128_SUCCESS ||
        !std::isfinite(loudness.integrated))
        return std::nullopt;
    return loudness;
}

LevelGain find_level_gain(AudioFlow& flow, std::int64_t length, const std::stop_token& stop) {
    const auto plain = measure_loudness(flow, length, stop);
    if (!plain) return {};
    double gain_db = std::min(most_gain_db, level_target - plain->integrated);
    double missing_db = level_target - plain->integrated - gain_db;
    // Between samples the wave reaches at most twice their height; below that the limiter does
    // nothing.
    if (plain->peak * from_db(gain_db) * 2 <= limiter_ceiling)
        return {from_db(gain_db), missing_db < enough_db};
    const double highest_gain_db = std::min(most_gain_db, gain_db + most_correction_db);
    double tried_db = gain_db;
    for (int i = 0; i < corrections; ++i) {
        LimitedAudio limited(flow, from_db(tried_db));
        const auto reached = measure_loudness(limited, length, stop);
        if (!reached) break;
        const double missed_db = level_target - reached->integrated;
        // A deep rumble can trigger the limiter, so that more gain makes the rest quieter.
        if (i > 0 && std::abs(missed_db) >= std::abs(missing_db)) break;
        gain_db = tried_db;
        missing_db = missed_db;
        tried_db = std::min(highest_gain_db, gain_db + missing_db);
        if (std::abs(missing_db) <= near_enough_db || tried_db == gain_db) break;
    }
    return {from_db(gain_db), missing_db < enough_db};
}

}  // namespace mediaedit::internal
