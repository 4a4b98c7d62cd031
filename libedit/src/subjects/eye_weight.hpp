// What draws the eye, apart from faces.
#pragma once

#include <opencv2/core/mat.hpp>

namespace mediaedit::internal {

/// How much each place of a picture stands out: by its colour and light against its surroundings
/// and against the whole, by edges, by nearness to the middle. Shapes: CV_8UC3 or CV_8UC4 to
/// CV_32F, longest side about 96.
cv::Mat eye_weight(const cv::Mat& picture);

}  // namespace mediaedit::internal
