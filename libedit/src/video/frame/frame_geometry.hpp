// Maps parts of a result to frames as stored.
#pragma once

#include "picture/geometry/orientation.hpp"
#include "video/frame/plane_scaler.hpp"

#include <mediaedit/plan.hpp>

#include <opencv2/core.hpp>

namespace mediaedit::internal {

/// The file's orientation, followed by the recipe's turn and mirror.
Orientation composed(Orientation file, Turn turn, bool mirror) noexcept;

/// The same part before the frame was turned upright.
Edges as_stored(const Edges& upright, Orientation orientation) noexcept;

/// The nearest even number that is not larger, or not smaller.
constexpr int even_below(int value) noexcept { return value & ~1; }
constexpr int even_above(int value) noexcept { return (value + 1) & ~1; }
/// Rounds down to even sides, for subsampled chroma; 1 becomes 2.
PixelSize even_size(PixelSize size) noexcept;
/// The nearest box with even coordinates inside a picture of even size.
PixelRect even_box(const PixelRect& box, PixelSize within) noexcept;

/// The size before straightening; the plan's turned picture is a smaller, rotated part of it.
PixelSize before_straightening(const Plan& plan) noexcept;

/// For cv::warpAffine with WARP_INVERSE_MAP: maps pixels of a plane of the placed picture to those
/// of a plane of the unstraightened one. Shapes: CV_64F, 2 x 3. `placed` and `whole` are the
/// planes' sizes.
cv::Mat straightening(const Plan& plan, cv::Size placed, cv::Size whole);

}  // namespace mediaedit::internal
