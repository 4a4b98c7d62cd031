// Finds the key frames at which a video can be cut by copying.
#include "video/container/key_times.hpp"

#include "video/handles.hpp"

namespace mediaedit::internal {
namespace {

/// If no key frame is found by then, the search ends.
constexpr int most_packets = 64;

std::optional<Time> key_before(VideoFile& file, Time moment) {
    file.seek(file.ticks_of(file.picture(), moment));
    const auto packet = new_packet();
    for (int i = 0; i < most_packets && file.read_picture(*packet); ++i) {
        const bool is_key = (packet->flags & AV_PKT_FLAG_KEY) != 0 && packet->pts != AV_NOPTS_VALUE;
        if (!is_key) continue;
        const auto time = file.time_of(packet->pts);
        return time <= moment ? std::optional(time) : std::nullopt;
    }
    return {};
}

}  // namespace

std::vector<std::optional<Time>> key_times(const VideoFile& file, std::span<const Time> moments) {
    auto own = file.reopened();
    std::vector<std::optional<Time>> times;
    for (const auto moment : moments) times.push_back(key_before(own, moment));
    return times;
}

}  // namespace mediaedit::internal
