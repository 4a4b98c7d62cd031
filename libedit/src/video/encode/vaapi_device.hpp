// A graphics card for FFmpeg's VAAPI, which says nothing on the way.
#pragma once

#include "base/system/device_file.hpp"
#include "video/handles.hpp"

#include <mediaedit/geometry.hpp>

#include <filesystem>
#include <memory>
#include <vector>

namespace mediaedit::internal {

/// The device nodes that may be opened, in order of their numbers.
std::vector<std::filesystem::path> vaapi_nodes();

/// One card, opened. It must outlive all that works with it.
class VaapiDevice {
public:
    /// Absent: it cannot be opened, or its driver does not answer.
    static std::unique_ptr<VaapiDevice> open(const std::filesystem::path& node);
    ~VaapiDevice();
    VaapiDevice(const VaapiDevice&) = delete;
    VaapiDevice& operator=(const VaapiDevice&) = delete;

    /// A pool of pictures in the card's memory, filled from AV_PIX_FMT_NV12; empty: it gives none
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
