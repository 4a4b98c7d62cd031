// A plan, or the way out.
#pragma once

#include "base/failure.hpp"

#include <mediaedit/plan.hpp>

#include <utility>

namespace mediaedit::internal {

/// Errors: those of make_plan, thrown.
inline Plan need_plan(const Recipe& recipe, const MediaInfo& info) {
    auto plan = make_plan(recipe, info);
    if (!plan) throw Failure{plan.error()};
    return std::move(plan).value();
}

}  // namespace mediaedit::internal
