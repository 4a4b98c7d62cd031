// Decodes frames of a video from any time on, exactly.
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

    /// For a file that is open already. No decoder is open until reading starts.
    FrameReader(const VideoFile& file, int threads);

    [[nodiscard]] const VideoFile& file() const { return file_; }

    /// The next frame will be the first one shown at or after `pts`, in the stream's ticks. Frames
    /// before it in its group are decoded but not returned.
    void start_at(std::int64_t pts);

    /// The next frame will be a key frame near `pts`. Fast; for when any frame of about that time
    /// will do.
    void start_near(std::int64_t pts);

    /// The same for rising times: if the nearest key frame before `pts` was read already, reading
    /// goes on from the current position.
    void go_near(std::int64_t pts);

    /// The next frame will be the one on the screen at `pts`: the last that begins at or before it,
    /// or the first of all. Returns its pts if the packets tell it; else the next frame may be
    /// earlier, and more must be read. Faster than start_at: non-reference frames before it are not
    /// decoded.
    struct Shown {
        std::int64_t pts = 0;
        std::optional<std::int64_t> next;  ///< pts of the frame after it; absent: there is none
    };
    std::optional<Shown> start_at_shown(std::int64_t pts);

    /// The next frame, pts in the stream's ticks; false at the end. Frames that an edit list hides
    /// are skipped, interlaced ones are deinterlaced, and those of another aspect ratio are fitted
    /// into the video's. Times rise: in a damaged file, frames shown before an earlier one are
    /// skipped, and count as faults. Errors: cancelled.
    bool next(AVFrame& frame);

    /// Frees the decoder and its memory, except for frames still in use. The decoder is opened
    /// again when reading starts.
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
    std::optional<VideoDecoder> decoder_;         // absent after rest()
    std::unique_ptr<Deinterlacer> deinterlacer_;  // made at the first interlaced frame
    FrameFit fit_{file_.stored(), file_.pixel_shape()};
    int threads_;
    Packet packet_ = new_packet();
    std::deque<Packet> ahead_;  // read while looking for a frame
    std::int64_t from_ = INT64_MIN, last_ = INT64_MIN;
    std::int64_t unseen_before_ = INT64_MIN;
    int out_of_time_ = 0, faults_before_ = 0;
    bool ended_ = false, drained_ = false;
};

}  // namespace mediaedit::internal
