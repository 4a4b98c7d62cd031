// Plays a clip's kept parts: calls of the window and of the audio device.
#include "worker/player.hpp"

#include <algorithm>
#include <chrono>
#include <utility>

namespace sunting {

using mediaedit::Time;

namespace {

/// Half a second: a slow disk may take that long.
constexpr std::size_t ring_moments = mediaedit::AudioPreview::rate_hz / 2;

Time steady_time() {
    return std::chrono::duration_cast<Time>(std::chrono::steady_clock::now().time_since_epoch());
}

}  // namespace

Player::Player(std::unique_ptr<AudioOutput> output, std::function<void()> wake, Clock clock)
    : output_(std::move(output)),
      wake_(std::move(wake)),
      clock_(clock ? std::move(clock) : Clock(&steady_time)),
      ring_(ring_moments) {
    audio_thread_ = std::thread([this] { run_audio(); });
    picture_thread_ = std::thread([this] { run_pictures(); });
}

Player::~Player() {
    {
        const std::scoped_lock lock(mutex_);
        stopping_ = true;
    }
    stop_.request_stop();
    changed_.notify_all();
    audio_thread_.join();
    picture_thread_.join();
}

void Player::play(PlayedClip clip, Time from) {
    auto ranges = std::make_shared<const JoinedRanges>(clip.ranges, clip.duration);
    {
        const std::scoped_lock lock(mutex_);
        if (clip_ && clip_->source != clip.source) picture_ = {};
        ++turn_;
        picture_at_ = clip.picture_at;
        clip_ = std::make_shared<const PlayedClip>(std::move(clip));
        ranges_ = std::move(ranges);
        begin_ = ranges_->to_joined(from);
        phase_ = ranges_->length() > Time(0) ? Phase::starting : Phase::finished;
        play_clock_.hold(begin_);
        ring_.clear();
        handed_ = moment_at(begin_);
        is_audio_ready_ = is_audio_whole_ = is_picture_ready_ = closing_ = false;
        error_.reset();
    }
    changed_.notify_all();
}

void Player::show(PictureAt picture_at) {
    const std::scoped_lock lock(mutex_);
    picture_at_ = std::move(picture_at);
}

void Player::stop_at(Phase phase) {
    play_clock_.hold(play_clock_.position(clock_()));
    phase_ = phase;
}

void Player::pause() {
    {
        const std::scoped_lock lock(mutex_);
        if (is_active()) stop_at(Phase::paused);
    }
    changed_.notify_all();
}

void Player::close() {
    {
        const std::scoped_lock lock(mutex_);
        if (is_active()) stop_at(Phase::paused);
        closing_ = true;
    }
    changed_.notify_all();
}

Time Player::position() const {
    const std::scoped_lock lock(mutex_);
    if (!ranges_) return Time(0);
    return ranges_->to_clip(std::min(play_clock_.position(clock_()), ranges_->length()));
}

bool Player::playing() const {
    const std::scoped_lock lock(mutex_);
    return is_active();
}

bool Player::finished() const {
    const std::scoped_lock lock(mutex_);
    return phase_ == Phase::finished;
}

bool Player::has_audio_device() const {
    const std::scoped_lock lock(mutex_);
    return has_device_;
}

PlayedPicture Player::picture() const {
    const std::scoped_lock lock(mutex_);
    return picture_;
}

std::optional<mediaedit::Error> Player::error() const {
    const std::scoped_lock lock(mutex_);
    return error_;
}

void Player::fill(std::span<std::int16_t> samples) {
    std::size_t taken = 0;
    {
        const std::scoped_lock lock(mutex_);
        const auto now = clock_();
        asked_at_ = now;
        if (wants_device_running()) taken = ring_.take(samples);
        if (taken > 0) {
            const auto from = handed_;
            handed_ += static_cast<std::int64_t>(taken);
            play_clock_.hand_over(time_of(from), time_of(handed_), output_->latency(), now);
        }
    }
    std::ranges::fill(samples.subspan(2 * taken), std::int16_t{0});
    if (taken > 0) changed_.notify_all();
}

void Player::go_on_without_device() {
    has_device_ = false;
    closing_ = true;  // the next play() looks for a device again
    const auto now = clock_();
    play_clock_.start(PlayClock::Leader::time, play_clock_.position(now), now);
    changed_.notify_all();
}

}  // namespace sunting
