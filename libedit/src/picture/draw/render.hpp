// The look: from a decoded picture and a plan to the result's picture. Export and preview both draw
// by it.
#pragma once

#include "picture/picture.hpp"

#include <mediaedit/export.hpp>
#include <mediaedit/plan.hpp>

#include <stop_token>

namespace mediaedit::internal {

/// The turning part of a plan: upright -> turned. No copy is made when there is nothing to turn.
cv::Mat render_turned(const cv::Mat& upright, const Plan& plan);

/// Everything up to and including `adjust`; overlays come after (overlay/overlay_art.hpp).
/// Shapes: `turned` is render_turned's result, at any scale: smaller than plan.turned when it was
/// decoded smaller. It stays unchanged. The result has plan.result's size, and alpha only when
/// `turned` has and `fit` shows no background. Errors: cancelled.
Picture render(const cv::Mat& turned, const Plan& plan, const std::stop_token& stop = {});

/// `plan` for a result `scale` times as large (a preview): the same parts of the source, the same
/// look.
MEDIAEDIT_INTERNAL Plan scale_plan(const Plan& plan, double scale);

}  // namespace mediaedit::internal
