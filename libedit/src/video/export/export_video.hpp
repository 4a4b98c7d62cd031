// Exports a video to results.
#pragma once

#include "av/av_parts.hpp"
#include "video/encode/encoder_choice.hpp"

#include <mediaedit/control.hpp>
#include <mediaedit/export_media.hpp>

#include <span>
#include <vector>

namespace mediaedit::internal {

/// As export_many. `logos`: for each job the logos of its overlays, or the error that loading them
/// gave. Errors: only those that concern all jobs; each job has its own Result.
std::vector<Result<Report>> export_video(const DescribedVideo& source, std::span<const Job> jobs,
                                         std::span<const Result<Logos>> logos,
                                         const Control& control);

/// The same, with other encoders to choose from.
std::vector<Result<Report>> export_video(const DescribedVideo& source, std::span<const Job> jobs,
                                         std::span<const Result<Logos>> logos,
                                         const Control& control, EncoderChoice& encoders);

}  // namespace mediaedit::internal
