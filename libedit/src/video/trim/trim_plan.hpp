// What a trim keeps of a video, what of that is copied, and on which clock.
#pragma once

#include "video/audio/audio_maker.hpp"
#include "video/container/video_file.hpp"
#include "video/decode/copy_plan.hpp"

#include <mediaedit/control.hpp>
#include <mediaedit/recipe.hpp>
#include <mediaedit/time.hpp>

#include <cstdint>
#include <vector>

namespace mediaedit::internal {

/// A kept range in the result.
struct PlacedRange {
    const KeptRange& range;
    std::int64_t at;  ///< where it begins in the result. Units: ticks of CutClock
};

struct TrimPlan {
    CopySource source;
    std::vector<KeptRange> ranges;
    CutClock cuts;
    std::int64_t length = 0;  ///< of the result. Units: ticks of `cuts`

    [[nodiscard]] Time duration() const { return cuts.time(length); }
    /// When a frame is shown in the result. Units: `pts` in the source's ticks, the result in ticks
    /// of `cuts`. A frame already on the screen when the range begins is shown from its beginning.
    [[nodiscard]] std::int64_t result_time(std::int64_t pts, const PlacedRange& place) const;
};

/// `recipe`: one that changes_only_parts. Errors: CannotCopy, also when too much would have to be
/// encoded; bad_recipe, when no frame is kept; too_large; those of VideoFile.
TrimPlan plan_trim(VideoFile& file, const Recipe& recipe, const Limits& limits);

/// The audio of each range, from its first frame to the end of its last one.
AudioOptions audio_options_of(const TrimPlan& plan, const Recipe& recipe);

/// An upper bound of the frames in the result.
std::int64_t most_frames(const VideoFile& file, const TrimPlan& plan);

/// How many frames the codec holds back for reordering, where the file does not say, and at most.
inline constexpr int most_delay = 16;  // as many as H.264 allows

}  // namespace mediaedit::internal
