// Pictures of another shape than the film's, fitted into it.
#pragma once

#include "video/handles.hpp"

#include <mediaedit/geometry.hpp>

namespace mediaedit::internal {

/// Threads: one at a time.
class FrameFit {
public:
    /// `stored`: the film's pictures as they are stored, with pixels of that shape (0: square).
    FrameFit(PixelSize stored, AVRational pixel_shape);

    /// A picture of the film's shape stays as it is, of whatever size. Another one becomes as large
    /// as the film allows, undistorted, in the middle, on black. Errors: too_large (no memory).
    void fit(AVFrame& frame);

private:
    [[nodiscard]] bool has_shape_of_film(const AVFrame& frame) const;
    [[nodiscard]] PixelSize fitted_size(const AVFrame& frame) const;

    PixelSize stored_;
    double pixel_shape_;
    Scaler scaler_;  // kept while pictures stay alike
};

}  // namespace mediaedit::internal
