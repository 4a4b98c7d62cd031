// Draws panels: coloured grounds and bars.
#pragma once

#include "text/layer.hpp"

#include <mediaedit/plan.hpp>
#include <mediaedit/recipe.hpp>

#include <opencv2/core/mat.hpp>

namespace mediaedit::internal {

/// `panel` in the plan's area, with its colours from the upper edge to the lower one and its round
/// corners.
Layer make_panel_layer(const PanelOverlay& panel, const PlannedOverlay& plan);

/// Makes everything outside of round corners see-through. Shapes: CV_8UC4 premultiplied. Units:
/// pixels.
void round_corners(cv::Mat& rgba, int radius_px);

}  // namespace mediaedit::internal
