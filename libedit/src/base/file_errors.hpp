// Errors of the file system, as messages for people.
#pragma once

#include <mediaedit/export.hpp>
#include <mediaedit/result.hpp>

#include <filesystem>
#include <string>
#include <system_error>

namespace mediaedit::internal {

/// The text of the errno value `why`, for the log: never translated.
MEDIAEDIT_INTERNAL std::string errno_text(int why);

/// The text of any system error, with its number.
std::string error_text(const std::error_code& why);

/// The error of an input that cannot be opened or read: not_found, unreadable, too_large (no
/// memory, too many open files).
MEDIAEDIT_INTERNAL Error reading_error(const std::filesystem::path& file, int why);

/// The error of a result that cannot be written: cannot_write, or too_large as above.
MEDIAEDIT_INTERNAL Error writing_error(const std::filesystem::path& file, int why);

/// The error of a folder for results that cannot be created: cannot_write.
Error folder_error(const std::filesystem::path& folder, int why);

[[noreturn]] MEDIAEDIT_INTERNAL void fail_to_read(const std::filesystem::path& file, int why);
[[noreturn]] MEDIAEDIT_INTERNAL void fail_to_write(const std::filesystem::path& file, int why);

/// Refuses names with a NUL, because the system would silently ignore the rest of the name.
/// Errors: bad_argument.
MEDIAEDIT_INTERNAL void refuse_nul(const std::filesystem::path& file);

}  // namespace mediaedit::internal
