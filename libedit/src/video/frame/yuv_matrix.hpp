// Converts SDR video from one matrix and range to another.
#pragma once

#include "video/frame/frame_colour.hpp"
#include "video/frame/yuv_picture.hpp"

#include <array>
#include <cstdint>

namespace mediaedit::internal {

/// One 3 x 3 matrix converts between two YUV encodings of the same RGB.
class YuvMatrix {
public:
    /// Ignores primaries and transfer.
    explicit YuvMatrix(const FrameColour& from, const FrameColour& to = {});
    [[nodiscard]] bool changes_nothing() const noexcept { return changes_nothing_; }
    /// In place. Shapes: CV_8U.
    void apply(const YuvPicture& picture, int threads) const;

private:
    bool changes_nothing_;
    std::array<std::int32_t, 3> light_{};                   ///< y from y, u, v; 1/2^14
    std::array<std::array<std::int32_t, 2>, 2> colours_{};  ///< u and v from u, v
    int black_ = 16, new_black_ = 16;
};

}  // namespace mediaedit::internal
