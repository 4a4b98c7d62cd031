// A table of all colours, between whose entries is interpolated: any change of colour for the price
// of a look-up.
#pragma once

#include "video/frame/frame_colour.hpp"
#include "video/frame/yuv_picture.hpp"

#include <mediaedit/recipe.hpp>

#include <cstdint>
#include <vector>

namespace mediaedit::internal {

/// From a video's codes to BT.709 limited, tone mapped where that is needed, and in the light and
/// colour that a photo gets by the same numbers. Threads: never changed once made, so any number
/// may use it.
class ColourCube {
public:
    /// `automatic` of `wish` is not looked at.
    ColourCube(const FrameColour& colour, double peak_nits, const Adjust& wish);

    /// Shapes: `from` CV_16U with 10 bits, `to` CV_8U of the same size.
    void apply(const YuvPicture& from, const YuvPicture& to, int threads) const;

private:
    std::vector<std::int16_t> light_;    ///< by u, v, y
    std::vector<std::int16_t> colours_;  ///< likewise, pairs
};

}  // namespace mediaedit::internal
