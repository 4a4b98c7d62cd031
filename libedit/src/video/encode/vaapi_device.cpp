// Opens a graphics card for FFmpeg's VAAPI, without log messages.
#include "video/encode/vaapi_device.hpp"

#ifdef MEDIAEDIT_VAAPI

#  include <algorithm>
#  include <cstddef>
#  include <cstring>
#  include <string>

#  include <va/va.h>
#  include <va/va_drm.h>

extern "C" {
#  include <libavutil/hwcontext.h>
#  include <libavutil/hwcontext_vaapi.h>
}

namespace mediaedit::internal {
namespace {

void say_nothing(void*, const char*) {}

/// Gives the context a copy of its AVClass whose log level offset is read from `user_opaque`.
/// av_hwdevice_ctx_create would be shorter, but logs before its context can be silenced.
template <class Context>
void make_quiet(Context& context) {
    static const AVClass quiet = [&] {
        AVClass copy = *context.av_class;
        copy.log_level_offset_offset = static_cast<int>(offsetof(Context, user_opaque));
        return copy;
    }();
    context.av_class = &quiet;
    std::memcpy(&context.user_opaque, &quiet_offset, sizeof quiet_offset);
}

}  // namespace

std::vector<std::filesystem::path> vaapi_nodes() {
    std::vector<std::filesystem::path> nodes;
    std::error_code failed;
    for (std::filesystem::directory_iterator entry("/dev/dri", failed), end;
         !failed && entry != end; entry.increment(failed)) {
        if (!entry->path().filename().string().starts_with("renderD")) continue;
        if (DeviceFile(entry->path()).is_open()) nodes.push_back(entry->path());
    }
    std::ranges::sort(nodes);
    return nodes;
}

std::unique_ptr<VaapiDevice> VaapiDevice::open(const std::filesystem::path& node) {
    std::unique_ptr<VaapiDevice> device(new VaapiDevice);
    if (!device->start(node)) return {};
    return device;
}

bool VaapiDevice::start(const std::filesystem::path& node) {
    node_ = DeviceFile(node);
    if (!node_.is_open()) return false;
    display_ = vaGetDisplayDRM(node_.descriptor());
    if (!display_) return false;
    vaSetErrorCallback(display_, &say_nothing, nullptr);
    vaSetInfoCallback(display_, &say_nothing, nullptr);
    int major = 0, minor = 0;
    if (vaInitialize(display_, &major, &minor) != VA_STATUS_SUCCESS) return false;
    context_.reset(av_hwdevice_ctx_alloc(AV_HWDEVICE_TYPE_VAAPI));
    if (!context_) return false;
    auto& context = *reinterpret_cast<AVHWDeviceContext*>(context_->data);
    make_quiet(context);
    static_cast<AVVAAPIDeviceContext*>(context.hwctx)->display = display_;
    return av_hwdevice_ctx_init(context_.get()) >= 0;
}

VaapiDevice::~VaapiDevice() {
    context_.reset();
    if (display_) vaTerminate(display_);
}

Buffer VaapiDevice::new_frames(PixelSize size) const {
    Buffer frames(av_hwframe_ctx_alloc(context_.get()));
    if (!frames) return {};
    auto& context = *reinterpret_cast<AVHWFramesContext*>(frames->data);
    make_quiet(context);
    context.format = AV_PIX_FMT_VAAPI;
    context.sw_format = AV_PIX_FMT_NV12;
    context.width = size.width;
    context.height = size.height;
    if (av_hwframe_ctx_init(frames.get()) < 0) return {};
    return frames;
}

}  // namespace mediaedit::internal

#else

namespace mediaedit::internal {

std::vector<std::filesystem::path> vaapi_nodes() { return {}; }
std::unique_ptr<VaapiDevice> VaapiDevice::open(const std::filesystem::path&) { return {}; }
VaapiDevice::~VaapiDevice() = default;
Buffer VaapiDevice::new_frames(PixelSize) const { return {}; }

}  // namespace mediaedit::internal

#endif
