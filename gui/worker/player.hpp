// Plays a clip's kept parts: sound and pictures in step, beside the window's thread.
#pragma once

#include "platform/sound_output.hpp"
#include "worker/joined_ranges.hpp"
#include "worker/play_clock.hpp"
#include "worker/sound_ring.hpp"

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

/// Gives the clip's picture of a moment, such as mediaedit::Preview::edited. Asked in rising order
/// but for cuts, by one thread of the player's alone.
using PictureAt = std::function<mediaedit::Result<mediaedit::PictureView>(mediaedit::Time)>;

struct PlayedClip {
    std::filesystem::path source;
    std::vector<mediaedit::TimeRange> ranges{};  ///< what is kept, in order; empty: all
    mediaedit::Time duration{0};                 ///< of the source
    double frame_rate = 30;                      ///< pictures shown in a second, at most
    bool with_sound = true;
    PictureAt picture_at;
};

struct PlayedPicture {
    std::shared_ptr<const mediaedit::PictureView> picture;  ///< nullptr: none yet
    mediaedit::Time at{0};                                  ///< on the clip's clock
};

/// The sound leads: pictures wait for it, and those that would come late are left out. Without
/// sound, or without anything to hear it with, the time that passes leads. Times are on the clip's
/// clock. Threads: any; no call waits for a file, a picture or a device. The end of its life waits
/// for a picture under way.
class Player {
public:
    /// A clock that never goes back.
    using Clock = std::function<mediaedit::Time()>;

    /// `wake`: called in one of its threads when there is a new picture, and at the end.
    Player(std::unique_ptr<SoundOutput> output, std::function<void()> wake, Clock clock = {});
    ~Player();
    Player(const Player&) = delete;
    Player& operator=(const Player&) = delete;

    /// Begins at `from`; at the next kept moment where that one is left out, and at the beginning
    /// where nothing comes after it. What was played before ends.
    void play(PlayedClip clip, mediaedit::Time from);
    /// The pictures from now on, while sound and place stay.
    void show(PictureAt picture_at);
    /// play() from position() goes on.
    void pause();
    /// Pauses, and gives the device back.
    void close();

    [[nodiscard]] mediaedit::Time position() const;
    /// Until it is paused or has come to its end.
    [[nodiscard]] bool playing() const;
    [[nodiscard]] bool finished() const;
    /// False: a clip with sound was to be played, and there is nothing to hear it with.
    [[nodiscard]] bool has_sound_device() const;
    /// The newest picture that is due. Stays until another clip's comes.
    [[nodiscard]] PlayedPicture picture() const;
    /// Why the newest picture is missing.
    [[nodiscard]] std::optional<mediaedit::Error> error() const;

private:
    enum class Phase { idle, starting, running, paused, finished };
    using Lock = std::unique_lock<std::mutex>;
    struct SoundSide;

    void run_sound();
    void begin_sound(SoundSide& side, Lock& lock);
    void read_sound(SoundSide& side, Lock& lock);
    void start_running(SoundSide& side, Lock& lock);
    void run_pictures();
    void play_pictures(Lock& lock);
    void fill(std::span<std::int16_t> samples);

    [[nodiscard]] bool is_active() const {
        return phase_ == Phase::starting || phase_ == Phase::running;
    }
    [[nodiscard]] bool has_sound_room() const;
    [[nodiscard]] bool wants_device_running() const {
        return phase_ == Phase::running && play_clock_.leader() == PlayClock::Leader::sound;
    }
    void go_on_without_device();
    void stop_at(Phase phase);
    template <class IsOver>
    void wait_for_position(Lock& lock, mediaedit::Time joined, const IsOver& is_over);

    std::unique_ptr<SoundOutput> output_;
    std::function<void()> wake_;
    Clock clock_;
    std::stop_source stop_;

    mutable std::mutex mutex_;  // everything below
    std::condition_variable changed_;
    bool stopping_ = false;
    bool closing_ = false;
    std::uint64_t turn_ = 0;  // which play() it is
    Phase phase_ = Phase::idle;
    std::shared_ptr<const PlayedClip> clip_;
    std::shared_ptr<const JoinedRanges> ranges_;
    PictureAt picture_at_;
    mediaedit::Time begin_{0};  // joined
    mutable PlayClock play_clock_;
    SoundRing ring_;
    std::int64_t handed_ = 0;      // joined moment
    mediaedit::Time asked_at_{0};  // when the device wanted sound last
    bool is_sound_ready_ = false;
    bool is_sound_whole_ = false;  // all of it is in the ring, or gone through it
    bool is_picture_ready_ = false;
    bool has_device_ = true;
    PlayedPicture picture_;
    std::optional<mediaedit::Error> error_;

    std::thread sound_thread_, picture_thread_;
};

}  // namespace sunting
