// The sentences of the help, by screen.
#pragma once

#include "model/state.hpp"

#include <string>
#include <vector>

namespace sunting {

struct Hint {
    std::string about;  ///< id of a widget; with a dot at the end the beginning of several ids;
                        ///< empty: about none
    std::string text;
};

/// Those of the screen that is shown, in order.
std::vector<Hint> hints_for(const State& state);

}  // namespace sunting
