// Room in an MP4 file that was kept for its tables and is not needed.
#pragma once

#include "base/system/new_file.hpp"

namespace mediaedit::internal {

/// Where a `free` box between the tables and the pictures takes a share of the file that can be
/// seen, what lies behind it moves up, and the tables are changed to say so. A file laid out in
/// another way stays as it is. `file` was written by Mp4Writer, and is not committed. Errors:
/// cannot_write.
void drop_free_room(NewFile& file);

}  // namespace mediaedit::internal
