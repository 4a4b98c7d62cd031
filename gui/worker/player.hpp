// Plays a clip's kept parts with synchronised audio, outside the window's thread.
#pragma once

#include "platform/audio_output.hpp"
#include "worker/audio_ring.hpp"
#include "worker/joined_ranges.hpp"
#include "worker/play_clock.hpp"

#include <mediaedit/picture_view.hpp>
#include <mediaedit/result.hpp>
#include <mediaedit/time.hpp>

#include <condition_variable>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <span>
#include <stop_token>
#include <thread>
#include <vector>

namespace sunting {

/// Returns the clip's frame at a time, such as mediaedit::Preview::edited. Called with rising times
/// except at cuts, by only one thread of the player.
using PictureAt = std::function<mediaedit::Result<mediaedit::PictureView>(mediaedit::Time)>;

struct PlayedClip {
    std::filesystem::path source;
    std::vector<mediaedit::TimeRange> ranges{};  ///< what is kept, in order; empty: all
    mediaedit::Time duration{0};                 ///< of the source
    double frame_rate = 30;                      ///< limit of frames shown per second
    bool with_audio = true;
    PictureAt picture_at;
};

struct PlayedPicture {
    std::shared_ptr<const mediaedit::PictureView> picture;  ///< nullptr: none yet
    mediaedit::Time at{0};                                  ///< on the clip's clock
};

/// Audio sets the pace: frames wait for it, and late frames are dropped. Without audio or an audio
/// device, a clock sets the pace. Times are on the clip's clock. Threads: any; no call waits for a
/// file, a frame or a device. The destructor waits for a frame that is being made.
class Player {
public:
    /// A monotonic clock.
    using Clock = std::function<mediaedit::Time()>;

    /// `wake`: called in one of the player's threads when there is a new frame, and at the end.
    Player(std::unique_ptr<AudioOutput> output, std::function<void()> wake, Clock clock = {});
    ~Player();
    Player(const Player&) = delete;
    Player& operator=(const Player&) = delete;

    /// Begins at `from`. If that time is left out: at the next kept one, or at the beginning after
    /// the last part. Stops what was played before.
    void play(PlayedClip clip, mediaedit::Time from);
    /// Replaces the source of frames; audio and position stay.
    void show(PictureAt picture_at);
    /// To continue, call play() from position().
    void pause();
    /// Pauses and closes the device.
    void close();

    [[nodiscard]] mediaedit::Time position() const;
    /// True until it is paused or has reached the end.
    [[nodiscard]] bool playing() const;
    [[nodiscard]] bool finished() const;
    /// False: a clip with audio was played and there is no audio device.
    [[nodiscard]] bool has_audio_device() const;
    /// The newest frame that is due. It stays until the first of another clip.
    [[nodiscard]] PlayedPicture picture() const;
    /// Why the newest frame is missing.
    [[nodiscard]] std::optional<mediaedit::Error> error() const;

private:
    enum class Phase { idle, starting, running, paused, finished };
    using Lock = std::unique_lock<std::mutex>;
    struct AudioSide;

    void run_audio();
    void begin_audio(AudioSide& side, Lock& lock);
    void read_audio(AudioSide& side, Lock& lock);
    void start_running(AudioSide& side, Lock& lock);
    void run_pictures();
    void play_pictures(Lock& lock);
    void fill(std::span<std::int16_t> samples);

    [[nodiscard]] bool is_active() const {
        return phase_ == Phase::starting || phase_ == Phase::running;
    }
    [[nodiscard]] bool has_audio_room() const;
    [[nodiscard]] bool wants_device_running() const {
        return phase_ == Phase::running && play_clock_.leader() == PlayClock::Leader::audio;
    }
    void go_on_without_device();
    void stop_at(Phase phase);
    template <class IsOver>
    void wait_for_position(Lock& lock, mediaedit::Time joined, const IsOver& is_over);

    std::unique_ptr<AudioOutput> output_;
    std::function<void()> wake_;
    Clock clock_;
    std::stop_source stop_;

    mutable std::mutex mutex_;  // guards everything below
    std::condition_variable changed_;
    bool stopping_ = false;
    bool closing_ = false;
    std::uint64_t turn_ = 0;  // counts calls of play()
    Phase phase_ = Phase::idle;
    std::shared_ptr<const PlayedClip> clip_;
    std::shared_ptr<const JoinedRanges> ranges_;
    PictureAt picture_at_;
    mediaedit::Time begin_{0};  // joined
    mutable PlayClock play_clock_;
    AudioRing ring_;
    std::int64_t handed_ = 0;      // joined moment
    mediaedit::Time asked_at_{0};  // when the device last asked for audio
    bool is_audio_ready_ = false;
    bool is_audio_whole_ = false;  // all of it has been put into the ring
    bool is_picture_ready_ = false;
    bool has_device_ = true;
    PlayedPicture picture_;
    std::optional<mediaedit::Error> error_;

    std::thread audio_thread_, picture_thread_;
};

}  // namespace sunting
