// Draws panels: coloured backgrounds and bars.
#include "text/panel_layer.hpp"

#include "text/canvas.hpp"
#include "text/handles.hpp"

#include <opencv2/imgproc.hpp>

namespace mediaedit::internal {
namespace {

/// Cairo has blue where layers have red.
Color swapped(Color color) noexcept { return {color.blue, color.green, color.red, color.alpha}; }

void add_stop(cairo_pattern_t* pattern, double at, const Color& color) {
    cairo_pattern_add_color_stop_rgba(pattern, at, color.red / 255.0, color.green / 255.0,
                                      color.blue / 255.0, color.alpha / 255.0);
}

void set_colours(cairo_t* cairo, const PanelOverlay& panel, int height) {
    if (!panel.to) {
        set_source(cairo, swapped(panel.color));
        return;
    }
    const CairoPatternPtr gradient(cairo_pattern_create_linear(0, 0, 0, height));
    add_stop(gradient.get(), 0, swapped(panel.color));
    add_stop(gradient.get(), 1, swapped(*panel.to));
    cairo_set_source(cairo, gradient.get());
}

}  // namespace

Layer make_panel_layer(const PanelOverlay& panel, const PlannedOverlay& plan) {
    const auto& box = plan.within;
    cv::Mat rgba = cv::Mat::zeros(box.height, box.width, CV_8UC4);
    Canvas32 canvas(rgba);
    set_colours(canvas.cairo(), panel, box.height);
    if (plan.radius_px > 0)
        add_rounded_rectangle(canvas.cairo(), 0, 0, box.width, box.height, plan.radius_px);
    else cairo_rectangle(canvas.cairo(), 0, 0, box.width, box.height);
    cairo_fill(canvas.cairo());
    canvas.finish();
    return {rgba, box.x, box.y};
}

void round_corners(cv::Mat& rgba, int radius_px) {
    if (radius_px <= 0) return;
    Canvas32 canvas(rgba);
    cairo_set_operator(canvas.cairo(),
                       CAIRO_OPERATOR_DEST_IN);  // clears what is outside the path
    add_rounded_rectangle(canvas.cairo(), 0, 0, rgba.cols, rgba.rows, radius_px);
    set_source(canvas.cairo(), Color{255, 255, 255, 255});
    cairo_fill(canvas.cairo());
    canvas.finish();
}

}  // namespace mediaedit::internal
