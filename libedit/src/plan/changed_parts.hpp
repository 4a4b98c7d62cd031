// Finds the parts of a video that a recipe changes, so that the rest can be copied.
#pragma once

#include "plan/screen_time.hpp"

#include <mediaedit/export.hpp>
#include <mediaedit/media_info.hpp>
#include <mediaedit/recipe.hpp>

#include <functional>
#include <span>
#include <vector>

namespace mediaedit::internal {

/// Whether the recipe keeps the frames unchanged except for timed overlays and hidden areas.
MEDIAEDIT_INTERNAL bool changes_only_parts(const Recipe& recipe, const MediaInfo& info);

struct Part {
    TimeRange range;
    bool is_changed = false;
};

/// The times at which overlays appear and disappear, in any order.
MEDIAEDIT_INTERNAL std::vector<Time> overlay_changes(const Recipe& recipe);

/// The frame that is on the screen at a time.
using ScreenAt = std::function<OnScreen(Time)>;

/// Divides the kept ranges where changes begin and end. The parts leave no gaps within a range. An
/// area is hidden on whole frames: on every frame that is on the screen during its time.
MEDIAEDIT_INTERNAL std::vector<Part> changed_parts(const Recipe& recipe, const ScreenAt& screen_at);

}  // namespace mediaedit::internal
