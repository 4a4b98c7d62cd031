// Converts between RGB and YUV codes of a matrix and range.
#pragma once

#include "video/frame/frame_colour.hpp"

namespace mediaedit::internal {

/// Units: 8 bit codes, not rounded.
struct YuvColour {
    double y = 16;
    double u = 128;
    double v = 128;
};

/// Units: 0 to 255; codes may give values outside.
struct RgbColour {
    double red = 0;
    double green = 0;
    double blue = 0;
};

/// A matrix and range; BT.709 limited by default. Does not cover primaries and transfer.
class YuvCodes {
public:
    constexpr explicit YuvCodes(const FrameColour& colour = {}) noexcept
        : weights_(light_weights(colour.matrix)),
          black_(colour.range == AVCOL_RANGE_JPEG ? 0 : 16),
          light_scale_(colour.range == AVCOL_RANGE_JPEG ? 1 : 219.0 / 255),
          colour_scale_(colour.range == AVCOL_RANGE_JPEG ? 1 : 224.0 / 255) {}

    [[nodiscard]] constexpr YuvColour of(const RgbColour& colour) const noexcept {
        const double light = weights_.red * colour.red + weights_.green() * colour.green +
                             weights_.blue * colour.blue;
        return {black_ + light * light_scale_,
                128 + (colour.blue - light) / (2 * (1 - weights_.blue)) * colour_scale_,
                128 + (colour.red - light) / (2 * (1 - weights_.red)) * colour_scale_};
    }
    [[nodiscard]] constexpr RgbColour rgb(const YuvColour& codes) const noexcept {
        const double light = (codes.y - black_) / light_scale_;
        const double red = light + 2 * (1 - weights_.red) * (codes.v - 128) / colour_scale_,
                     blue = light + 2 * (1 - weights_.blue) * (codes.u - 128) / colour_scale_;
        return {red, (light - weights_.red * red - weights_.blue * blue) / weights_.green(), blue};
    }
    /// The luma code of black.
    [[nodiscard]] constexpr double black() const noexcept { return black_; }

private:
    LightWeights weights_;
    double black_, light_scale_, colour_scale_;
};

}  // namespace mediaedit::internal
