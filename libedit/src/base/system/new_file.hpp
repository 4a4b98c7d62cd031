// A file that gets its name only when it is complete.
#pragma once

#include <mediaedit/export.hpp>
#include <mediaedit/export_media.hpp>

#include <cstdint>
#include <filesystem>
#include <memory>
#include <span>
#include <string_view>

namespace mediaedit::internal {

/// The file is written in the folder of its target: without a name if the file system allows it
/// (O_TMPFILE), else under a hidden one. commit() flushes it to the disk and names it. Without
/// commit(), the destructor removes it. Errors: cannot_write (no space, no permission, drive
/// removed), exists (from open and commit).
class MEDIAEDIT_INTERNAL NewFile {
public:
    /// Opens the file. Checks IfExists::refuse at once, before any work is done.
    static NewFile open(const std::filesystem::path& target, IfExists if_exists);

    NewFile(NewFile&&) noexcept;
    NewFile& operator=(NewFile&&) noexcept;
    ~NewFile();

    void write(std::span<const std::uint8_t> bytes);
    void write(std::string_view text) {
        write(std::span(reinterpret_cast<const std::uint8_t*>(text.data()), text.size()));
    }

    /// Reads or writes at an offset. read_at returns false if the file ends too early. Errors:
    /// cannot_write.
    bool read_at(std::uint64_t at, std::span<std::uint8_t> into);
    void write_at(std::uint64_t at, std::span<const std::uint8_t> bytes);
    /// Truncates the file. Errors: cannot_write.
    void cut_to(std::uint64_t bytes);

    /// Moves the position of write(). `origin` is SEEK_SET, SEEK_CUR or SEEK_END. Returns the new
    /// position, or -errno.
    std::int64_t seek(std::int64_t offset, int origin) noexcept;

    /// Waits until everything written so far is on the disk, so that commit() waits less. Threads:
    /// may run beside reading, not beside write().
    void flush();

    /// Flushes the content to the disk, then names the file. Returns its name (with a number for
    /// IfExists::number).
    std::filesystem::path commit();

    /// The current size.
    [[nodiscard]] std::uintmax_t bytes() const;

    /// A path from which the file can be read until commit(). Not to be shown to people.
    [[nodiscard]] std::filesystem::path readable_path() const;

    /// The file descriptor, for copying inside the kernel; -1 after commit().
    [[nodiscard]] int descriptor() const noexcept;

private:
    struct State;
    explicit NewFile(std::unique_ptr<State> state);
    std::unique_ptr<State> state_;
};

/// Flushes the folder's entries to the disk, so that a committed file keeps its name after a power
/// failure. One call is enough for all files of the folder.
MEDIAEDIT_INTERNAL void flush_folder_of(const std::filesystem::path& file);

}  // namespace mediaedit::internal
