// Draws, encodes and writes the frames of one result.
#pragma once

#include "plan/screen_time.hpp"
#include "video/analyze/clip_recipe.hpp"
#include "video/decode/copy_plan.hpp"
#include "video/decode/frame_reader.hpp"
#include "video/encode/result_encoder.hpp"
#include "video/export/result_muxer.hpp"
#include "video/export/video_job_state.hpp"
#include "video/frame/frame_colour.hpp"
#include "video/frame/frame_renderer.hpp"
#include "video/handles.hpp"

#include <mediaedit/plan.hpp>
#include <mediaedit/recipe.hpp>
#include <mediaedit/time.hpp>

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <vector>

namespace mediaedit::internal {

/// A decoded frame, and when it is shown.
struct ShownFrame {
    const AVFrame& frame;
    OnScreen screen;                 ///< on the source's clock
    OnScreen kept;                   ///< what the result keeps of that
    std::int64_t at = 0, until = 0;  ///< `kept` on the result's clock. Units: ticks of CutClock
};

/// Threads: one at a time; draws and encodes on up to Control::threads of its own.
class RenderJob {
public:
    /// `ranges`: those kept. What is known of the result, and notes, go to `state`. Errors:
    /// bad_recipe, too_large; those of ResultEncoder and ResultMuxer.
    static std::unique_ptr<RenderJob> open(VideoJobState& state, const FrameReader& frames,
                                           SettledClip clip, std::span<const KeptRange> ranges,
                                           const CutClock& cuts, const VideoExport& video);

    /// Frames in order. Errors: those of FrameRenderer, ResultEncoder and ResultMuxer.
    void put(const ShownFrame& shown);
    /// Errors: damaged, when no frame was put; the same.
    void finish();

private:
    RenderJob(VideoJobState& state, const FrameReader& frames, Recipe recipe, Plan plan,
              const CutClock& cuts);

    void open_encoder(const VideoExport& video);
    void open_file(std::span<const KeptRange> ranges);
    void note_even_size(const MediaInfo& info);
    void put_part(const ShownFrame& shown, const ShownPart& part);
    Frame rendered(const ShownFrame& shown, Time at);
    void encode(const AVFrame& frame, std::int64_t pts);
    void write_ready();

    VideoJobState& state_;
    const FrameReader& frames_;
    Recipe recipe_;
    Plan plan_;
    std::vector<Time> changes_;
    CutClock cuts_;
    EncoderOptions options_;
    FrameColour colour_;              // of the drawn frames
    std::optional<AVRational> rate_;  // of a result with a constant rate
    std::int64_t next_place_ = 0, last_pts_ = INT64_MIN;
    std::unique_ptr<ResultEncoder> encoder_;
    std::unique_ptr<ResultMuxer> muxer_;
    std::unique_ptr<FrameRenderer> renderer_;
    Packet packet_ = new_packet();
};

}  // namespace mediaedit::internal
