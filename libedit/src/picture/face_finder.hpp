// Faces in a picture, by OpenCV's trained cascades.
#pragma once

#include <opencv2/core/mat.hpp>

#include <vector>

namespace mediaedit::internal {

/// Faces that look at the camera, or those seen from the side too, at three times the cost.
enum class FacePoses { frontal, frontal_and_profile };

/// Shapes: `grey` is CV_8U. Boxes of inner faces (brow to chin) in its pixels, largest first.
/// Without the package opencv-data nothing is found. Never certain: some faces are missed, some boxes hold none.
/// Threads: any.
std::vector<cv::Rect> find_faces(const cv::Mat& grey, FacePoses poses);

}  // namespace mediaedit::internal
