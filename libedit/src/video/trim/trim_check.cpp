// Verifies the frame times of a trimmed file.
#include "video/trim/trim_check.hpp"

#include "base/failure.hpp"
#include "video/container/mp4_times.hpp"
#include "video/container/video_file.hpp"
#include "video/decode/copy_plan.hpp"

#include <algorithm>
#include <string>
#include <vector>

namespace mediaedit::internal {
namespace {

/// Uses the tables: reading a long file again would take longer than all else if it does not fit in
/// memory.
std::vector<std::int64_t> times_in(const VideoFile& file, std::size_t most, AVRational time_base) {
    const auto& layout = file.layout();
    const auto track = std::ranges::find(layout.tracks, "vide", &Mp4Track::handler);
    if (layout.damaged || layout.ends_early || track == layout.tracks.end() ||
        !track->edits.empty())
        fail_verification("the boxes are not as they were meant");
    auto times = shown_times(file.path(), *track, most);
    std::ranges::sort(times);
    const auto first = times.empty() ? 0 : times.front();
    for (auto& time : times)
        time =
            av_rescale_q(time - first, {1, static_cast<int>(track->ticks_per_second)}, time_base);
    return times;
}

}  // namespace

void check_trimmed(const NewFile& file, const ExpectedVideo& expected, const Control& control) {
    try {
        const auto path = file.readable_path();
        std::vector<std::int64_t> shown(expected.shown.begin(), expected.shown.end());
        std::ranges::sort(shown);
        // Fails where the file does not open or holds no frame.
        const auto result = VideoFile::open_own(path, control.limits, control.stop);
        const auto times = times_in(result, shown.size() + 1, expected.time_base);
        if (times != shown)
            fail_verification(std::to_string(times.size()) + " pictures or other times, expected " +
                              std::to_string(shown.size()));
    } catch (const Failure& failure) {
        if (failure.error.code == ErrorCode::cancelled) throw;
        fail_verification(failure.error.detail.empty() ? failure.error.message
                                                       : failure.error.detail);
    }
}

}  // namespace mediaedit::internal
