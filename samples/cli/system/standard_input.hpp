// Standard input as a file, named "-".
#pragma once

#include <cstddef>
#include <stop_token>
#include <string>

namespace cli {

/// All of it; waiting for it ends when `stop` is asked for. Errors: UsageError (cancelled;
/// too_large over `most`).
std::string read_standard_input(const std::stop_token& stop, std::size_t most);

}  // namespace cli
