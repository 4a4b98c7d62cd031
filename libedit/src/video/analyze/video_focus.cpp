// Chooses the focus of crops in a clip.
#include "video/analyze/video_focus.hpp"

#include "base/message.hpp"
#include "video/analyze/analysis_frames.hpp"
#include "video/analyze/scene_cuts.hpp"

#include <mediaedit/plan.hpp>

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <cmath>
#include <iterator>
#include <utility>

namespace mediaedit::internal {
namespace {

constexpr int sample_count = 12;
constexpr int sample_side_px = 480;
/// Motion is measured over so many frames after a key frame.
constexpr int pictures_between = 4;
/// The most frames decoded to reach times far from a key frame; a few seconds of work.
constexpr int most_decoded_for_focus = 900;
/// Motion draws the eye more than brightness.
constexpr double motion_share = 2;
/// A smaller change would look like a mistake. Units: of the picture.
constexpr double least_move = 0.04;

/// Times at which the clip is sampled, evenly over the kept ranges. Units: ticks.
std::vector<std::int64_t> sample_times(std::span<const KeptRange> ranges) {
    std::int64_t length = 0;
    for (const auto& range : ranges) length += range.end - range.begin;
    std::vector<std::int64_t> all;
    for (int i = 0; i < sample_count; ++i) {
        std::int64_t at = length * (2 * i + 1) / (2 * sample_count);
        for (const auto& range : ranges) {
            if (at < range.end - range.begin) {
                all.push_back(range.begin + at);
                break;
            }
            at -= range.end - range.begin;
        }
    }
    return all;
}

cv::Mat motion_between(const cv::Mat& one, const cv::Mat& other, cv::Size size) {
    cv::Mat difference, grey, small, weight;
    cv::absdiff(one, other, difference);
    cv::cvtColor(difference, grey, cv::COLOR_RGB2GRAY);
    cv::resize(grey, small, size, 0, 0, cv::INTER_AREA);
    small.convertTo(weight, CV_32F);
    cv::GaussianBlur(weight, weight, {}, 2);
    return weight;
}

void add_normalized(cv::Mat& sum, const cv::Mat& weight, double share) {
    const double all = cv::sum(weight)[0];
    if (all <= 0) return;
    if (sum.empty()) sum = cv::Mat::zeros(weight.size(), CV_32F);
    if (sum.size() == weight.size()) sum += weight * (share / all);
}

/// A sample of the clip.
struct Sample {
    std::int64_t pts = 0;
    SubjectMap found;
    cv::Mat motion;                ///< empty: faces decide
    std::int64_t moved_until = 0;  ///< pts of the frame it was compared with
};

/// Samples the clip, turned as the recipe says, within the recipe's crop.
class ClipSampler {
public:
    ClipSampler(const Recipe& recipe, const MediaInfo& info, FrameReader& frames)
        : frames_(frames), clip_(recipe, info, frames, sample_side_px) {
        const Area seen = recipe.crop.value_or(Area{});
        const auto size = clip_.size();
        const auto px = [](double share, int side) { return static_cast<int>(share * side); };
        part_ = {px(seen.x, size.width), px(seen.y, size.height),
                 std::max(1, px(seen.width, size.width)),
                 std::max(1, px(seen.height, size.height))};
    }

    /// Takes any frame near `time` that is not before `earliest`; if key frames are rare, decodes
    /// up to there.
    void sample_near(std::int64_t time, std::int64_t earliest) {
        frames_.go_near(time);
        bool found_one = frames_.next(*frame_);
        for (; found_one && frame_->pts < earliest && budget_ > 0; --budget_)
            found_one = frames_.next(*frame_);
        if (found_one && frame_->pts >= earliest) add_sample();
    }

    void sample_at(std::int64_t pts) {
        frames_.start_at(pts);
        if (frames_.next(*frame_)) add_sample();
    }

    [[nodiscard]] const std::vector<Sample>& samples() const { return samples_; }
    [[nodiscard]] const std::vector<Glance>& glances() const { return glances_; }

private:
    void add_sample() {
        Sample seen{frame_->pts, {}, {}, frame_->pts};
        const cv::Mat whole = clip_.look(*frame_), first = used(whole);
        glances_.push_back(glance_at(frame_->pts, whole));
        seen.found = map_subjects({first}, Search::quick);
        if (seen.found.subjects.faces.empty()) {
            bool came = true;
            for (int between = 0; between < pictures_between && came; ++between)
                came = frames_.next(*frame_);
            seen.moved_until = frame_->pts;
            if (came && !seen.found.weight.empty())
                seen.motion =
                    motion_between(first, used(clip_.look(*frame_)), seen.found.weight.size());
        }
        samples_.push_back(std::move(seen));
    }

    [[nodiscard]] cv::Mat used(const cv::Mat& whole) const {
        return whole(part_ & cv::Rect({0, 0}, whole.size())).clone();
    }

    FrameReader& frames_;
    AnalysisFrames clip_;
    cv::Rect part_;
    Frame frame_ = new_frame();
    int budget_ = most_decoded_for_focus;
    std::vector<Sample> samples_;
    std::vector<Glance> glances_;
};

void add(const Sample& sample, bool motion_counts, SubjectMap& over) {
    const auto& faces = sample.found.subjects.faces;
    over.subjects.faces.insert(over.subjects.faces.end(), faces.begin(), faces.end());
    if (!faces.empty()) return;
    add_normalized(over.weight, sample.found.weight, 1);
    if (motion_counts && !sample.motion.empty())
        add_normalized(over.weight, sample.motion, motion_share);
}

/// The scene at `pts`.
ClipScene& scene_at(std::vector<ClipScene>& scenes, std::int64_t pts) {
    const auto behind = std::ranges::upper_bound(scenes, pts, {}, &ClipScene::begin);
    return behind == scenes.begin() ? scenes.front() : *std::prev(behind);
}

/// The shares of the recipe's crop that a result shows.
struct Shares {
    double width = 1;
    double height = 1;
    Shares(const Plan& plan, const Area& seen)
        : width(std::min(1.0, plan.crop.width / (seen.width * plan.turned.width))),
          height(std::min(1.0, plan.crop.height / (seen.height * plan.turned.height))) {}
};

}  // namespace

bool needs_focus(const Recipe& recipe, const MediaInfo& info) {
    const auto centred = need_plan(recipe, info);
    const Shares shares(centred, recipe.crop.value_or(Area{}));
    return !recipe.focus && centred.fit == Fit::cover &&
           (shares.width <= 0.995 || shares.height <= 0.995);
}

std::vector<ClipScene> find_scenes(const Recipe& recipe, const MediaInfo& info, FrameReader& frames,
                                   std::span<const KeptRange> ranges) {
    ClipSampler sampler(recipe, info, frames);
    const auto times = sample_times(ranges);
    for (std::size_t i = 0; i < times.size(); ++i)
        sampler.sample_near(times[i],
                            i == 0 ? INT64_MIN : times[i] - (times[i] - times[i - 1]) / 2);
    const auto cuts = find_scene_cuts(recipe, info, frames, ranges, sampler.glances());
    std::vector<ClipScene> scenes(1);
    if (!ranges.empty()) scenes.front().begin = ranges.front().begin;
    for (std::size_t i = 0; i < cuts.size(); ++i) {
        scenes.push_back({cuts[i], {}});
        const auto end = i + 1 < cuts.size() ? cuts[i + 1] : ranges.back().end;
        if (std::ranges::none_of(sampler.samples(), [&](const Sample& sample) {
                return sample.pts >= cuts[i] && sample.pts < end;
            }))
            sampler.sample_at(cuts[i] + (end - cuts[i]) / 2);
    }
    for (const auto& sample : sampler.samples()) {
        auto& scene = scene_at(scenes, sample.pts);
        add(sample, &scene == &scene_at(scenes, sample.moved_until), scene.subjects);
    }
    return scenes;
}

std::vector<FocusChange> choose_focus(Recipe& recipe, const MediaInfo& info, const VideoFile& file,
                                      std::span<const ClipScene> scenes, std::vector<Note>& notes) {
    const Area seen = recipe.crop.value_or(Area{});
    const Shares shares(need_plan(recipe, info), seen);
    std::vector<FocusChange> changes;
    bool cuts_a_face = false;
    for (const auto& scene : scenes) {
        const auto choice = choose_window(scene.subjects, shares.width, shares.height);
        const Point focus{std::clamp(seen.x + choice.focus.x * seen.width, 0.0, 1.0),
                          std::clamp(seen.y + choice.focus.y * seen.height, 0.0, 1.0)};
        cuts_a_face = cuts_a_face || choice.face_cut;
        if (!recipe.focus) recipe.focus = focus;
        const auto before = changes.empty() ? *recipe.focus : changes.back().focus;
        if (std::hypot(focus.x - before.x, focus.y - before.y) > least_move)
            changes.push_back({file.time_of(scene.begin), focus});
    }
    if (cuts_a_face)
        notes.push_back({"face_cut", tr("A face would be cut off in this shape; choose another "
                                        "part of the video, or the fit that shows all of it.")});
    return changes;
}

}  // namespace mediaedit::internal
