// Detects faces in pictures of any size.
#pragma once

#include "subjects/face_network.hpp"

#include <mediaedit/export.hpp>
#include <mediaedit/recipe.hpp>

#include <opencv2/core/mat.hpp>

#include <vector>

namespace mediaedit::internal {

/// Quick: to choose a crop. Thorough: to hide faces; also finds small faces in a group and faces
/// that are sideways or upside down, and takes about eight times as long.
enum class Search { quick, thorough };

/// Faces with a lower score are not returned.
constexpr double told_certainty = 0.6;
/// Faces with a lower score do not influence a crop, because a false detection would shift it.
constexpr double sure_certainty = 0.8;
/// The size that a thorough search needs. All searches of one photo use this size or more, so that
/// they find the same faces.
constexpr int searched_photo_px = 1600;

/// Searches scaled copies of `picture`. Detection misses some faces, and some boxes contain none.
/// Shapes: CV_8UC3 RGB or CV_8UC4 RGBA; highest score first, boxes inside the picture. Threads:
/// any.
MEDIAEDIT_INTERNAL std::vector<SeenFace> search_faces(const cv::Mat& picture, Search search);

/// As above, for a copy that is already small. Finds faces of about 2 % to 100 % of its width.
MEDIAEDIT_INTERNAL std::vector<SeenFace> search_copy_for_faces(const cv::Mat& copy,
                                                               double certainty = told_certainty);

/// As above, for faces that are upright after `copy` is turned by `turn`. Units: boxes are
/// fractions of the unturned copy.
MEDIAEDIT_INTERNAL std::vector<SeenFace> search_turned_copy(const cv::Mat& copy, Turn turn,
                                                            double certainty = told_certainty);

/// Whether `faces` contains one that is not among `known`.
MEDIAEDIT_INTERNAL bool has_another_face(const std::vector<SeenFace>& known,
                                         const std::vector<SeenFace>& faces);

/// Loads the network in advance, so that another thread can do it while a photo is decoded.
/// Threads: any.
void load_face_finder();

}  // namespace mediaedit::internal
