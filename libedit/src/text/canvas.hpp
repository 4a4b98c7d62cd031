// Cairo drawing on a cv::Mat.
#pragma once

#include "text/handles.hpp"

#include <mediaedit/geometry.hpp>

#include <opencv2/core/mat.hpp>

namespace mediaedit::internal {

/// Draws into `pixels`, which outlive it. Call finish() before reading them.
/// Shapes: CV_8UC4; Cairo's premultiplied 32 bits, on little-endian machines BGRA.
class Canvas32 {
public:
    explicit Canvas32(cv::Mat& pixels);

    [[nodiscard]] cairo_t* cairo() const noexcept { return cairo_.get(); }

    /// Errors: internal, when something could not be drawn.
    void finish();

private:
    CairoSurfacePtr surface_;
    CairoPtr cairo_;
};

void set_source(cairo_t* cairo, const Color& color);

/// Sets the current path. Units: pixels.
void add_rounded_rectangle(cairo_t* cairo, double x, double y, double width, double height,
                           double radius);

}  // namespace mediaedit::internal
