// Crops and scales frames of any pixel format to planes, in the orientation as stored.
#pragma once

#include "video/frame/yuv_picture.hpp"

#include <array>
#include <memory>

namespace mediaedit::internal {

/// The edges of a part of a picture, as fractions.
struct Edges {
    double left = 0;
    double top = 0;
    double right = 1;
    double bottom = 1;
    bool operator==(const Edges&) const = default;
};

/// Keeps swscale's contexts between frames. Threads: one at a time.
class PlaneScaler {
public:
    PlaneScaler();
    ~PlaneScaler();

    /// Scales `crop` of `frame` to the size of `to`: averages when it shrinks, bicubic when it
    /// grows. Each plane is scaled separately, so that a crop's edge may be at any pixel. Matrix
    /// and range are kept; the depth becomes that of `to` (8 bit, or 10 in CV_16U). Formats that
    /// are not planar (RGB, semi-planar, packed) or have alpha (put on black) are converted first;
    /// RGB becomes BT.709 limited. Errors: unsupported, too_large.
    void scale(const AVFrame& frame, const Edges& crop, const YuvPicture& to, int threads);

private:
    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace mediaedit::internal
