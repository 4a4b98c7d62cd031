// How the state answers to what happens.
#pragma once

#include "model/action.hpp"
#include "model/effect.hpp"
#include "model/state.hpp"

#include <vector>

namespace sunting {

/// Pure but for the clock in a new work's id. Threads: the caller's.
std::vector<Effect> update(State& state, const Action& action);

}  // namespace sunting
