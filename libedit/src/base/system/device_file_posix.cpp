// An open device node, on Linux and macOS.
#include "base/system/device_file.hpp"

#include <utility>

#include <fcntl.h>
#include <unistd.h>

namespace mediaedit::internal {

DeviceFile::DeviceFile(const std::filesystem::path& node) noexcept
    : descriptor_(::open(node.c_str(), O_RDWR | O_CLOEXEC)) {}

DeviceFile::~DeviceFile() {
    if (is_open()) ::close(descriptor_);
}

DeviceFile::DeviceFile(DeviceFile&& other) noexcept
    : descriptor_(std::exchange(other.descriptor_, -1)) {}

DeviceFile& DeviceFile::operator=(DeviceFile&& other) noexcept {
    std::swap(descriptor_, other.descriptor_);
    return *this;
}

}  // namespace mediaedit::internal
