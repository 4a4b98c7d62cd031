// Where the parts of a result lie in the frames as stored.
#pragma once

#include "picture/geometry/orientation.hpp"
#include "video/frame/plane_scaler.hpp"

#include <mediaedit/plan.hpp>

#include <opencv2/core.hpp>

namespace mediaedit::internal {

/// First what the file asks for, then what the recipe does (turn, then mirror), as one.
Orientation composed(Orientation file, Turn turn, bool mirror) noexcept;

/// The same part before the picture was set upright.
Edges as_stored(const Edges& upright, Orientation orientation) noexcept;

/// Even sides, for colours of half the size; never larger, but for one pixel that becomes two.
PixelSize even_size(PixelSize size) noexcept;
/// The nearest box with even numbers inside a picture of an even size.
PixelRect even_box(const PixelRect& box, PixelSize within) noexcept;

/// The size before straightening, in which the plan's turned picture is a smaller, slanted part.
PixelSize before_straightening(const Plan& plan) noexcept;

/// For cv::warpAffine with WARP_INVERSE_MAP: from the pixels of a plane of the placed picture to
/// those of a plane of the unstraightened one. Shapes: CV_64F, 2 x 3. `placed` and `whole` are the
/// planes' sizes.
cv::Mat straightening(const Plan& plan, cv::Size placed, cv::Size whole);

}  // namespace mediaedit::internal
