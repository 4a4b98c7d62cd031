// A file that gets its name only when it is whole.
#pragma once

#include <mediaedit/export.hpp>
#include <mediaedit/export_media.hpp>

#include <cstdint>
#include <filesystem>
#include <memory>
#include <span>
#include <string_view>

namespace mediaedit::internal {

/// Written beside its target under no name at all where the file system allows it (O_TMPFILE), else
/// under a hidden one; flushed to the disk and named by commit(). Dropped without commit, nothing
/// stays.
///
/// Errors: cannot_write (no space, no permission, drive gone), exists (from open and commit).
class MEDIAEDIT_INTERNAL NewFile {
public:
    /// Opens the unnamed file in the target's folder. Checks IfExists::refuse at once, so that
    /// nobody waits in vain.
    static NewFile open(const std::filesystem::path& target, IfExists if_exists);

    NewFile(NewFile&&) noexcept;
    NewFile& operator=(NewFile&&) noexcept;
    ~NewFile();

    void write(std::span<const std::uint8_t> bytes);
    void write(std::string_view text) {
        write(std::span(reinterpret_cast<const std::uint8_t*>(text.data()), text.size()));
    }

    /// Within what was written. read_at is false where the file ends before. Errors: cannot_write.
    bool read_at(std::uint64_t at, std::span<std::uint8_t> into);
    void write_at(std::uint64_t at, std::span<const std::uint8_t> bytes);
    /// What lies behind `bytes` is dropped. Errors: cannot_write.
    void cut_to(std::uint64_t bytes);

    /// Where write() writes next, as fseek has it: `origin` is SEEK_SET, SEEK_CUR or SEEK_END. The
    /// new place; negative: the system's number of what went wrong.
    std::int64_t seek(std::int64_t offset, int origin) noexcept;

    /// Waits until what was written so far is on the disk; commit() then has less to wait for. It
    /// may run beside reading, not beside write().
    void flush();

    /// Flushes the content to the disk, then names the file. Gives the name it got (with a number
    /// under IfExists::number).
    std::filesystem::path commit();

    /// How large it is so far.
    [[nodiscard]] std::uintmax_t bytes() const;

    /// A name under which what was written so far can be read, until commit. Not for people.
    [[nodiscard]] std::filesystem::path readable_path() const;

    /// Of the system, for what copies within it; -1 after commit.
    [[nodiscard]] int descriptor() const noexcept;

private:
    struct State;
    explicit NewFile(std::unique_ptr<State> state);
    std::unique_ptr<State> state_;
};

/// Flushes the folder's list of names, so that a power cut does not lose the name of a committed
/// file. Once for many files.
MEDIAEDIT_INTERNAL void flush_folder_of(const std::filesystem::path& file);

}  // namespace mediaedit::internal
