// The packets of one audio stream: seeking in any container.
#include "video/audio/audio_source.hpp"

#include "base/failure.hpp"

namespace mediaedit::internal {
namespace {

/// Containers seek to a video frame, whose audio may come earlier in the file.
constexpr Time margin = std::chrono::seconds{2};

}  // namespace

std::optional<Time> AudioSource::start_of(const AVPacket& packet) const {
    const auto ticks = packet.pts != AV_NOPTS_VALUE ? packet.pts : packet.dts;
    if (ticks == AV_NOPTS_VALUE) return std::nullopt;
    return time_of(ticks);
}

bool AudioSource::look_ahead() {
    auto packet = new_packet();
    if (!read_on(*packet)) return false;
    ahead_.push_back(std::move(packet));
    return true;
}

bool AudioSource::read(AVPacket& packet) {
    av_packet_unref(&packet);
    if (ahead_.empty()) return read_on(packet);
    av_packet_move_ref(&packet, ahead_.front().get());
    ahead_.pop_front();
    return true;
}

void AudioSource::begin_again() {
    ahead_.clear();
    reopen();
}

void AudioSource::go_to(Time time) {
    ahead_.clear();
    const auto is_before = [&](const Packet& packet) {
        const auto start = start_of(*packet);
        return start && *start <= time;
    };
    bool found = false;
    if (time > margin) {
        try {
            found = seek(time - margin) && look_ahead() && is_before(ahead_.front());
        } catch (const Failure& failure) {
            // It cannot seek back; it is opened again instead.
            if (failure.error.code != ErrorCode::unreadable) throw;
        }
    }
    if (!found) {
        begin_again();
        if (!look_ahead()) return;
    }
    // Also reads the following packet, to know which is the last before `time`.
    while (is_before(ahead_.front()) && look_ahead() && is_before(ahead_.back()))
        ahead_.pop_front();
}

}  // namespace mediaedit::internal
