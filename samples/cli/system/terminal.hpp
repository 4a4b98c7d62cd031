// The terminal that the command writes to.
#pragma once

namespace cli {

/// Whether standard error is a terminal, which can show a line that changes.
bool is_watched_by_a_person();

}  // namespace cli
