// Pictures of a video from any time on, exactly.
#pragma once

#include "video/container/video_file.hpp"
#include "video/decode/frame_fit.hpp"
#include "video/decode/video_decoder.hpp"
#include "video/deinterlace/deinterlacer.hpp"

#include <cstdint>
#include <deque>
#include <filesystem>
#include <memory>
#include <optional>

namespace mediaedit::internal {

/// Threads: one at a time.
class FrameReader {
public:
    /// Errors: those of VideoFile and VideoDecoder.
    FrameReader(const std::filesystem::path& file, const Limits& limits, std::stop_token stop,
                int threads);

    /// Of a file that is open already. It rests until reading starts somewhere.
    FrameReader(const VideoFile& file, int threads);

    [[nodiscard]] const VideoFile& file() const { return file_; }

    /// The next picture will be the first one shown at or after `pts`, in the stream's ticks.
    /// What lies before it in its group is decoded, not given.
    void start_at(std::int64_t pts);

    /// The next picture will be a key picture near `pts`: the quick way, when any picture of that
    /// time will do.
    void start_near(std::int64_t pts);

    /// The same, for places that follow each other: where the way back to a key picture would lead
    /// over what was read already, it goes on from there, and the next picture is the following
    /// one.
    void go_near(std::int64_t pts);

    /// The next picture will be the one that is shown at `pts`: the last that begins at or before
    /// it, or the first of all. Gives its pts where the packets tell it; else the next picture lies
    /// before it, and more must be read. Quicker than start_at: pictures that no other is made from
    /// are not decoded on the way.
    struct Shown {
        std::int64_t pts = 0;
        std::optional<std::int64_t> next;  ///< of the picture behind it; absent: there is none
    };
    std::optional<Shown> start_at_shown(std::int64_t pts);

    /// The next picture, pts in the stream's ticks; false at the end. Pictures that an edit list
    /// leaves out are not given. Interlaced ones come whole. All have the film's shape: one of
    /// another is fitted into it. Their times rise: what a damaged file shows before what was shown
    /// is left out, and counts as a fault. Errors: cancelled.
    bool next(AVFrame& frame);

    /// Gives back the memory that decoding takes, as far as no picture of it is held; it is taken
    /// again when reading starts somewhere.
    void rest();

    [[nodiscard]] int threads() const { return threads_; }
    [[nodiscard]] int faults() const {
        return faults_before_ + (decoder_ ? decoder_->faults() : 0) + out_of_time_;
    }

private:
    bool decode_next(AVFrame& frame);
    bool next_packet(AVPacket& packet);
    std::optional<Shown> look_for_shown(std::int64_t pts);
    bool next_whole(AVFrame& frame);

    VideoFile file_;
    std::optional<VideoDecoder> decoder_;         // absent while it rests
    std::unique_ptr<Deinterlacer> deinterlacer_;  // made when the first interlaced picture comes
    FrameFit fit_{file_.stored(), file_.pixel_shape()};
    int threads_;
    Packet packet_ = new_packet();
    std::deque<Packet> ahead_;  // read while looking for a picture
    std::int64_t from_ = INT64_MIN, last_ = INT64_MIN;
    std::int64_t unseen_before_ = INT64_MIN;
    int out_of_time_ = 0, faults_before_ = 0;
    bool ended_ = false, drained_ = false;
};

}  // namespace mediaedit::internal
