// Where the window of an upright reel looks.
#include "video/video_focus.hpp"

#include "base/failure.hpp"
#include "base/message.hpp"
#include "picture/subject_finder.hpp"
#include "plan/need_plan.hpp"
#include "video/clip_looks.hpp"

#include <mediaedit/plan.hpp>

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <cmath>
#include <optional>

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

/// What was seen over the clip, as if it were one picture.
SubjectMap look_over(const Recipe& recipe, const MediaInfo& info, FrameReader& frames, std::span<const KeptRange> ranges, const Area& seen) {
    ClipLooks clip(recipe, info, frames, look_side_px);
    const auto size = clip.size();
    const cv::Rect part(static_cast<int>(seen.x * size.width), static_cast<int>(seen.y * size.height), std::max(1, static_cast<int>(seen.width * size.width)), std::max(1, static_cast<int>(seen.height * size.height)));
    SubjectMap over;
    const auto frame = new_frame();
    const auto all_moments = moments(ranges);
    int budget = most_decoded;
    for (std::size_t i = 0; i < all_moments.size(); ++i) {
        // Any picture will do that lies nearer to this moment than to the one before; where key pictures are rare, they are decoded up to there.
        const auto earliest = i == 0 ? INT64_MIN : all_moments[i] - (all_moments[i] - all_moments[i - 1]) / 2;
        frames.start_near(all_moments[i]);
        bool found_one = frames.next(*frame);
        for (; found_one && frame->pts < earliest && budget > 0; --budget) found_one = frames.next(*frame);
        if (!found_one || frame->pts < earliest) continue;
        const auto picture = [&] {
            const cv::Mat all = clip.look(*frame);
            return all(part & cv::Rect({0, 0}, all.size())).clone();
        };
        const cv::Mat first = picture();
        const auto found = map_subjects({first}, Search::quick);
        over.subjects.faces.insert(over.subjects.faces.end(), found.subjects.faces.begin(), found.subjects.faces.end());
        if (!found.subjects.faces.empty()) continue;
        add_normalized(over.weight, found.weight, 1);
        bool came = true;
        for (int between = 0; between < pictures_between && came; ++between) came = frames.next(*frame);
        if (came && !over.weight.empty()) add_normalized(over.weight, motion_between(first, picture(), found.weight.size()), motion_share);
    }
    return over;
}

}  // namespace

void find_video_focus(Recipe& recipe, const MediaInfo& info, FrameReader& frames, std::span<const KeptRange> ranges, std::vector<Note>& notes) {
    const auto centred = need_plan(recipe, info);
    const Area seen = recipe.crop.value_or(Area{});
    const double width = std::min(1.0, centred.crop.width / (seen.width * centred.turned.width)), height = std::min(1.0, centred.crop.height / (seen.height * centred.turned.height));
    if (recipe.focus || centred.fit != Fit::cover || (width > 0.995 && height > 0.995)) return;
    const auto choice = choose_window(look_over(recipe, info, frames, ranges, seen), width, height);
    recipe.focus = Point{std::clamp(seen.x + choice.focus.x * seen.width, 0.0, 1.0), std::clamp(seen.y + choice.focus.y * seen.height, 0.0, 1.0)};
    if (choice.face_cut) notes.push_back({"face_cut", tr("A face would be cut off in this shape; choose another part of the video, or the fit that shows all of it.")});
}

}  // namespace mediaedit::internal
