// Draws panels: coloured backgrounds and bars.
#pragma once

#include "text/layer.hpp"

#include <mediaedit/plan.hpp>
#include <mediaedit/recipe.hpp>

#include <opencv2/core/mat.hpp>

namespace mediaedit::internal {

/// Draws `panel` in the plan's area, with its gradient from top to bottom and its rounded corners.
Layer make_panel_layer(const PanelOverlay& panel, const PlannedOverlay& plan);

/// Makes the area outside rounded corners transparent. Shapes: CV_8UC4 premultiplied. Units:
/// pixels.
void round_corners(cv::Mat& rgba, int radius_px);

}  // namespace mediaedit::internal
