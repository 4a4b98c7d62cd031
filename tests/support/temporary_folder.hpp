// A folder that is removed after the test.
#pragma once

#include <filesystem>
#include <string>

namespace mediaedit::test {

class TemporaryFolder {
public:
    TemporaryFolder();
    ~TemporaryFolder();
    TemporaryFolder(const TemporaryFolder&) = delete;
    TemporaryFolder& operator=(const TemporaryFolder&) = delete;

    [[nodiscard]] const std::filesystem::path& path() const { return path_; }
    std::filesystem::path operator/(const std::string& name) const { return path_ / name; }

    /// How many entries it holds, hidden ones included.
    [[nodiscard]] int entries() const;

private:
    std::filesystem::path path_;
};

}  // namespace mediaedit::test
