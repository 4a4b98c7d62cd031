// Where faces are in a clip, and when.
#include "video/video_faces.hpp"

#include "base/progress_meter.hpp"
#include "base/thread_count.hpp"
#include "picture/face_finder.hpp"
#include "picture/face_follower.hpp"
#include "picture/serially.hpp"
#include "video/clip_looks.hpp"
#include "video/describe.hpp"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <iterator>

namespace mediaedit::internal {
namespace {

using namespace std::chrono_literals;

/// Searched at this size, followed at that one.
constexpr int searched_side_px = 576;
constexpr double followed_side_px = 320;
constexpr Time between_looks = 80ms, between_searches = 300ms;

cv::Mat small_grey(const cv::Mat& picture) {
    cv::Mat grey, small;
    cv::cvtColor(picture, grey, cv::COLOR_RGB2GRAY);
    const double scale = std::min(1.0, followed_side_px / std::max(grey.cols, grey.rows));
    cv::resize(grey, small, {std::max(1, static_cast<int>(std::lround(grey.cols * scale))), std::max(1, static_cast<int>(std::lround(grey.rows * scale)))}, 0, 0, cv::INTER_AREA);
    return small;
}

/// A clip may have been taken with the phone on its side and nothing written down about it. So where nobody stands upright, one of
/// the other ways is tried at each search; what is found then is followed back through the searches before. A way by which somebody
/// was found is searched from then on.
class WaysToLook {
public:
    explicit WaysToLook(Turn turn) {
        if (turn != Turn::none) searched_.push_back(turn);
    }

    std::vector<SeenFace> search(const cv::Mat& picture, int threads) {
        if (threads > 1) return search(picture);
        std::vector<SeenFace> faces;
        serially([&] { faces = search(picture); });
        return faces;
    }

private:
    std::vector<SeenFace> search(const cv::Mat& picture) {
        auto faces = search_copy_for_faces(picture);
        const bool is_somebody_upright = std::ranges::any_of(faces, [](const SeenFace& face) { return face.certainty >= sure_certainty; });
        auto ways = searched_;
        if (!is_somebody_upright) {
            const Turn tried = other_ways[next_++ % other_ways.size()];
            if (std::ranges::find(ways, tried) == ways.end()) ways.push_back(tried);
        }
        const auto upright = faces;
        for (const Turn turn : ways) {
            const auto others = search_turned_copy(picture, turn);
            if (has_another_face(upright, others) && std::ranges::find(searched_, turn) == searched_.end()) searched_.push_back(turn);
            faces.insert(faces.end(), others.begin(), others.end());
        }
        return each_once(std::move(faces));
    }

    static constexpr std::array other_ways{Turn::right, Turn::left, Turn::half};
    std::vector<Turn> searched_;
    std::size_t next_ = 0;
};

}  // namespace

std::vector<FollowedFace> follow_video_faces(Turn turn, const MediaInfo& info, FrameReader& frames, std::span<const KeptRange> ranges, const std::function<void(double)>& on_look) {
    ClipLooks looks({}, info, frames, searched_side_px);
    WaysToLook ways(turn);
    std::vector<FollowedFace> faces;
    double length = 0, done = 0;
    for (const auto& range : ranges) length += static_cast<double>(range.end - range.begin);
    const auto frame = new_frame();
    for (const auto& range : ranges) {
        FaceFollower follower;
        auto next_look = frames.file().time_of(range.begin), next_search = next_look;
        frames.start_at(range.begin);
        while (frames.next(*frame) && frame->pts < range.end) {
            const auto now = frames.file().time_of(frame->pts);
            if (now < next_look) continue;
            next_look = now + between_looks;
            const auto picture = looks.look(*frame);
            follower.look(now, small_grey(picture));
            if (now >= next_search) {
                next_search = now + between_searches;
                follower.found(ways.search(picture, frames.threads()));
            }
            if (on_look) on_look((done + static_cast<double>(frame->pts - range.begin)) / length);
        }
        done += static_cast<double>(range.end - range.begin);
        std::ranges::move(follower.finish(frames.file().time_of(range.end)), std::back_inserter(faces));
    }
    return faces;
}

std::vector<FollowedFace> follow_faces_in_file(const std::filesystem::path& path, const Control& control) {
    FrameReader frames(path, control.limits, control.stop, thread_count(control));
    VideoFile again(VideoFile::Again{frames.file()});
    ProgressMeter meter(control);
    double told = 0;
    return follow_video_faces(Turn::none, describe(frames.file()), frames, plan_ranges(again, nullptr, {}), [&](double share) {
        meter.add(std::max(0.0, share - told));
        told = std::max(told, share);
    });
}

}  // namespace mediaedit::internal
