// Where a hidden area is at one moment.
#pragma once

#include "plan/screen_time.hpp"

#include <mediaedit/export.hpp>
#include <mediaedit/plan.hpp>

namespace mediaedit::internal {

/// The pixels of the turned picture that `hidden` covers at `at`, whether or not it lasts then: on
/// the straight line between the points of its path, rounded outward.
MEDIAEDIT_INTERNAL PixelRect area_at(const PlannedHide& hidden, Time at);

/// The pixels that it covers of a frame that it covers at all: where it is at the frame's time. Of
/// a frame that is on the screen for long, and does not move while the area does, all that the area
/// passes over meanwhile.
MEDIAEDIT_INTERNAL PixelRect area_on(const PlannedHide& hidden, const OnScreen& frame);

}  // namespace mediaedit::internal
