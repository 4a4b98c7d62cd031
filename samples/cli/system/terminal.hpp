// Where the command's words go.
#pragma once

namespace cli {

/// Whether standard error is a terminal, so that a line that changes can be seen.
bool is_watched_by_a_person();

}  // namespace cli
