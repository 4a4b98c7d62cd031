// Files that have a hidden name until they are complete, for file systems without O_TMPFILE.
#pragma once

#include <filesystem>

namespace mediaedit::internal {

/// `.NAME.PROCESS-NUMBER.part` beside the target. A number is never used twice.
std::filesystem::path next_part_name(const std::filesystem::path& target);

struct PartFile {
    int descriptor = -1;  ///< locked while open, so that others can tell that the file is in use
    std::filesystem::path name;
};

/// Creates a new part file; skips names that killed processes left behind. Errors: cannot_write,
/// too_large.
PartFile open_part_file(const std::filesystem::path& target);

/// Removes part files that killed processes left in `folder`: not locked, and the process in the
/// name has ended. If other computers may use the folder, only files older than a day. Sweeps each
/// folder once per process and ignores errors.
void sweep_part_files(const std::filesystem::path& folder);

}  // namespace mediaedit::internal
