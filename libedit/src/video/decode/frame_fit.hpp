// Fits frames of another size or shape into those of the video.
#pragma once

#include "video/handles.hpp"

#include <mediaedit/geometry.hpp>

namespace mediaedit::internal {

/// Threads: one at a time.
class FrameFit {
public:
    /// `stored`: size of the video's frames as stored, with pixels of that shape (0: square).
    FrameFit(PixelSize stored, AVRational pixel_shape);

    /// A frame with the video's aspect ratio is not changed, whatever its size. Others are scaled
    /// without distortion to fit, and centred on black. Errors: too_large (no memory).
    void fit(AVFrame& frame);

private:
    [[nodiscard]] bool has_shape_of_film(const AVFrame& frame) const;
    [[nodiscard]] PixelSize fitted_size(const AVFrame& frame) const;

    PixelSize stored_;
    double pixel_shape_;
    Scaler scaler_;  // kept while the format does not change
};

}  // namespace mediaedit::internal
