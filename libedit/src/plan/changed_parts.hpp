// Which parts of a video a recipe changes, when it changes only parts.
#pragma once

#include "plan/screen_time.hpp"

#include <mediaedit/export.hpp>
#include <mediaedit/media_info.hpp>
#include <mediaedit/recipe.hpp>

#include <functional>
#include <span>
#include <vector>

namespace mediaedit::internal {

/// Whether the recipe leaves the pictures as they are but for overlays and hidden areas that last
/// only a while.
MEDIAEDIT_INTERNAL bool changes_only_parts(const Recipe& recipe, const MediaInfo& info);

struct Part {
    TimeRange range;
    bool is_changed = false;
};

/// When overlays appear and go, in any order.
MEDIAEDIT_INTERNAL std::vector<Time> overlay_changes(const Recipe& recipe);

/// Which frame is on the screen at a moment.
using ScreenAt = std::function<OnScreen(Time)>;

/// What is kept, cut where changes begin and end. Parts follow each other without gaps where the
/// kept ranges do. An area is hidden on whole frames, on every one that is on the screen in its
/// time.
MEDIAEDIT_INTERNAL std::vector<Part> changed_parts(const Recipe& recipe, const ScreenAt& screen_at);

}  // namespace mediaedit::internal
