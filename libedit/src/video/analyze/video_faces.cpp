// Finds and tracks faces in a clip.
#include "video/analyze/video_faces.hpp"

#include "base/progress_meter.hpp"
#include "base/system/thread_count.hpp"
#include "picture/serially.hpp"
#include "plan/screen_time.hpp"
#include "subjects/face_finder.hpp"
#include "subjects/face_follower.hpp"
#include "video/analyze/analysis_frames.hpp"
#include "video/analyze/describe.hpp"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <iterator>
#include <utility>

namespace mediaedit::internal {
namespace {

using namespace std::chrono_literals;

/// Sizes for detection and for tracking.
constexpr int detection_side_px = 576;
constexpr double tracking_side_px = 320;
constexpr Time tracking_interval = 80ms, detection_interval = 300ms;

cv::Mat small_grey(const cv::Mat& picture) {
    cv::Mat grey, small;
    cv::cvtColor(picture, grey, cv::COLOR_RGB2GRAY);
    const double scale = std::min(1.0, tracking_side_px / std::max(grey.cols, grey.rows));
    cv::resize(grey, small,
               {std::max(1, static_cast<int>(std::lround(grey.cols * scale))),
                std::max(1, static_cast<int>(std::lround(grey.rows * scale)))},
               0, 0, cv::INTER_AREA);
    return small;
}

/// Detects faces in any of the four orientations. A clip may have been recorded with the phone on
/// its side, without saying so. If no face is upright, each search tries one of the other turns; a
/// face found then is tracked back through the earlier searches. A turn with which a face was found
/// is used in all further searches.
class FaceSearch {
public:
    explicit FaceSearch(Turn turn) {
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
        const bool is_somebody_upright = std::ranges::any_of(
            faces, [](const SeenFace& face) { return face.certainty >= sure_certainty; });
        auto turns = searched_;
        if (!is_somebody_upright) {
            const Turn tried = other_turns[next_++ % other_turns.size()];
            if (std::ranges::find(turns, tried) == turns.end()) turns.push_back(tried);
        }
        const auto upright = faces;
        for (const Turn turn : turns) {
            const auto others = search_turned_copy(picture, turn);
            if (has_another_face(upright, others) &&
                std::ranges::find(searched_, turn) == searched_.end())
                searched_.push_back(turn);
            faces.insert(faces.end(), others.begin(), others.end());
        }
        return each_once(std::move(faces));
    }

    static constexpr std::array other_turns{Turn::right, Turn::left, Turn::half};
    std::vector<Turn> searched_;
    std::size_t next_ = 0;
};

/// A face's time has margins for the frames between two tracked ones. Long frames are all tracked:
/// one in which the face was seen shows it all the time, one in which it was not shows it never.
/// Shapes: frames rising.
void fit_to(FollowedFace& face, std::span<const OnScreen> long_frames) {
    const auto first = face.path.front().at, last = face.path.back().at;
    for (const auto& frame : long_frames) {
        if (frame.until <= first) face.when.start = std::max(face.when.start, frame.until);
        if (frame.from <= last && last < frame.until)
            face.when.end = std::max(*face.when.end, frame.until);
        if (frame.from > last) face.when.end = std::min(*face.when.end, frame.from);
    }
}

}  // namespace

std::vector<FollowedFace> follow_video_faces(Turn turn, const MediaInfo& info, FrameReader& frames,
                                             std::span<const KeptRange> ranges,
                                             const std::function<void(double)>& on_progress) {
    AnalysisFrames pictures({}, info, frames, detection_side_px);
    FaceSearch search(turn);
    std::vector<FollowedFace> faces;
    double length = 0, done = 0;
    for (const auto& range : ranges) length += static_cast<double>(range.end - range.begin);
    auto frame = new_frame(), following = new_frame();
    for (const auto& range : ranges) {
        FaceFollower follower;
        std::vector<OnScreen> long_frames;
        auto next_tracked = frames.file().time_of(range.begin), next_search = next_tracked;
        frames.start_at(range.begin);
        bool has_frame = frames.next(*frame) && frame->pts < range.end;
        for (; has_frame; std::swap(frame, following)) {
            const bool is_another = frames.next(*following);
            has_frame = is_another && following->pts < range.end;
            const auto now = frames.file().time_of(frame->pts);
            const OnScreen screen{now,
                                  frames.file().time_of(is_another ? following->pts : range.end)};
            // Frames that are long on the screen are always tracked.
            const bool is_long = is_cut_in_time(screen);
            if (is_long) long_frames.push_back(screen);
            if (now < next_tracked && !is_long) continue;
            next_tracked = now + tracking_interval;
            const auto picture = pictures.look(*frame);
            follower.look(now, small_grey(picture));
            if (now >= next_search || is_long) {
                next_search = now + detection_interval;
                follower.found(search.search(picture, frames.threads()));
            }
            if (on_progress)
                on_progress((done + static_cast<double>(frame->pts - range.begin)) / length);
        }
        done += static_cast<double>(range.end - range.begin);
        for (auto& face : follower.finish(frames.file().time_of(range.end))) {
            fit_to(face, long_frames);
            faces.push_back(std::move(face));
        }
    }
    return faces;
}

std::vector<FollowedFace> follow_faces_in_file(const std::filesystem::path& path,
                                               const Control& control) {
    FrameReader frames(path, control.limits, control.stop, thread_count(control));
    auto again = frames.file().reopened();
    ProgressMeter meter(control);
    double reported = 0;
    return follow_video_faces(Turn::none, describe(frames.file()), frames,
                              plan_ranges(again, nullptr, {}), [&](double share) {
                                  meter.add(std::max(0.0, share - reported));
                                  reported = std::max(reported, share);
                              });
}

}  // namespace mediaedit::internal
