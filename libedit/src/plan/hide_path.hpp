// The position of a hidden area at one time.
#pragma once

#include "plan/screen_time.hpp"

#include <mediaedit/export.hpp>
#include <mediaedit/plan.hpp>

namespace mediaedit::internal {

/// The pixels of the turned picture that `hidden` covers at `at`: interpolated linearly between the
/// points of its path, rounded outward. Ignores `hidden.when`.
MEDIAEDIT_INTERNAL PixelRect area_at(const PlannedHide& hidden, Time at);

/// The pixels that it covers on `frame`: its position at the frame's time. If the frame stays on
/// the screen for long while the area moves, all pixels that the area passes over meanwhile.
/// Ignores `hidden.when`.
MEDIAEDIT_INTERNAL PixelRect area_on(const PlannedHide& hidden, const OnScreen& frame);

}  // namespace mediaedit::internal
