// Faces in a picture, by OpenCV's trained cascades.
#pragma once

#include <opencv2/core/mat.hpp>

#include <vector>

namespace mediaedit::internal {

/// Faces that look at the camera, or those seen from the side too, at three times the cost.
enum class FacePoses { frontal, frontal_and_profile };

/// Searches `small`, a copy of `picture`; what is doubtful there is looked at again in the picture itself.
/// Shapes: both CV_8UC3 or CV_8UC4. Boxes of inner faces (brow to chin) in the pixels of `picture` and inside it, largest first.
/// Without the package opencv-data nothing is found. Never certain: some faces are missed, some boxes hold none.
/// Threads: any.
std::vector<cv::Rect> find_faces(const cv::Mat& picture, const cv::Mat& small, FacePoses poses);

/// Adds those of `found` that are not among `faces`; the largest come first again.
void add_new_faces(std::vector<cv::Rect>& faces, const std::vector<cv::Rect>& found);

/// Loads what the first search needs, so that another thread can do it while a photo is decoded.
/// Threads: any.
void load_face_finder();

}  // namespace mediaedit::internal
