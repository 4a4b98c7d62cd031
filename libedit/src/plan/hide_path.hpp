// Where a hidden area is at one moment.
#pragma once

#include <mediaedit/export.hpp>
#include <mediaedit/plan.hpp>

namespace mediaedit::internal {

/// The pixels of the turned picture that `hidden` covers at `at`, whether or not it lasts then: on the straight line between
/// the points of its path, rounded outward.
MEDIAEDIT_INTERNAL PixelRect area_at(const PlannedHide& hidden, Time at);

}  // namespace mediaedit::internal
