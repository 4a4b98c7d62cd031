// One new file's content into another.
#pragma once

#include "base/system/new_file.hpp"

namespace mediaedit::internal {

/// Fills `to`, which is empty, with what was written to `from`. File systems that can share blocks
/// until one of the files changes (Btrfs, XFS, ZFS) share them; else the bytes are copied. Both
/// stay files of their own. Errors: cannot_write.
MEDIAEDIT_INTERNAL void copy_content(const NewFile& from, NewFile& to);

}  // namespace mediaedit::internal
