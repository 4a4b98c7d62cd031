// The corner where the operating system differs: folders, files, the library's own place.
// system_posix.cpp holds it for Linux and macOS; another system needs one file more.
#pragma once

#include <mediaedit/export.hpp>

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace mediaedit::internal {

/// The folder of the library (or program) that this code was loaded from; empty when unknown.
std::filesystem::path own_folder();

/// A table of functions named `table` in a part of the library that lies in `mediaedit/` beside it;
/// loads the part. nullptr when there is none, and `why`.
MEDIAEDIT_INTERNAL const void* load_part(const char* file, const char* table, std::string& why);

/// Memory in pages filled with zeros, in large ones where the system has them; what is not written
/// to takes none. nullptr: there is none. It goes back by free_pages with the same count.
MEDIAEDIT_INTERNAL void* map_pages(std::size_t bytes);
MEDIAEDIT_INTERNAL void free_pages(void* at, std::size_t bytes);

/// The user's data folder for mediaedit ($XDG_DATA_HOME/mediaedit), whether it exists or not.
std::filesystem::path user_data_folder();

/// The whole file. Errors: not_found, unreadable, too_large when it is over `max_bytes`.
std::vector<std::uint8_t> read_file(const std::filesystem::path& file, std::int64_t max_bytes);

/// The same as text. Errors: as read_file.
inline std::string read_text(const std::filesystem::path& file, std::int64_t max_bytes) {
    const auto bytes = read_file(file, max_bytes);
    return {bytes.begin(), bytes.end()};
}

/// The first bytes of a file, at most `count`. Errors: not_found, unreadable.
MEDIAEDIT_INTERNAL std::vector<std::uint8_t> read_head(const std::filesystem::path& file,
                                                       std::size_t count);

/// That it is a file of the usual kind: to open a pipe would mean to wait for who writes into it.
/// Errors: not_found, unreadable.
MEDIAEDIT_INTERNAL void require_regular_file(const std::filesystem::path& file);

/// Whether both paths lead to the same file on disk; false when either does not exist.
MEDIAEDIT_INTERNAL bool same_file(const std::filesystem::path& one,
                                  const std::filesystem::path& other);

}  // namespace mediaedit::internal
