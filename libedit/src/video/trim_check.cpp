// A trimmed file is read again before it gets its name.
#include "video/trim_check.hpp"

#include "base/failure.hpp"
#include "video/copy_plan.hpp"
#include "video/video_file.hpp"

#include <algorithm>
#include <string>
#include <vector>

namespace mediaedit::internal {
namespace {

[[noreturn]] void differs(const std::string& detail) { throw CannotCopy{"verification", detail}; }

std::vector<std::int64_t> times_in(VideoFile& file, AVRational time_base) {
    std::vector<std::int64_t> times;
    const auto packet = new_packet();
    while (file.read(*packet))
        if (packet->stream_index == file.picture().index) times.push_back(av_rescale_q(packet->pts - file.origin(), file.picture().time_base, time_base));
    return times;
}

}  // namespace

void check_trimmed(const NewFile& file, const ExpectedVideo& expected, const Control& control) {
    try {
        const auto path = file.readable_path();
        std::vector<std::int64_t> shown(expected.shown.begin(), expected.shown.end());
        std::ranges::sort(shown);
        VideoFile result(path, control.limits, control.stop);
        auto times = times_in(result, expected.time_base);
        std::ranges::sort(times);
        if (times != shown) differs(std::to_string(times.size()) + " pictures or other times, expected " + std::to_string(shown.size()));
    } catch (const Failure& failure) {
        if (failure.error.code == ErrorCode::cancelled) throw;
        differs(failure.error.detail.empty() ? failure.error.message : failure.error.detail);
    }
}

}  // namespace mediaedit::internal
