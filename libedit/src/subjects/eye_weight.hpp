// Saliency without faces.
#pragma once

#include <opencv2/core/mat.hpp>

namespace mediaedit::internal {

/// The saliency of each part of a picture: the contrast of its colour and brightness with its
/// surroundings and the whole picture, edges, and nearness to the centre. Shapes: CV_8UC3 or
/// CV_8UC4 to CV_32F, longest side about 96.
cv::Mat eye_weight(const cv::Mat& picture);

}  // namespace mediaedit::internal
