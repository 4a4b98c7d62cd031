// Removes unused space between an MP4 file's tables and its media.
#pragma once

#include "base/system/new_file.hpp"

namespace mediaedit::internal {

/// If a `free` box between tables and media takes a noticeable share of the file, the media is
/// moved up and the tables are updated. A file with another layout is not changed. `file` was
/// written by Mp4Writer, and is not committed. Errors: cannot_write.
void remove_free_space(NewFile& file);

}  // namespace mediaedit::internal
