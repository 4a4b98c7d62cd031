// How large the results will be and how long they take, before they are made.
#pragma once

#include "model/state.hpp"

#include <cstddef>
#include <string>

namespace sunting {

struct Estimate {
    std::size_t files = 0;
    double bytes = 0;
    double seconds = 0;
    std::string reason{};  ///< why it is fast or takes long; empty for photos
};

Estimate estimate_of(const State& state);

/// Whether a clip's pictures are copied: they suit the placement as they are, and nothing is drawn,
/// cut out or turned.
bool is_copied(const State& state, std::size_t item, const mediaedit::Placement& placement);

}  // namespace sunting
