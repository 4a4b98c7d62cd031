// Local time of this computer.
#pragma once

#include <mediaedit/export.hpp>

#include <optional>
#include <string>
#include <string_view>

namespace mediaedit::internal {

/// Converts "YYYY-MM-DDTHH:MM:SS" from UTC to the time zone of this computer, ignoring what
/// follows. Absent: not a time, or before 1971, which means that the camera's clock was not set.
MEDIAEDIT_INTERNAL std::optional<std::string> local_time_of(std::string_view utc);

}  // namespace mediaedit::internal
