// Plays a clip's kept parts: the thread that decodes audio ahead and owns the device.
#include "worker/joined_sound.hpp"
#include "worker/player.hpp"

#include <chrono>
#include <utility>

namespace sunting {

using mediaedit::Control;
using mediaedit::SoundPreview;

namespace {

/// Decoded in one step.
constexpr std::size_t chunk_moments = 2048;
/// Decoded before playback begins: 0.17 s.
constexpr std::size_t ready_moments = 4 * chunk_moments;
/// The longest wait for the first frame, which may be far from a key frame.
constexpr std::chrono::milliseconds most_wait{300};

}  // namespace

/// Only this thread uses these.
struct Player::SoundSide {
    std::uint64_t turn = 0;
    std::filesystem::path source;
    std::optional<SoundPreview> preview;
    std::shared_ptr<const JoinedRanges> ranges;
    std::optional<JoinedSound> sound;
    bool is_open = false;
    bool is_running = false;
};

bool Player::has_sound_room() const {
    return is_active() && !is_sound_whole_ && ring_.room() >= chunk_moments;
}

void Player::run_sound() {
    SoundSide side;
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
                   (closing_ && side.is_open) || (side.sound && has_sound_room()) ||
                   (is_sound_ready_ && phase_ == Phase::starting);
        });
        if (stopping_) break;
        if (side.is_running != wants_device_running()) {
            side.is_running = wants_device_running();
            tell_device(lock, [&] { side.is_running ? output_->resume() : output_->pause(); });
        } else if (closing_ && side.is_open) {
            side.is_open = false;
            tell_device(lock, [&] { output_->close(); });
        } else if (side.turn != turn_) {
            begin_sound(side, lock);
        } else if (is_sound_ready_ && phase_ == Phase::starting) {
            start_running(side, lock);
        } else {
            read_sound(side, lock);
        }
    }
    lock.unlock();
    output_->close();
}

void Player::begin_sound(SoundSide& side, Lock& lock) {
    side.turn = turn_;
    side.sound.reset();
    side.ranges = ranges_;
    const auto clip = clip_;
    const auto begin = handed_;
    if (phase_ != Phase::starting) return;
    lock.unlock();
    if (clip->with_sound && (!side.preview || side.source != clip->source)) {
        Control control;
        control.stop = stop_.get_token();
        auto opened = SoundPreview::open(clip->source, control);
        // Errors of the file are reported by its frames.
        if (opened) side.preview.emplace(std::move(opened).value());
        else side.preview.reset();
        side.source = clip->source;
    }
    const bool is_heard = clip->with_sound && side.preview && side.preview->has_sound();
    if (is_heard && !side.is_open)
        side.is_open = output_->open([this](std::span<std::int16_t> samples) { fill(samples); });
    if (is_heard && side.is_open) side.sound.emplace(*side.preview, *side.ranges, begin);
    lock.lock();
    if (is_heard) has_device_ = side.is_open;
    if (side.turn == turn_ && !side.sound) is_sound_ready_ = true;
}

void Player::read_sound(SoundSide& side, Lock& lock) {
    lock.unlock();
    const auto samples = side.sound->next(chunk_moments);
    lock.lock();
    if (side.turn != turn_) return;
    if (samples) ring_.put(*samples);
    // If the drive was removed, the missing audio becomes silence.
    else if (phase_ == Phase::running)
        play_clock_.start(PlayClock::Leader::time, play_clock_.position(clock_()), clock_());
    else side.sound.reset();
    is_sound_whole_ = !samples || samples->empty();
    is_sound_ready_ = is_sound_ready_ || is_sound_whole_ || ring_.size() >= ready_moments;
}

void Player::start_running(SoundSide& side, Lock& lock) {
    changed_.wait_for(lock, most_wait, [&] {
        return stopping_ || side.turn != turn_ || phase_ != Phase::starting || is_picture_ready_;
    });
    if (stopping_ || side.turn != turn_ || phase_ != Phase::starting) return;
    phase_ = Phase::running;
    const auto now = asked_at_ = clock_();
    play_clock_.start(side.sound ? PlayClock::Leader::sound : PlayClock::Leader::time, begin_, now);
    changed_.notify_all();
}

}  // namespace sunting
