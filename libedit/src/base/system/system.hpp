// Functions that differ between operating systems: folders, files, shared libraries.
// system_posix.cpp implements them for Linux and macOS; another system needs its own file.
#pragma once

#include <mediaedit/export.hpp>

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace mediaedit::internal {

/// The folder of the library (or program) that this code was loaded from; empty if unknown.
std::filesystem::path own_folder();

/// Loads the part `file` from the folder `mediaedit/` beside the library, and returns its
/// symbol `table`. If that fails, returns nullptr and sets `why`.
MEDIAEDIT_INTERNAL const void* load_part(const char* file, const char* table, std::string& why);

/// Allocates zeroed pages, large ones if the system has them. Pages that are not written to take no
/// memory. Returns nullptr if there is none. Release with free_pages and the same size.
MEDIAEDIT_INTERNAL void* map_pages(std::size_t bytes);
MEDIAEDIT_INTERNAL void free_pages(void* at, std::size_t bytes);

/// The user's data folder for mediaedit ($XDG_DATA_HOME/mediaedit), whether it exists or not.
std::filesystem::path user_data_folder();

/// Reads the whole file. Errors: not_found, unreadable; too_large if it exceeds `max_bytes`.
std::vector<std::uint8_t> read_file(const std::filesystem::path& file, std::int64_t max_bytes);

/// Reads the whole file as text. Errors: as read_file.
inline std::string read_text(const std::filesystem::path& file, std::int64_t max_bytes) {
    const auto bytes = read_file(file, max_bytes);
    return {bytes.begin(), bytes.end()};
}

/// Reads the first bytes of a file, at most `count`. Errors: not_found, unreadable.
MEDIAEDIT_INTERNAL std::vector<std::uint8_t> read_head(const std::filesystem::path& file,
                                                       std::size_t count);

/// Refuses what is not a regular file: opening a pipe would wait for a writer.
/// Errors: not_found, unreadable.
MEDIAEDIT_INTERNAL void require_regular_file(const std::filesystem::path& file);

/// Whether both paths lead to the same file on disk; false if one does not exist.
MEDIAEDIT_INTERNAL bool same_file(const std::filesystem::path& one,
                                  const std::filesystem::path& other);

}  // namespace mediaedit::internal
