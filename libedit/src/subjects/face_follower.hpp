// Faces on their way through a clip: found again and again, followed between, held where they are
// missed.
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

/// Is shown small grey pictures in rising time, and every few pictures what was found there. Keeps
/// the last seconds of them: a face that is found is followed back through those to where it came
/// from, so that the pictures before the first find are covered too.
///
///     found          F       .       .       F        -: followed by its looks, back and on    =:
///     held where it was last face     ---------------------======------- time
///     ------------------------------------->
///
/// A cut ends all. Threads: one at a time.
class MEDIAEDIT_INTERNAL FaceFollower {
public:
    /// Shapes: CV_8U, all of one size. Kept for some seconds.
    void look(Time at, const cv::Mat& grey);
    /// What was found in the picture that was shown last.
    void found(const std::vector<SeenFace>& faces);
    /// No more come; the clip ends at `until`. In the order in which the faces appear, each with a
    /// moment more before and after, for the pictures between two looks.
    std::vector<FollowedFace> finish(Time until);

private:
    struct Sight {
        Time at{0};
        cv::Rect2d box;  ///< pixels of the small picture
    };
    struct Track {
        std::deque<Sight> sights;
        cv::Mat pattern;  ///< the face as it was seen last
        Time seen_at{0};  ///< last found or recognised
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

    std::deque<Shown> shown_;  ///< since the last cut, the latest at the back
    std::vector<Track> tracks_, done_;
    cv::Size size_;
};

}  // namespace mediaedit::internal
