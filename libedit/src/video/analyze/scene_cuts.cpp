// Finds cuts between scenes.
#include "video/analyze/scene_cuts.hpp"

#include "video/analyze/analysis_frames.hpp"

#include <opencv2/imgproc.hpp>

#include <algorithm>

namespace mediaedit::internal {
namespace {

constexpr int look_side_px = 64, glance_side_px = 24;
/// Consecutive frames that differ by more belong to two scenes. Units: 8 bit steps, averaged over
/// the frame.
constexpr double least_jump = 12;
/// ... if the difference is also so many times the median between frames around it: a pan is not a
/// cut.
constexpr double jump_over_motion = 3;
constexpr int pictures_around = 6;
/// The longest flash. Units: frames.
constexpr int flash = 4;
/// Frames seconds apart whose colour histograms differ by as much may belong to two scenes. 0 to 1.
constexpr double unlike_colours = 0.2;
/// The most frames decoded to find cuts; a few seconds of work.
constexpr int most_decoded_for_cuts = 900;
constexpr auto shortest_scene = std::chrono::milliseconds(500);

double difference(const Glance& one, const Glance& other) {
    return cv::norm(one.small, other.small, cv::NORM_L1) /
           static_cast<double>(one.small.total() * 3);
}

bool are_alike(const Glance& one, const Glance& other) {
    return difference(one, other) < least_jump ||
           cv::compareHist(one.colours, other.colours, cv::HISTCMP_BHATTACHARYYA) < unlike_colours;
}

/// The first frames of scenes in a row of consecutive frames.
std::vector<std::int64_t> jumps_in(std::span<const Glance> row) {
    std::vector<std::int64_t> jumps;
    const int count = static_cast<int>(row.size());
    const auto at = [&](int i) -> const Glance& {
        return row[static_cast<std::size_t>(std::clamp(i, 0, count - 1))];
    };
    std::vector<double> steps;
    for (int i = 1; i < count; ++i) steps.push_back(difference(at(i - 1), at(i)));
    for (int i = 1; i < count; ++i) {
        const double step = steps[static_cast<std::size_t>(i - 1)];
        if (step < least_jump || difference(at(i - flash), at(i + flash - 1)) < least_jump)
            continue;
        std::vector<double> around;
        for (int k = std::max(1, i - pictures_around);
             k <= std::min(count - 1, i + pictures_around); ++k)
            if (k != i) around.push_back(steps[static_cast<std::size_t>(k - 1)]);
        std::ranges::sort(around);
        if (around.empty() || step > jump_over_motion * around[around.size() / 2])
            jumps.push_back(at(i).pts);
    }
    return jumps;
}

class CutFinder {
public:
    /// `shortest_scene`: in ticks.
    CutFinder(const Recipe& recipe, const MediaInfo& info, FrameReader& frames,
              std::int64_t shortest)
        : frames_(frames), looks_(recipe, info, frames, look_side_px), shortest_scene_(shortest) {}

    void look_through(const KeptRange& range, std::span<const Glance> seen) {
        frames_.start_at(range.begin);
        if (!frames_.next(*frame_) || frame_->pts >= range.end) return;
        auto last = glance();
        if (last_of_all_.small.data && !are_alike(last_of_all_, last)) cuts_.push_back(range.begin);
        for (const auto& next : seen) {
            if (next.pts <= last.pts || next.pts >= range.end) continue;
            find_between(last, next);
            last = next;
        }
        frames_.start_near(range.end - 1);
        if (frames_.next(*frame_) && frame_->pts > last.pts && frame_->pts < range.end) {
            const auto key = glance();
            find_between(last, key);
            last = key;
        }
        // A scene that begins later is too short to count.
        last_of_all_ = range.end - last.pts > shortest_scene_ ? follow(last, range.end) : last;
    }

    [[nodiscard]] std::vector<std::int64_t> cuts() {
        std::ranges::sort(cuts_);
        return std::move(cuts_);
    }

private:
    Glance glance() { return glance_at(frame_->pts, looks_.look(*frame_)); }

    void find_between(const Glance& one, const Glance& other) {
        if (decoded_ >= most_decoded_for_cuts || are_alike(one, other)) return;
        // Key frames in between are decoded fast, and leave only one group to decode in full.
        frames_.start_near(one.pts + (other.pts - one.pts) / 2);
        ++decoded_;
        if (frames_.next(*frame_) && frame_->pts > one.pts && frame_->pts < other.pts) {
            const auto middle = glance();
            find_between(one, middle);
            find_between(middle, other);
        } else {
            follow(one, other.pts + 1);
        }
    }

    /// Decodes every frame from `first` until `end`. Returns the last one.
    Glance follow(const Glance& first, std::int64_t end) {
        std::vector<Glance> row;
        frames_.start_at(first.pts);
        while (decoded_ < most_decoded_for_cuts && frames_.next(*frame_) && frame_->pts < end) {
            ++decoded_;
            row.push_back(glance());
        }
        const auto jumps = jumps_in(row);
        cuts_.insert(cuts_.end(), jumps.begin(), jumps.end());
        return row.empty() ? first : row.back();
    }

    FrameReader& frames_;
    AnalysisFrames looks_;
    Frame frame_ = new_frame();
    std::int64_t shortest_scene_;
    Glance last_of_all_;
    std::vector<std::int64_t> cuts_;
    int decoded_ = 0;
};

}  // namespace

Glance glance_at(std::int64_t pts, const cv::Mat& rgb) {
    Glance glance{pts, {}, {}};
    cv::resize(rgb, glance.small, {glance_side_px, glance_side_px}, 0, 0, cv::INTER_AREA);
    const int bins[] = {6, 6, 6}, channels[] = {0, 1, 2};
    const float span[] = {0, 256};
    const float* spans[] = {span, span, span};
    cv::calcHist(&glance.small, 1, channels, {}, glance.colours, 3, bins, spans);
    return glance;
}

std::vector<std::int64_t> find_scene_cuts(const Recipe& recipe, const MediaInfo& info,
                                          FrameReader& frames, std::span<const KeptRange> ranges,
                                          std::span<const Glance> seen) {
    const auto shortest = av_rescale_q(std::chrono::microseconds(shortest_scene).count(),
                                       AV_TIME_BASE_Q, frames.file().picture().time_base);
    CutFinder finder(recipe, info, frames, shortest);
    for (const auto& range : ranges) finder.look_through(range, seen);
    std::vector<std::int64_t> cuts;
    auto last = ranges.empty() ? 0 : ranges.front().begin;
    for (const auto cut : finder.cuts()) {
        // A short scene is merged with the one before.
        if (cut - last >= shortest) cuts.push_back(last = cut);
        else if (!cuts.empty()) cuts.back() = last = cut;
    }
    return cuts;
}

}  // namespace mediaedit::internal
