// Which parts of a video a recipe changes, when it changes only parts.
#pragma once

#include <mediaedit/export.hpp>
#include <mediaedit/media_info.hpp>
#include <mediaedit/recipe.hpp>

#include <span>
#include <vector>

namespace mediaedit::internal {

/// Whether the recipe leaves the pictures as they are but for overlays and hidden areas that last only a while.
MEDIAEDIT_INTERNAL bool changes_only_parts(const Recipe& recipe, const MediaInfo& info);

struct Part {
    TimeRange range;
    bool is_changed = false;
};

/// What is kept, cut where changes begin and end. Parts follow each other without gaps where the kept ranges do.
MEDIAEDIT_INTERNAL std::vector<Part> changed_parts(const Recipe& recipe);

}  // namespace mediaedit::internal
