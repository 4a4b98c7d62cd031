// How loud people hear a sound (EBU R128), and what brings it to the loudness that platforms play
// at.
#include "video/audio/sound_level.hpp"

#include "base/cancel.hpp"
#include "video/audio/sound_limiter.hpp"
#include "video/handles.hpp"

#include <ebur128.h>

#include <algorithm>
#include <cmath>
#include <memory>
#include <vector>

namespace mediaedit::internal {
namespace {

/// Softened peaks may be made up for by so much; more would press all sound flat. Units: dB.
constexpr double most_correction_db = 6;
/// Nearer than people hear.
constexpr double near_enough_db = 0.2;
constexpr int corrections = 3;
/// Further away than this people are told. Units: dB.
constexpr double enough_db = 1;
constexpr std::int64_t block_moments = 4096;

float from_db(double db) { return static_cast<float>(std::pow(10.0, db / 20)); }

}  // namespace

std::optional<Loudness> measure_loudness(SoundFlow& flow, std::int64_t length,
                                         const std::stop_token& stop) {
    const auto channels = static_cast<std::size_t>(flow.channels());
    // A histogram: of one size however long the film.
    const OwnedByAddress<ebur128_state, &ebur128_destroy> meter(ebur128_init(
        static_cast<unsigned>(channels), sound_rate_hz, EBUR128_MODE_I | EBUR128_MODE_HISTOGRAM));
    if (!meter) fail_for_video_memory();
    if (channels == 1) ebur128_set_channel(meter.get(), 0, EBUR128_DUAL_MONO);
    Loudness loudness;
    std::vector<float> block;
    flow.rewind();
    for (std::int64_t done = 0; done < length;) {
        leave_if_stopped(stop);
        const auto moments = static_cast<std::size_t>(std::min(block_moments, length - done));
        block.resize(moments * channels);
        flow.read(block);
        for (const float sample : block) loudness.peak = std::max(loudness.peak, std::abs(sample));
        if (ebur128_add_frames_float(meter.get(), block.data(), moments) != EBUR128_SUCCESS)
            return std::nullopt;
        done += static_cast<std::int64_t>(moments);
    }
    if (ebur128_loudness_global(meter.get(), &loudness.integrated) != EBUR128_SUCCESS ||
        !std::isfinite(loudness.integrated))
        return std::nullopt;
    return loudness;
}

LevelGain find_level_gain(SoundFlow& flow, std::int64_t length, const std::stop_token& stop) {
    const auto plain = measure_loudness(flow, length, stop);
    if (!plain) return {};
    double gain_db = std::min(most_gain_db, level_target - plain->integrated);
    double missing_db = level_target - plain->integrated - gain_db;
    // The wave may swing up to twice as high between samples; below that nothing will be softened.
    if (plain->peak * from_db(gain_db) * 2 <= limiter_ceiling)
        return {from_db(gain_db), missing_db < enough_db};
    const double highest_gain_db = std::min(most_gain_db, gain_db + most_correction_db);
    double tried_db = gain_db;
    for (int i = 0; i < corrections; ++i) {
        LimitedSound limited(flow, from_db(tried_db));
        const auto reached = measure_loudness(limited, length, stop);
        if (!reached) break;
        const double missed_db = level_target - reached->integrated;
        // A deep rumble presses the rest down: more gain can make less of it.
        if (i > 0 && std::abs(missed_db) >= std::abs(missing_db)) break;
        gain_db = tried_db;
        missing_db = missed_db;
        tried_db = std::min(highest_gain_db, gain_db + missing_db);
        if (std::abs(missing_db) <= near_enough_db || tried_db == gain_db) break;
    }
    return {from_db(gain_db), missing_db < enough_db};
}

}  // namespace mediaedit::internal
