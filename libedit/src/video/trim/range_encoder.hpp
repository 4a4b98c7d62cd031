// Encodes the frames of a kept range that cannot be copied.
#pragma once

#include "video/bitstream/h264.hpp"
#include "video/container/video_file.hpp"
#include "video/decode/frame_reader.hpp"
#include "video/encode/seam_encoder.hpp"
#include "video/handles.hpp"
#include "video/trim/timed_overlays.hpp"
#include "video/trim/trim_plan.hpp"
#include "video/trim/video_muxer.hpp"

#include <cstdint>
#include <functional>
#include <future>
#include <memory>
#include <optional>

namespace mediaedit::internal {

/// Decodes the source with a reader of its own. Threads: one at a time.
class RangeEncoder {
public:
    /// `file` is being trimmed; nobody reads `known`, which is the same file. All outlive it.
    RangeEncoder(const VideoFile& file, const VideoFile& known, const TrimPlan& plan,
                 TimedOverlays& overlays, int threads);

    /// Parameter sets of the frames encoded next. Errors: unsupported, when no encoder takes such
    /// frames.
    const AvcRecord& record();

    /// Decodes up to the frame at `from` on a thread of its own; the next encode() begins with it.
    void decode_ahead(std::int64_t from);
    /// Encodes the frames from `from` until `to`. `progress` gets the time reached in the result,
    /// in ticks of CutClock. Errors: CannotCopy: damaged; those of FrameReader, SeamEncoder,
    /// TimedOverlays and VideoMuxer.
    void encode(std::int64_t from, std::int64_t to, const PlacedRange& place, VideoMuxer& muxer,
                const std::function<void(std::int64_t)>& progress);

private:
    [[nodiscard]] std::unique_ptr<SeamEncoder> new_encoder() const;
    Frame first_frame(std::int64_t from);
    Frame next_frame();
    void encode_frame(const AVFrame& frame, std::int64_t until, const PlacedRange& place,
                      VideoMuxer& muxer);
    void encode_at(Frame frame, std::int64_t at, VideoMuxer& muxer);
    void write_ready(VideoMuxer& muxer);

    const VideoFile& file_;
    const VideoFile& known_;
    const TrimPlan& plan_;
    TimedOverlays& overlays_;
    int threads_;
    std::optional<FrameReader> frames_;
    int faults_before_ = 0;
    std::unique_ptr<SeamEncoder> encoder_;  // for the next frames; made when needed
    Packet packet_ = new_packet();
    std::future<Frame> first_frame_;  // after what its thread works on
};

}  // namespace mediaedit::internal
