// An open device node.
#pragma once

#include <mediaedit/export.hpp>

#include <filesystem>

namespace mediaedit::internal {

/// Opens the node for reading and writing. Threads: one at a time.
class MEDIAEDIT_INTERNAL DeviceFile {
public:
    DeviceFile() = default;
    explicit DeviceFile(const std::filesystem::path& node) noexcept;
    ~DeviceFile();
    DeviceFile(const DeviceFile&) = delete;
    DeviceFile& operator=(const DeviceFile&) = delete;
    DeviceFile(DeviceFile&& other) noexcept;
    DeviceFile& operator=(DeviceFile&& other) noexcept;

    /// False: the node does not exist or may not be opened.
    [[nodiscard]] bool is_open() const noexcept { return descriptor_ >= 0; }
    /// The file descriptor, for drivers that need it.
    [[nodiscard]] int descriptor() const noexcept { return descriptor_; }

private:
    int descriptor_ = -1;
};

}  // namespace mediaedit::internal
