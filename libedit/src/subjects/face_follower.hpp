// Tracks faces through a video: detected every few frames, followed between, held when lost.
#pragma once

#include "subjects/face_network.hpp"

#include <mediaedit/export.hpp>
#include <mediaedit/faces.hpp>
#include <mediaedit/time.hpp>

#include <opencv2/core/mat.hpp>

#include <cstddef>
#include <deque>
#include <vector>

namespace mediaedit::internal {

/// Receives small grey frames in rising time, and every few frames the detected faces. Keeps the
/// frames of the last seconds: a new face is also followed backwards through them, so that frames
/// before its first detection are covered too.
///
///     detected           F       .       .       F
///     face     ---------------------======-------     -: followed by template matching
///     time     ------------------------------------>  =: held at its last position
///
/// A cut ends all tracks. Threads: one at a time.
class MEDIAEDIT_INTERNAL FaceFollower {
public:
    /// Adds the next frame. Shapes: CV_8U, all of one size. Kept for some seconds.
    void look(Time at, const cv::Mat& grey);
    /// Adds the faces detected in the last frame.
    void found(const std::vector<SeenFace>& faces);
    /// Ends the video at `until`. Shapes: in order of appearance. Each face begins a little earlier
    /// and ends a little later than seen, to cover the frames between two that were examined.
    std::vector<FollowedFace> finish(Time until);

private:
    struct Sight {
        Time at{0};
        cv::Rect2d box;  ///< pixels of the small picture
    };
    struct Track {
        std::deque<Sight> sights;
        cv::Mat pattern;  ///< the last image of the face, for template matching
        Time seen_at{0};  ///< last detected or matched
        Time found_at{0}, best_at{0};
        double certainty = 0;
        bool ended = false;
    };
    struct Shown {
        Time at{0};
        cv::Mat grey;
    };

    void follow(Track& track, const Shown& shown) const;
    void follow_back(Track& track) const;
    bool join(Track& track, const Track& earlier) const;
    void join_earlier(std::size_t index);

    std::deque<Shown> shown_;  ///< frames since the last cut, the latest at the back
    std::vector<Track> tracks_, done_;
    cv::Size size_;
};

}  // namespace mediaedit::internal
