// Where the window of an upright reel looks.
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

constexpr int looks = 12;
constexpr int look_side_px = 480;
/// So many pictures behind a key picture the motion is measured.
constexpr int pictures_between = 4;
/// Pictures decoded on the way to places far from a key picture; a few seconds' work.
constexpr int most_decoded = 900;
/// What moves draws the eye more than what is bright.
constexpr double motion_share = 2;
/// A smaller move would look like a mistake. Units: of the picture.
constexpr double least_move = 0.04;

/// Where the clip is looked at: evenly over what is kept. Units: ticks.
std::vector<std::int64_t> moments(std::span<const KeptRange> ranges) {
    std::int64_t length = 0;
    for (const auto& range : ranges) length += range.end - range.begin;
    std::vector<std::int64_t> all;
    for (int i = 0; i < looks; ++i) {
        std::int64_t at = length * (2 * i + 1) / (2 * looks);
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

/// One moment of the clip.
struct Look {
    std::int64_t pts = 0;
    SubjectMap found;
    cv::Mat motion;                ///< empty: faces decide
    std::int64_t moved_until = 0;  ///< pts of the picture that was compared
};

/// Looks at the clip as the recipe turns it, at the part that it uses.
class Looker {
public:
    Looker(const Recipe& recipe, const MediaInfo& info, FrameReader& frames)
        : frames_(frames), clip_(recipe, info, frames, look_side_px) {
        const Area seen = recipe.crop.value_or(Area{});
        const auto size = clip_.size();
        const auto px = [](double share, int side) { return static_cast<int>(share * side); };
        part_ = {px(seen.x, size.width), px(seen.y, size.height),
                 std::max(1, px(seen.width, size.width)),
                 std::max(1, px(seen.height, size.height))};
    }

    /// Any picture will do that lies nearer to this moment than to `earliest`; where key pictures
    /// are rare, they are decoded up to there.
    void look_near(std::int64_t moment, std::int64_t earliest) {
        frames_.go_near(moment);
        bool found_one = frames_.next(*frame_);
        for (; found_one && frame_->pts < earliest && budget_ > 0; --budget_)
            found_one = frames_.next(*frame_);
        if (found_one && frame_->pts >= earliest) look();
    }

    void look_at(std::int64_t pts) {
        frames_.start_at(pts);
        if (frames_.next(*frame_)) look();
    }

    [[nodiscard]] const std::vector<Look>& looks() const { return looks_; }
    [[nodiscard]] const std::vector<Glance>& glances() const { return glances_; }

private:
    void look() {
        Look seen{frame_->pts, {}, {}, frame_->pts};
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
        looks_.push_back(std::move(seen));
    }

    [[nodiscard]] cv::Mat used(const cv::Mat& whole) const {
        return whole(part_ & cv::Rect({0, 0}, whole.size())).clone();
    }

    FrameReader& frames_;
    AnalysisFrames clip_;
    cv::Rect part_;
    Frame frame_ = new_frame();
    int budget_ = most_decoded;
    std::vector<Look> looks_;
    std::vector<Glance> glances_;
};

void add(const Look& look, bool motion_counts, SubjectMap& over) {
    const auto& faces = look.found.subjects.faces;
    over.subjects.faces.insert(over.subjects.faces.end(), faces.begin(), faces.end());
    if (!faces.empty()) return;
    add_normalized(over.weight, look.found.weight, 1);
    if (motion_counts && !look.motion.empty())
        add_normalized(over.weight, look.motion, motion_share);
}

/// The scene that is shown at `pts`.
ClipScene& scene_at(std::vector<ClipScene>& scenes, std::int64_t pts) {
    const auto behind = std::ranges::upper_bound(scenes, pts, {}, &ClipScene::begin);
    return behind == scenes.begin() ? scenes.front() : *std::prev(behind);
}

/// How much of the used part of the picture a result shows.
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

std::vector<ClipScene> look_over(const Recipe& recipe, const MediaInfo& info, FrameReader& frames,
                                 std::span<const KeptRange> ranges) {
    Looker looker(recipe, info, frames);
    const auto all_moments = moments(ranges);
    for (std::size_t i = 0; i < all_moments.size(); ++i)
        looker.look_near(
            all_moments[i],
            i == 0 ? INT64_MIN : all_moments[i] - (all_moments[i] - all_moments[i - 1]) / 2);
    const auto cuts = find_scene_cuts(recipe, info, frames, ranges, looker.glances());
    std::vector<ClipScene> scenes(1);
    if (!ranges.empty()) scenes.front().begin = ranges.front().begin;
    for (std::size_t i = 0; i < cuts.size(); ++i) {
        scenes.push_back({cuts[i], {}});
        const auto end = i + 1 < cuts.size() ? cuts[i + 1] : ranges.back().end;
        if (std::ranges::none_of(looker.looks(), [&](const Look& look) {
                return look.pts >= cuts[i] && look.pts < end;
            }))
            looker.look_at(cuts[i] + (end - cuts[i]) / 2);
    }
    for (const auto& look : looker.looks()) {
        auto& scene = scene_at(scenes, look.pts);
        add(look, &scene == &scene_at(scenes, look.moved_until), scene.subjects);
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
