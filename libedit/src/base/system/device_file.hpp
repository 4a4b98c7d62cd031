// A device of this computer, opened.
#pragma once

#include <mediaedit/export.hpp>

#include <filesystem>

namespace mediaedit::internal {

/// Threads: one at a time.
class MEDIAEDIT_INTERNAL DeviceFile {
public:
    DeviceFile() = default;
    explicit DeviceFile(const std::filesystem::path& node) noexcept;
    ~DeviceFile();
    DeviceFile(const DeviceFile&) = delete;
    DeviceFile& operator=(const DeviceFile&) = delete;
    DeviceFile(DeviceFile&& other) noexcept;
    DeviceFile& operator=(DeviceFile&& other) noexcept;

    /// False: it is not there, or may not be opened for reading and writing.
    [[nodiscard]] bool is_open() const noexcept { return descriptor_ >= 0; }
    /// The system's number for it, for drivers that ask for one.
    [[nodiscard]] int descriptor() const noexcept { return descriptor_; }

private:
    int descriptor_ = -1;
};

}  // namespace mediaedit::internal
