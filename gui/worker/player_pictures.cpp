// Plays a clip's kept parts: the thread that makes frames and shows each when it is due.
#include "worker/player.hpp"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <utility>

namespace sunting {

using mediaedit::Time;

namespace {

/// The precision of the position from audio.
constexpr Time one_moment{1'000'000 / mediaedit::AudioPreview::rate_hz + 1};
/// The clock is read at least this often.
constexpr Time longest_nap{10'000};
/// A device that asks for no audio for this long is considered lost.
constexpr Time lost_after{2'000'000};
constexpr double fewest_a_second = 1, most_a_second = 120;

}  // namespace

template <class IsOver>
void Player::wait_for_position(Lock& lock, Time joined, const IsOver& is_over) {
    while (!is_over()) {
        const auto now = clock_();
        if (wants_device_running() && now - asked_at_ > lost_after) go_on_without_device();
        const auto left = joined - play_clock_.position(now) - one_moment;
        if (left <= Time(0)) return;
        changed_.wait_for(lock, std::clamp(left, Time(1000), longest_nap));
    }
}

void Player::run_pictures() {
    std::uint64_t played = 0;
    Lock lock(mutex_);
    while (true) {
        changed_.wait(lock, [&] { return stopping_ || (played != turn_ && is_active()); });
        if (stopping_) return;
        played = turn_;
        play_pictures(lock);
    }
}

void Player::play_pictures(Lock& lock) {
    const auto turn = turn_;
    const auto clip = clip_;
    const auto ranges = ranges_;
    const auto is_over = [&] { return stopping_ || turn != turn_ || !is_active(); };
    const double frame_us =
        1e6 /
        (clip->frame_rate > 0 ? std::clamp(clip->frame_rate, fewest_a_second, most_a_second) : 30);
    const auto frame = Time(std::llround(frame_us));
    // Asks a little after the frame's start, and for the last frame before its end: files round
    // both.
    const auto last = ranges->length() - frame / 4;
    Time target = begin_, ask = begin_, cost{0};
    const auto call_out = [&](auto&& call) {
        lock.unlock();
        call();
        lock.lock();
    };
    while (!is_over()) {
        const auto at = ranges->to_clip(ask);
        auto picture_at = picture_at_;
        std::optional<mediaedit::Result<mediaedit::PictureView>> made;
        const auto begun = clock_();
        if (picture_at) call_out([&] { made.emplace(picture_at(at)); });
        cost += (clock_() - begun - cost) / 4;
        const bool is_late = play_clock_.position(clock_()) > target + frame;
        wait_for_position(lock, target, is_over);
        if (is_over()) return;
        if (made && *made)
            picture_ = {std::make_shared<const mediaedit::PictureView>(std::move(*made).value()),
                        at};
        error_ = made && !*made ? std::optional(made->error()) : std::nullopt;
        is_picture_ready_ = true;
        changed_.notify_all();
        if (wake_) call_out(wake_);
        if (is_over() || target >= last) break;
        // After a late frame: continues with the next one that can be in time, and drops those
        // between.
        const auto earliest =
            std::max(target + frame / 2, is_late ? play_clock_.position(clock_()) + cost : Time(0));
        target = Time(
            std::llround(std::ceil(static_cast<double>(earliest.count()) / frame_us) * frame_us));
        if (target + frame / 4 >= last) target = last;
        ask = std::min(target + frame / 4, last);
    }
    wait_for_position(lock, ranges->length(), is_over);
    if (is_over()) return;
    play_clock_.hold(ranges->length());
    phase_ = Phase::finished;
    changed_.notify_all();
    if (wake_) call_out(wake_);
}

}  // namespace sunting
