// Copies the content of one new file to another.
#pragma once

#include "base/system/new_file.hpp"

namespace mediaedit::internal {

/// Copies the content of `from` to `to`, which must be empty. File systems with copy-on-write
/// (Btrfs, XFS, ZFS) share the blocks; on others the bytes are copied. Errors: cannot_write.
MEDIAEDIT_INTERNAL void copy_content(const NewFile& from, NewFile& to);

}  // namespace mediaedit::internal
