// Applies a plan to a decoded picture. Both export and preview use it.
#pragma once

#include "picture/picture.hpp"

#include <mediaedit/export.hpp>
#include <mediaedit/plan.hpp>

#include <stop_token>

namespace mediaedit::internal {

/// Applies turn, mirror and straighten. Returns `upright` itself, without a copy, if there are
/// none.
cv::Mat render_turned(const cv::Mat& upright, const Plan& plan);

/// Applies the rest of the plan up to `adjust`, without overlays (overlay/overlay_art.hpp).
/// Shapes: `turned` is from render_turned, at any scale: smaller than plan.turned if it was decoded
/// smaller; it is not modified. The result has the size plan.result, and has alpha only if `turned`
/// has alpha and `fit` shows no background. Errors: cancelled.
Picture render(const cv::Mat& turned, const Plan& plan, const std::stop_token& stop = {});

/// The same plan for a result `scale` times as large, for a preview.
MEDIAEDIT_INTERNAL Plan scale_plan(const Plan& plan, double scale);

}  // namespace mediaedit::internal
