// Standard input as a file, named "-".
#pragma once

#include <cstddef>
#include <stop_token>
#include <string>

namespace cli {

/// Reads all of it; stops waiting when `stop` is requested. Errors: UsageError (cancelled;
/// too_large over `most`).
std::string read_standard_input(const std::stop_token& stop, std::size_t most);

}  // namespace cli
