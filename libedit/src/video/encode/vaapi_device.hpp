// Opens a graphics card for FFmpeg's VAAPI, without log messages.
#pragma once

#include "base/system/device_file.hpp"
#include "video/handles.hpp"

#include <mediaedit/geometry.hpp>

#include <filesystem>
#include <memory>
#include <vector>

namespace mediaedit::internal {

/// The device nodes that can be opened, sorted by number.
std::vector<std::filesystem::path> vaapi_nodes();

/// An open card. It must outlive all that uses it.
class VaapiDevice {
public:
    /// nullptr: it cannot be opened, or its driver does not answer.
    static std::unique_ptr<VaapiDevice> open(const std::filesystem::path& node);
    ~VaapiDevice();
    VaapiDevice(const VaapiDevice&) = delete;
    VaapiDevice& operator=(const VaapiDevice&) = delete;

    /// A pool of frames in the card's memory, filled from AV_PIX_FMT_NV12; empty: the card has none
    /// of that size.
    [[nodiscard]] Buffer new_frames(PixelSize size) const;

private:
    VaapiDevice() = default;
    bool start(const std::filesystem::path& node);

    DeviceFile node_;
    void* display_ = nullptr;
    Buffer context_;
};

}  // namespace mediaedit::internal
