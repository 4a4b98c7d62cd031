// Applies actions to the state.
#pragma once

#include "model/action.hpp"
#include "model/effect.hpp"
#include "model/state.hpp"

#include <vector>

namespace sunting {

/// Pure, except that a new work's id is the current time. Threads: the caller's.
std::vector<Effect> update(State& state, const Action& action);

}  // namespace sunting
