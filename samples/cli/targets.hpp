// --for ID[,ID...]
#pragma once

#include <mediaedit/mediaedit.hpp>

#include <string>
#include <vector>

namespace cli {

/// Errors: UsageError when an id is unknown or named twice.
std::vector<mediaedit::Placement> find_targets(const std::string& ids);

}  // namespace cli
