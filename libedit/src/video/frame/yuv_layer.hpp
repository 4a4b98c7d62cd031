// Texts, logos and codes on a video's planes: converted once, laid over many pictures.
#pragma once

#include "overlay/overlay_art.hpp"
#include "video/frame/yuv_codes.hpp"
#include "video/frame/yuv_picture.hpp"

#include <optional>

namespace mediaedit::internal {

/// In the codes of the pictures it is laid on, multiplied by its own alpha; the colours' alpha is
/// the average of four pixels'. Threads: never changed once made, so any number may use it.
class YuvLayer {
public:
    /// Keeps what lies inside a result of that size. Units: `result` even.
    YuvLayer(const OverlayLayer& layer, PixelSize result, const YuvCodes& codes = YuvCodes());

    /// Over `picture`, touching only what lies beneath the layer. Shapes: CV_8U of the result's
    /// size.
    void blend(const YuvPicture& picture) const;
    [[nodiscard]] const std::optional<TimeRange>& when() const { return when_; }

private:
    std::optional<TimeRange> when_;
    PixelRect box_;  ///< in the result, even; empty: nothing is seen
    YuvPicture colour_;
    cv::Mat alpha_, colour_alpha_;
};

}  // namespace mediaedit::internal
