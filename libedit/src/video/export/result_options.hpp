// With which options a result is encoded.
#pragma once

#include "video/encode/picture_encoder.hpp"
#include "video/export/video_job_state.hpp"

#include <mediaedit/plan.hpp>

#include <cstdint>
#include <optional>

namespace mediaedit::internal {

/// A rate as the exact fraction: 29.97 is 30000/1001.
AVRational rate_of(double frames_a_second);

/// What a result needs apart from its colours. `rate`: constant rate of the result; absent: it
/// varies as in the source. Errors: bad_recipe (too small); too_large.
EncoderOptions result_options(const VideoJobState& state, const Plan& plan,
                              std::optional<AVRational> rate, const VideoExport& video);

/// Whether the result keeps the source's matrix, range and primaries. Placements, tone mapping and
/// adjustments need BT.709.
bool keeps_colours(const Job& job, const AVCodecParameters& source);

}  // namespace mediaedit::internal
