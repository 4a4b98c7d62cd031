// Frames made for tests, as a decoder returns them.
#pragma once

#include "video/handles.hpp"

#include <opencv2/core/mat.hpp>

namespace mediaedit::test {

struct FrameOptions {
    AVPixelFormat format = AV_PIX_FMT_YUV420P;
    AVColorSpace matrix = AVCOL_SPC_BT709;
    AVColorRange range = AVCOL_RANGE_MPEG;
    bool tagged = true;  ///< false: matrix and range are used, but not written down
};

/// Shapes: CV_8UC3 RGB of any size.
internal::Frame frame_of(const cv::Mat& rgb, const FrameOptions& options = {});

/// A frame whose planes hold one colour each. Units: codes of the format's own depth.
internal::Frame plain_frame(int width, int height, AVPixelFormat format, int y, int u, int v);

}  // namespace mediaedit::test
