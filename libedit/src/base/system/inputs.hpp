// The files that one call reads. None of them is ever overwritten.
#pragma once

#include <mediaedit/export.hpp>

#include <filesystem>
#include <memory>
#include <span>

namespace mediaedit::internal {

/// Identifies files by device and inode, so that other spellings, symbolic links and hard links are
/// the same file. Threads: any.
class MEDIAEDIT_INTERNAL Inputs {
public:
    Inputs();
    explicit Inputs(std::span<const std::filesystem::path> files);
    ~Inputs();
    Inputs(const Inputs&) = delete;
    Inputs& operator=(const Inputs&) = delete;

    /// Ignores what is not a file, such as a picture inside a recipe ("data:..."). A file that does
    /// not exist is identified by its name.
    void add(const std::filesystem::path& file);

    [[nodiscard]] bool contain(const std::filesystem::path& file) const;

    /// Errors: exists if `target` is one of them.
    void refuse(const std::filesystem::path& target) const;

private:
    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace mediaedit::internal
