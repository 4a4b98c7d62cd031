// Faces, and what draws the eye: where a crop should look.
#pragma once

#include "picture/picture.hpp"
#include "subjects/face_finder.hpp"

#include <mediaedit/export.hpp>
#include <mediaedit/subjects.hpp>

#include <opencv2/core/mat.hpp>

namespace mediaedit::internal {

/// What was found, kept so that a window of any shape can be chosen from it.
struct SubjectMap {
    Subjects subjects;
    cv::Mat weight;  ///< CV_32F, small (longest side about 96), what draws the eye; empty when
                     ///< faces decide
};

/// Works on a small copy; the picture may be of any size. A quick search chooses a crop; a thorough
/// one is for hiding faces.
MEDIAEDIT_INTERNAL SubjectMap map_subjects(const Picture& picture, Search search);

/// The best place for a window that takes `width` x `height` (fractions) of the picture.
struct WindowChoice {
    Point focus;            ///< the middle of the window
    bool face_cut = false;  ///< a face does not lie wholly in any such window
};
MEDIAEDIT_INTERNAL WindowChoice choose_window(const SubjectMap& map, double width, double height);

/// Which faces a window cuts: neither wholly inside nor wholly outside. A face's margin of hair and
/// chin is not counted.
bool cuts_face(const Subjects& subjects, const Area& window) noexcept;

}  // namespace mediaedit::internal
