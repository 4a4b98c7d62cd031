// Cairo drawing on a cv::Mat.
#include "text/canvas.hpp"

#include "base/failure.hpp"
#include "base/message.hpp"

#include <algorithm>
#include <bit>
#include <numbers>

namespace mediaedit::internal {

static_assert(std::endian::native == std::endian::little,
              "Cairo's 32 bits lie the other way round on this machine");

Canvas32::Canvas32(cv::Mat& pixels)
    : surface_(cairo_image_surface_create_for_data(pixels.data, CAIRO_FORMAT_ARGB32, pixels.cols,
                                                   pixels.rows, static_cast<int>(pixels.step))),
      cairo_(cairo_create(surface_.get())) {}

void Canvas32::finish() {
    cairo_surface_flush(surface_.get());
    const cairo_status_t status = cairo_status(cairo_.get());
    if (status != CAIRO_STATUS_SUCCESS) {
        fail(ErrorCode::internal, tr("The text or code could not be drawn; nothing was saved."), "",
             cairo_status_to_string(status));
    }
}

void set_source(cairo_t* cairo, const Color& color) {
    cairo_set_source_rgba(cairo, color.red / 255.0, color.green / 255.0, color.blue / 255.0,
                          color.alpha / 255.0);
}

void add_rounded_rectangle(cairo_t* cairo, double x, double y, double width, double height,
                           double radius) {
    constexpr double quarter = std::numbers::pi / 2;
    radius = std::min({radius, width / 2, height / 2});
    cairo_new_path(cairo);
    cairo_arc(cairo, x + width - radius, y + radius, radius, -quarter, 0);
    cairo_arc(cairo, x + width - radius, y + height - radius, radius, 0, quarter);
    cairo_arc(cairo, x + radius, y + height - radius, radius, quarter, 2 * quarter);
    cairo_arc(cairo, x + radius, y + radius, radius, 2 * quarter, 3 * quarter);
    cairo_close_path(cairo);
}

}  // namespace mediaedit::internal
