// Decoded frames to small planes: any pixel format, one crop, one size; still as stored.
#pragma once

#include "video/frame/yuv_picture.hpp"

#include <array>
#include <memory>

namespace mediaedit::internal {

/// A part of a picture in fractions, as edges.
struct Edges {
    double left = 0;
    double top = 0;
    double right = 1;
    double bottom = 1;
    bool operator==(const Edges&) const = default;
};

/// Keeps what swscale prepared from one frame to the next.
/// Threads: one at a time.
class PlaneScaler {
public:
    PlaneScaler();
    ~PlaneScaler();

    /// `crop` of `frame` at the size of `to`: averaged when it shrinks, bicubic when it grows; each
    /// plane by itself, so that any pixel may be a crop's edge. Codes are kept: neither matrix nor
    /// range change, only the depth becomes that of `to` (8 bit, or 10 in CV_16U). Formats that are
    /// no plain planes (RGB, semi-planar, packed, with alpha: laid on black) are made such first;
    /// RGB becomes BT.709 limited. Errors: unsupported, too_large.
    void scale(const AVFrame& frame, const Edges& crop, const YuvPicture& to, int threads);

private:
    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace mediaedit::internal
