// The position in a played clip, from the audio that is heard or from passing time.
#pragma once

#include <mediaedit/time.hpp>

#include <algorithm>

namespace sunting {

/// Never goes back between two starts. Units: positions on the joined clock; `now` on any monotonic
/// clock. Threads: one at a time.
class PlayClock {
public:
    using Time = mediaedit::Time;
    enum class Leader { none, audio, time };

    void hold(Time at) {
        leader_ = Leader::none;
        anchor_ = last_ = at;
    }

    void start(Leader leader, Time at, Time now) {
        leader_ = leader;
        anchor_ = last_ = handed_ = at;
        anchored_at_ = now;
    }

    /// Audio from `from` to `until` was handed to the device, which had `latency` left to play
    /// before it.
    void hand_over(Time from, Time until, Time latency, Time now) {
        anchor_ = from - latency;
        handed_ = until;
        anchored_at_ = now;
    }

    [[nodiscard]] Time position(Time now) {
        auto at = anchor_;
        if (leader_ != Leader::none) at += now - anchored_at_;
        // Audio that was not handed over cannot have been heard.
        if (leader_ == Leader::audio) at = std::min(at, handed_);
        return last_ = std::max(last_, at);
    }

    [[nodiscard]] Leader leader() const { return leader_; }

private:
    Leader leader_ = Leader::none;
    Time anchor_{0}, anchored_at_{0}, handed_{0}, last_{0};
};

}  // namespace sunting
