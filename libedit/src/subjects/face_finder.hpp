// Faces in a picture.
#pragma once

#include "subjects/face_network.hpp"

#include <mediaedit/export.hpp>
#include <mediaedit/recipe.hpp>

#include <opencv2/core/mat.hpp>

#include <vector>

namespace mediaedit::internal {

/// Quick: what a crop turns on. Thorough: what must be hidden, small faces in a group too, and
/// those in pictures that lie on their side or stand on their head, at some eight times the cost.
enum class Search { quick, thorough };

/// A face is told of from this certainty on.
constexpr double told_certainty = 0.6;
/// A crop turns on a face from this one on: what is only taken for a face would pull the picture
/// aside.
constexpr double sure_certainty = 0.8;
/// A photo need not be decoded larger than this for a thorough search. All searches of one photo
/// begin with this size or more, so that they find the same faces.
constexpr int searched_photo_px = 1600;

/// Searches small copies of the picture, which may be of any size. The most certain ones come
/// first. Shapes: CV_8UC3 RGB or CV_8UC4 RGBA. Boxes lie inside the picture. Never certain: some
/// faces are missed, some boxes hold none. Threads: any.
MEDIAEDIT_INTERNAL std::vector<SeenFace> search_faces(const cv::Mat& picture, Search search);

/// The same in a copy that is small already: faces of some 2 % to all of its width.
MEDIAEDIT_INTERNAL std::vector<SeenFace> search_copy_for_faces(const cv::Mat& copy,
                                                               double certainty = told_certainty);

/// The same of people who would stand upright if `copy` were turned by `turn`; told of `copy` as it
/// is.
MEDIAEDIT_INTERNAL std::vector<SeenFace> search_turned_copy(const cv::Mat& copy, Turn turn,
                                                            double certainty = told_certainty);

/// Whether `faces` has one that is not among `known`.
MEDIAEDIT_INTERNAL bool has_another_face(const std::vector<SeenFace>& known,
                                         const std::vector<SeenFace>& faces);

/// Loads what the first search needs, so that another thread can do it while a photo is decoded.
/// Threads: any.
void load_face_finder();

}  // namespace mediaedit::internal
