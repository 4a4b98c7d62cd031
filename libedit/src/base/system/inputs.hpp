// The files that one call reads: none of them is ever written.
#pragma once

#include <mediaedit/export.hpp>

#include <filesystem>
#include <memory>
#include <span>

namespace mediaedit::internal {

/// A file is known by its place on the disk, not by its name: other spellings, links and hard links
/// are the same file. Threads: any.
class MEDIAEDIT_INTERNAL Inputs {
public:
    Inputs();
    explicit Inputs(std::span<const std::filesystem::path> files);
    ~Inputs();
    Inputs(const Inputs&) = delete;
    Inputs& operator=(const Inputs&) = delete;

    /// What names no file, such as a picture inside a recipe ("data:..."), is passed over. A file
    /// that is not there is known by its name.
    void add(const std::filesystem::path& file);

    [[nodiscard]] bool contain(const std::filesystem::path& file) const;

    /// Errors: exists, when `target` is one of them.
    void refuse(const std::filesystem::path& target) const;

private:
    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace mediaedit::internal
