// Which data of placements counts.
#pragma once

#include <mediaedit/placement.hpp>

#include <filesystem>
#include <vector>

namespace mediaedit::internal {

/// Those of `user_folder`/placements.json when that file is sound and of a later date, else those
/// compiled in. An empty `user_folder` is none.
std::vector<Placement> newest_placements(const std::filesystem::path& user_folder);

}  // namespace mediaedit::internal
