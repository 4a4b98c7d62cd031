// Draws texts, logos and codes on a frame's planes: converted once, drawn on many frames.
#pragma once

#include "overlay/overlay_art.hpp"
#include "video/frame/yuv_codes.hpp"
#include "video/frame/yuv_picture.hpp"

#include <optional>

namespace mediaedit::internal {

/// In the YUV codes of the frames, premultiplied; the chroma planes' alpha is the average of four
/// pixels. Threads: immutable, so any number may use it.
class YuvLayer {
public:
    /// Clips to a result of that size. Units: `result` even.
    YuvLayer(const OverlayLayer& layer, PixelSize result, const YuvCodes& codes = YuvCodes());

    /// Blends over `picture`; changes only pixels beneath the layer. Shapes: CV_8U of the result's
    /// size.
    void blend(const YuvPicture& picture) const;
    [[nodiscard]] const std::optional<TimeRange>& when() const { return when_; }

private:
    std::optional<TimeRange> when_;
    PixelRect box_;  ///< in the result, even; empty: nothing is visible
    YuvPicture colour_;
    cv::Mat alpha_, colour_alpha_;
};

}  // namespace mediaedit::internal
