// A 3D look-up table with interpolation: any change of colour at the cost of a look-up.
#pragma once

#include "video/frame/frame_colour.hpp"
#include "video/frame/yuv_picture.hpp"

#include <mediaedit/recipe.hpp>

#include <cstdint>
#include <vector>

namespace mediaedit::internal {

/// Converts a video's codes to BT.709 limited, with tone mapping where needed, and applies light
/// and colour as for photos. Threads: immutable, so any number may use it.
class ColourCube {
public:
    /// Ignores `automatic` of `chosen`.
    ColourCube(const FrameColour& colour, double peak_nits, const Adjust& chosen);

    /// Shapes: `from` CV_16U with 10 bits, `to` CV_8U of the same size.
    void apply(const YuvPicture& from, const YuvPicture& to, int threads) const;

private:
    std::vector<std::int16_t> light_;    ///< by u, v, y
    std::vector<std::int16_t> colours_;  ///< the same, as pairs
};

}  // namespace mediaedit::internal
