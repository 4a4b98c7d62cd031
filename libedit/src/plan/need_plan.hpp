// make_plan that throws its error.
#pragma once

#include "base/guard.hpp"

#include <mediaedit/plan.hpp>

#include <span>

namespace mediaedit::internal {

/// Errors: those of make_plan, thrown.
inline Plan need_plan(const Recipe& recipe, const MediaInfo& info) {
    return value_or_throw(make_plan(recipe, info));
}

/// A new focus from a time of a video on.
struct FocusChange {
    Time from{0};
    Point focus;
    bool operator==(const FocusChange&) const = default;
};

/// As above, with a window for each change.
inline Plan need_plan(const Recipe& recipe, const MediaInfo& info,
                      std::span<const FocusChange> changes) {
    auto plan = need_plan(recipe, info);
    for (const auto& change : changes) {
        auto other = recipe;
        other.focus = change.focus;
        plan.windows.push_back({change.from, need_plan(other, info).crop});
    }
    return plan;
}

}  // namespace mediaedit::internal
