// Decodes a video once, and encodes a result for each job.
#include "video/export/render_video.hpp"

#include "base/cancel.hpp"
#include "base/failure.hpp"
#include "base/guard.hpp"
#include "base/message.hpp"
#include "base/system/thread_count.hpp"
#include "plan/screen_time.hpp"
#include "video/analyze/clip_recipe.hpp"
#include "video/container/video_file.hpp"
#include "video/decode/copy_plan.hpp"
#include "video/decode/frame_reader.hpp"
#include "video/encode/result_encoder.hpp"
#include "video/export/render_job.hpp"

#include <algorithm>
#include <cstdint>
#include <memory>
#include <utility>
#include <vector>

namespace mediaedit::internal {
namespace {

/// One pass over the source for all results.
class RenderPass {
public:
    RenderPass(std::span<VideoJobState* const> states, const VideoExport& video,
               const std::function<void(double)>& progress, const VideoFile& file,
               std::vector<KeptRange> ranges)
        : states_(states),
          video_(video),
          progress_(progress),
          file_(file),
          ranges_(std::move(ranges)),
          cuts_(file, ranges_),
          frames_(file, thread_count(video.control)) {
        for (const auto& range : ranges_) length_ += cuts_.length(range);
    }

    void run() {
        ClipSettler settler(frames_, video_.info);
        for (auto* state : states_)
            attempt_for(*state, [&] {
                auto clip = settler.settle(state->job->recipe, ranges_, state->notes);
                jobs_.emplace_back(state, RenderJob::open(*state, frames_, std::move(clip), ranges_,
                                                          cuts_, video_));
            });
        std::int64_t at = 0;
        for (const auto& range : ranges_) {
            if (!render_range(range, at)) return;
            at += cuts_.length(range);
        }
        finish();
    }

private:
    static bool is_out(const VideoJobState* state) {
        return state->error || state->hardware_failed;
    }

    /// What goes wrong ends this result only.
    template <class Step>
    static void attempt_for(VideoJobState& state, Step&& step) {
        if (is_out(&state)) return;
        attempt(state.error, [&] {
            try {
                step();
            } catch (const HardwareFailed&) { state.hardware_failed = true; }
        });
    }

    /// `at`: where the range begins in the result. False: no job goes on.
    bool render_range(const KeptRange& range, std::int64_t at) {
        const auto frame = new_frame(), following = new_frame();
        frames_.start_at(range.begin);
        bool has_frame = frames_.next(*frame) && frame->pts < range.end;
        const auto range_end = at + cuts_.length(range);
        const auto source_time = [&](std::int64_t ticks) {
            return cuts_.time(ticks - at + cuts_.begin(range));
        };
        // Frames at the beginning of a file may refer to ones that were cut away, and cannot be
        // decoded. The first one that can is shown from the range's beginning, with its audio.
        auto begin = at;
        while (has_frame) {
            leave_if_stopped(video_.control.stop);
            if (std::ranges::all_of(states_, is_out)) return false;
            const bool is_another = frames_.next(*following),
                       has_following = is_another && following->pts < range.end;
            const auto end =
                has_following ? at + cuts_.at(following->pts) - cuts_.begin(range) : range_end;
            const OnScreen kept{source_time(begin), source_time(end)};
            const OnScreen screen{
                std::min(file_.time_of(frame->pts), kept.from),
                std::max(file_.time_of(is_another ? following->pts : range.end), kept.until)};
            render_frame({*frame, screen, kept, begin, end});
            av_frame_unref(frame.get());
            av_frame_move_ref(frame.get(), following.get());
            has_frame = has_following;
            begin = end;
        }
        return true;
    }

    void render_frame(const ShownFrame& shown) {
        for (auto& [state, job] : jobs_) attempt_for(*state, [&, &job = job] { job->put(shown); });
        if (progress_)
            progress_(static_cast<double>(shown.until) /
                      static_cast<double>(std::max<std::int64_t>(1, length_)));
    }

    void finish() {
        const bool damaged = frames_.faults() > 0;
        for (auto& [state, job] : jobs_) {
            attempt_for(*state, [&, &job = job] { job->finish(); });
            if (damaged)
                state->notes.push_back(
                    {"damaged_in_places",
                     tr("{file} is damaged in places; look at the result before you post it.",
                        {{"file", file_.path().filename().string()}})});
        }
    }

    std::span<VideoJobState* const> states_;
    const VideoExport& video_;
    const std::function<void(double)>& progress_;
    const VideoFile& file_;
    std::vector<KeptRange> ranges_;
    CutClock cuts_;
    FrameReader frames_;
    std::int64_t length_ = 0;  // of the result. Units: ticks of `cuts_`
    std::vector<std::pair<VideoJobState*, std::unique_ptr<RenderJob>>> jobs_;
};

}  // namespace

void render_video(std::span<VideoJobState* const> states, const VideoExport& video,
                  const std::function<void(double)>& progress) {
    if (states.empty()) return;
    auto file = video.file.reopened();
    auto ranges = plan_ranges(file, nullptr, states.front()->job->recipe.keep);
    check_length(file, ranges, video.control.limits);
    if (ranges.empty())
        fail(ErrorCode::bad_recipe,
             tr("The part that shall be kept holds no picture; choose another one."), "keep");
    RenderPass(states, video, progress, file, std::move(ranges)).run();
}

}  // namespace mediaedit::internal
