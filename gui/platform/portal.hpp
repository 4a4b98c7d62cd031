// The desktop's file dialog, opened over D-Bus (org.freedesktop.portal.FileChooser).
#pragma once

#include "platform/other_programs.hpp"

#include <filesystem>
#include <optional>
#include <vector>

namespace sunting {

/// Waits for the person. Absent: there is no portal; use another dialog. An empty list: nothing was
/// chosen.
std::optional<std::vector<std::filesystem::path>> browse_by_portal(BrowseFor what);

}  // namespace sunting
