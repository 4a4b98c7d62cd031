// What the file system says, told to people: the one place for each of its errors.
#pragma once

#include <mediaedit/export.hpp>
#include <mediaedit/result.hpp>

#include <filesystem>
#include <string>
#include <system_error>

namespace mediaedit::internal {

/// What the number `why` of errno means, for the log: never translated.
MEDIAEDIT_INTERNAL std::string errno_text(int why);

/// The same for any error of the system, with its number.
std::string error_text(const std::error_code& why);

/// Why an input cannot be opened or read: not_found, unreadable, too_large (no memory, too many
/// open files).
MEDIAEDIT_INTERNAL Error reading_error(const std::filesystem::path& file, int why);

/// Why a result cannot be written: cannot_write, or too_large as above.
MEDIAEDIT_INTERNAL Error writing_error(const std::filesystem::path& file, int why);

/// Why a folder for results cannot be made: cannot_write.
Error folder_error(const std::filesystem::path& folder, int why);

[[noreturn]] MEDIAEDIT_INTERNAL void fail_to_read(const std::filesystem::path& file, int why);
[[noreturn]] MEDIAEDIT_INTERNAL void fail_to_write(const std::filesystem::path& file, int why);

/// The system takes a name up to its first NUL: what is behind it would be passed over without a
/// word. Errors: bad_argument.
MEDIAEDIT_INTERNAL void refuse_nul(const std::filesystem::path& file);

}  // namespace mediaedit::internal
