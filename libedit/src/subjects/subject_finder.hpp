// Finds the subjects of a picture, and chooses crops that show them.
#pragma once

#include "picture/picture.hpp"
#include "subjects/face_finder.hpp"

#include <mediaedit/export.hpp>
#include <mediaedit/subjects.hpp>

#include <opencv2/core/mat.hpp>

namespace mediaedit::internal {

/// The subjects of a picture, from which a crop of any shape can be chosen.
struct SubjectMap {
    Subjects subjects;
    cv::Mat weight;  ///< saliency: CV_32F, longest side about 96; empty if there are faces
};

/// Finds the subjects in a small copy of `picture`, which may have any size. Use a quick search to
/// choose a crop, a thorough one to hide faces.
MEDIAEDIT_INTERNAL SubjectMap map_subjects(const Picture& picture, Search search);

struct WindowChoice {
    Point focus;            ///< the centre of the window
    bool face_cut = false;  ///< the window cuts a face
};
/// Chooses the best position of a window of `width` x `height`. Units: fractions of the picture.
MEDIAEDIT_INTERNAL WindowChoice choose_window(const SubjectMap& map, double width, double height);

/// Whether a window cuts a face: neither wholly inside nor wholly outside. Margins for hair and
/// chin do not count.
bool cuts_face(const Subjects& subjects, const Area& window) noexcept;

}  // namespace mediaedit::internal
