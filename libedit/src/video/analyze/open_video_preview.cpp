// An open video's frames for preview.
#include "video/analyze/open_video_preview.hpp"

#include "base/failure.hpp"
#include "base/system/thread_count.hpp"
#include "picture/draw/render.hpp"
#include "plan/changed_parts.hpp"
#include "plan/need_plan.hpp"
#include "plan/screen_time.hpp"
#include "video/analyze/clip_recipe.hpp"
#include "video/analyze/describe.hpp"
#include "video/decode/pictures_around.hpp"
#include "video/frame/frame_picture.hpp"
#include "video/frame/frame_renderer.hpp"
#include "video/video_refusal.hpp"

#include <mediaedit/plan.hpp>

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <optional>
#include <thread>
#include <utility>
#include <vector>

namespace mediaedit::internal {
namespace {

/// Up to this distance ahead, decoding on is faster than seeking.
constexpr auto most_decoded_ahead = std::chrono::milliseconds(700);

class OpenVideoPreview final : public VideoPreviewSource {
public:
    OpenVideoPreview(const std::filesystem::path& file, const Control& control)
        : control_(control),
          threads_(thread_count(control)),
          frames_(file, control.limits, control.stop, threads_),
          settler_frames_(frames_.file(), threads_),
          info_(describe(frames_.file())),
          settler_(settler_frames_, info_) {}

    [[nodiscard]] const MediaInfo& info() const override { return info_; }

    cv::Mat original(Time at, PixelSize size) override {
        // The renderer makes even sides; for odd ones the picture is made twice as large and
        // halved.
        const bool is_even = size.width % 2 == 0 && size.height % 2 == 0;
        Recipe plain;
        plain.canvas = Canvas{
            is_even ? size : PixelSize{2 * size.width, 2 * size.height}, Fit::stretch, {}, {}};
        const auto& frame = shown_at(at);
        if (!plain_renderer_ || plain_size_ != plain.canvas->size) {
            plain_renderer_.emplace(need_plan(plain, info_), source(),
                                    std::span<const OverlayLayer>(), threads_);
            plain_size_ = plain.canvas->size;
        }
        auto picture = to_rgb(*plain_renderer_->render(frame, at));
        if (is_even) return picture;
        cv::Mat exact;
        cv::resize(picture, exact, {size.width, size.height}, 0, 0, cv::INTER_AREA);
        return exact;
    }

    cv::Mat edited(const Recipe& recipe, const Logos& logos, Time at, double scale) override {
        if (!renderer_ || recipe != recipe_ || scale != scale_) prepare(recipe, logos, at, scale);
        const auto& frame = shown_at(at);
        const auto screen = on_screen();
        const auto looks = looks_of(screen, screen, overlay_changes(recipe));
        const auto look =
            std::ranges::find_if(looks, [at](const ShownPart& one) { return at < one.part.until; });
        return to_rgb(
            *renderer_->render(frame, look == looks.end() ? looks.back().at : look->at, screen));
    }

    Plan planned(const Recipe& recipe) override {
        const auto clip = settle(recipe);
        return need_plan(clip.recipe, info_, clip.focus_changes);
    }

private:
    [[nodiscard]] FrameRenderer::Source source() const { return {frames_.file().orientation()}; }

    void prepare(const Recipe& recipe, const Logos& logos, Time at, double scale) {
        const auto clip = settle(recipe);
        const auto& settled = clip.recipe;
        const auto plan = scale_plan(need_plan(settled, info_, clip.focus_changes), scale);
        std::vector<OverlayLayer> layers;
        if (!settled.overlays.empty()) {
            const OverlayArt art(settled.overlays, plan, logos);
            FrameRenderer bare(plan, source(), {}, threads_);
            layers = art.layers(to_rgb(*bare.render(shown_at(at), at)));
        }
        renderer_.emplace(plan, source(), layers, threads_);
        recipe_ = recipe;
        scale_ = scale;
    }

    SettledClip settle(const Recipe& recipe) {
        auto file = frames_.file().reopened();
        std::vector<Note> ignored;
        const auto ranges = plan_ranges(file, nullptr, recipe.keep);
        if (settler_.knows(recipe, ranges)) return settler_.settle(recipe, ranges, ignored);
        // Decoders take most of the memory, so only one is open at a time.
        current_.reset();
        following_.reset();
        is_following_known_ = true;
        frames_.rest();
        auto settled = settler_.settle(recipe, ranges, ignored);
        settler_frames_.rest();  // the settler keeps what it found
        return settled;
    }

    /// The last frame that begins at `at` or before; the first one if none does.
    const AVFrame& shown_at(Time at) {
        const auto target = tick_until(frames_.file(), std::max(at, Time(0)));
        if (is_shown(target)) return *current_;
        const bool is_behind = !current_ || target < current_->pts;
        const bool is_far =
            current_ && frames_.file().time_of(target) - frames_.file().time_of(current_->pts) >
                            most_decoded_ahead;
        if (is_behind || is_far) {
            const auto shown = frames_.start_at_shown(target);
            next_by_packets_ = shown ? shown->next : std::nullopt;
            current_.reset();
            following_ = read();
            // The packets tell that this is the frame; decoding the next one to find out would take
            // time.
            if (shown && following_ && following_->pts == shown->pts) {
                current_ = std::move(following_);
                is_following_known_ = false;
                return *current_;
            }
            is_following_known_ = true;
        }
        if (!std::exchange(is_following_known_, true)) following_ = read();
        while (following_ && (!current_ || following_->pts <= target)) {
            current_ = std::move(following_);
            following_ = read();
        }
        if (!current_) refuse_damaged_video(frames_.file().path(), "no picture can be decoded");
        return *current_;
    }

    [[nodiscard]] std::optional<std::int64_t> next_pts() const {
        if (!is_following_known_) return next_by_packets_;
        return following_ ? std::optional(following_->pts) : std::nullopt;
    }

    [[nodiscard]] bool is_shown(std::int64_t target) const {
        const auto next = next_pts();
        return current_ && target >= current_->pts && (!next || target < *next);
    }

    /// The current frame's time on the screen.
    OnScreen on_screen() {
        const auto& file = frames_.file();
        const auto from = file.time_of(current_->pts);
        if (const auto next = next_pts()) return {from, file.time_of(*next)};
        if (!end_) {
            auto again = file.reopened();
            end_ = screen_at(again, Time::max()).until;
        }
        return {from, std::max(*end_, from + Time(1))};
    }

    Frame read() {
        auto frame = new_frame();
        return frames_.next(*frame) ? std::move(frame) : Frame();
    }

    Control control_;
    int threads_;
    FrameReader frames_, settler_frames_;
    MediaInfo info_;
    ClipSettler settler_;
    Frame current_, following_;
    bool is_following_known_ = true;
    std::optional<std::int64_t>
        next_by_packets_;      // from the packets, if the following frame is not decoded
    std::optional<Time> end_;  // of the last frame's time, once it was needed
    std::optional<FrameRenderer> plain_renderer_, renderer_;
    PixelSize plain_size_;
    Recipe recipe_;
    double scale_ = 0;
};

}  // namespace

std::unique_ptr<VideoPreviewSource> open_video_preview(const std::filesystem::path& file,
                                                       const Control& control) {
    return std::make_unique<OpenVideoPreview>(file, control);
}

}  // namespace mediaedit::internal
