// The clock on the wall where this computer stands.
#pragma once

#include <mediaedit/export.hpp>

#include <optional>
#include <string>
#include <string_view>

namespace mediaedit::internal {

/// "YYYY-MM-DDTHH:MM:SS" in this computer's time zone of the same in UTC, whatever follows it.
/// Absent: it is no time, or one before 1971, when no camera was set.
MEDIAEDIT_INTERNAL std::optional<std::string> local_time_of(std::string_view utc);

}  // namespace mediaedit::internal
