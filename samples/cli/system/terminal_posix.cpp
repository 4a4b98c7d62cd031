// The terminal that the command writes to, on Linux and macOS.
#include "system/terminal.hpp"

#include <unistd.h>

namespace cli {

bool is_watched_by_a_person() { return ::isatty(STDERR_FILENO) != 0; }

}  // namespace cli
