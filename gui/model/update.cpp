// Applies actions to the state: passes each kind of action to its function.
#include "model/update.hpp"

#include "model/update_parts.hpp"

#include <variant>

namespace sunting {

std::vector<Effect> update(State& state, const Action& action) {
    Update change{state, {}};
    std::visit([&](const auto& what) { on(change, what); }, action);
    change.derive();
    return std::move(change.effects);
}

}  // namespace sunting
