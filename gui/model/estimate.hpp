// Estimates size and duration of the results before they are made.
#pragma once

#include "model/state.hpp"

#include <cstddef>
#include <string>

namespace sunting {

struct Estimate {
    std::size_t files = 0;
    double bytes = 0;
    double seconds = 0;
    std::string reason{};  ///< why it is fast or slow; empty for photos
};

Estimate estimate_of(const State& state);

/// Whether a clip's video stream is copied: it fits the placement, and nothing is drawn, cropped or
/// turned.
bool is_copied(const State& state, std::size_t item, const mediaedit::Placement& placement);

}  // namespace sunting
