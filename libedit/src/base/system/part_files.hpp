// Files that have a hidden name until they are whole, for file systems that know none without a
// name.
#pragma once

#include <filesystem>

namespace mediaedit::internal {

/// `.NAME.PROCESS-NUMBER.part` beside the target. A number is never used twice.
std::filesystem::path next_part_name(const std::filesystem::path& target);

struct PartFile {
    int descriptor =
        -1;  ///< locked as long as it is open, so that others can tell whether somebody works on it
    std::filesystem::path name;
};

/// Opens a new one, whatever a killed process left. Errors: cannot_write, too_large.
PartFile open_part_file(const std::filesystem::path& target);

/// Removes those that killed processes left in `folder`: nobody has them locked, and the process in
/// the name is gone. Where other computers may work in the folder, too, only after a day. Each
/// folder once a process; what cannot be done is left.
void sweep_part_files(const std::filesystem::path& folder);

}  // namespace mediaedit::internal
