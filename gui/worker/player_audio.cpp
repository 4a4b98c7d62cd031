// Plays a clip's kept parts: the thread that decodes audio ahead and owns the device.
#include "worker/joined_audio.hpp"
#include "worker/player.hpp"

#include <chrono>
#include <utility>

namespace sunting {

using mediaedit::AudioPreview;
using mediaedit::Control;

namespace {

/// Decoded in one step.
constexpr std::size_t chunk_moments = 2048;
/// Decoded before playback begins: 0.17 s.
constexpr std::size_t ready_moments = 4 * chunk_moments;
/// The longest wait for the first frame, which may be far from a key frame.
constexpr std::chrono::milliseconds most_wait{300};

}  // namespace

/// Only this thread uses these.
struct Player::AudioSide {
    std::uint64_t turn = 0;
    std::filesystem::path source;
    std::optional<AudioPreview> preview;
    std::shared_ptr<const JoinedRanges> ranges;
    std::optional<JoinedAudio> audio;
    bool is_open = false;
    bool is_running = false;
};

bool Player::has_audio_room() const {
    return is_active() && !is_audio_whole_ && ring_.room() >= chunk_moments;
}

void Player::run_audio() {
    AudioSide side;
    // The device calls fill(), which takes the lock. So no call to the device is made with the lock
    // held.
    const auto tell_device = [&](Lock& lock, auto&& tell) {
        lock.unlock();
        tell();
        lock.lock();
    };
    Lock lock(mutex_);
    while (true) {
        changed_.wait(lock, [&] {
            return stopping_ || side.turn != turn_ || side.is_running != wants_device_running() ||
                   (closing_ && side.is_open) || (side.audio && has_audio_room()) ||
                   (is_audio_ready_ && phase_ == Phase::starting);
        });
        if (stopping_) break;
        if (side.is_running != wants_device_running()) {
            side.is_running = wants_device_running();
            tell_device(lock, [&] { side.is_running ? output_->resume() : output_->pause(); });
        } else if (closing_ && side.is_open) {
            side.is_open = false;
            tell_device(lock, [&] { output_->close(); });
        } else if (side.turn != turn_) {
            begin_audio(side, lock);
        } else if (is_audio_ready_ && phase_ == Phase::starting) {
            start_running(side, lock);
        } else {
            read_audio(side, lock);
        }
    }
    lock.unlock();
    output_->close();
}

void Player::begin_audio(AudioSide& side, Lock& lock) {
    side.turn = turn_;
    side.audio.reset();
    side.ranges = ranges_;
    const auto clip = clip_;
    const auto begin = handed_;
    if (phase_ != Phase::starting) return;
    lock.unlock();
    if (clip->with_audio && (!side.preview || side.source != clip->source)) {
        Control control;
        control.stop = stop_.get_token();
        auto opened = AudioPreview::open(clip->source, control);
        // Errors of the file are reported by its frames.
        if (opened) side.preview.emplace(std::move(opened).value());
        else side.preview.reset();
        side.source = clip->source;
    }
    const bool is_heard = clip->with_audio && side.preview && side.preview->has_audio();
    if (is_heard && !side.is_open)
        side.is_open = output_->open([this](std::span<std::int16_t> samples) { fill(samples); });
    if (is_heard && side.is_open) side.audio.emplace(*side.preview, *side.ranges, begin);
    lock.lock();
    if (is_heard) has_device_ = side.is_open;
    if (side.turn == turn_ && !side.audio) is_audio_ready_ = true;
}

void Player::read_audio(AudioSide& side, Lock& lock) {
    lock.unlock();
    const auto samples = side.audio->next(chunk_moments);
    lock.lock();
    if (side.turn != turn_) return;
    if (samples) ring_.put(*samples);
    // If the drive was removed, the missing audio becomes silence.
    else if (phase_ == Phase::running)
        play_clock_.start(PlayClock::Leader::time, play_clock_.position(clock_()), clock_());
    else side.audio.reset();
    is_audio_whole_ = !samples || samples->empty();
    is_audio_ready_ = is_audio_ready_ || is_audio_whole_ || ring_.size() >= ready_moments;
}

void Player::start_running(AudioSide& side, Lock& lock) {
    changed_.wait_for(lock, most_wait, [&] {
        return stopping_ || side.turn != turn_ || phase_ != Phase::starting || is_picture_ready_;
    });
    if (stopping_ || side.turn != turn_ || phase_ != Phase::starting) return;
    phase_ = Phase::running;
    const auto now = asked_at_ = clock_();
    play_clock_.start(side.audio ? PlayClock::Leader::audio : PlayClock::Leader::time, begin_, now);
    changed_.notify_all();
}

}  // namespace sunting
