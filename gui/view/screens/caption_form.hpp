// The questions about an activity, from whose answers captions are written.
#pragma once

#include "model/state.hpp"
#include "view/widgets/widgets.hpp"

#include <mediaedit/caption.hpp>

#include <string>
#include <vector>

namespace sunting {

/// Read once for each language. Threads: the window's.
const std::vector<mediaedit::ActivityKind>& kinds_in(const std::string& language);

void show_form(const State& state, Ui& ui);

}  // namespace sunting
