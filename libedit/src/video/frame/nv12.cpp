// Converts to NV12, the format of graphics cards: both chroma components interleaved in one plane.
#include "video/frame/nv12.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>

namespace mediaedit::internal {
namespace {

const std::uint8_t* row(const AVFrame& frame, int plane, int y) {
    return frame.data[plane] + static_cast<std::ptrdiff_t>(y) * frame.linesize[plane];
}
std::uint8_t* row(AVFrame& frame, int plane, int y) {
    return frame.data[plane] + static_cast<std::ptrdiff_t>(y) * frame.linesize[plane];
}

}  // namespace

Frame to_nv12(const AVFrame& frame) {
    auto made = new_frame();
    made->format = AV_PIX_FMT_NV12;
    made->width = frame.width;
    made->height = frame.height;
    if (av_frame_get_buffer(made.get(), 0) < 0 || av_frame_copy_props(made.get(), &frame) < 0)
        fail_for_video_memory();
    for (int y = 0; y < frame.height; ++y)
        std::copy_n(row(frame, 0, y), frame.width, row(*made, 0, y));
    for (int y = 0; y < frame.height / 2; ++y) {
        const auto* u = row(frame, 1, y);
        const auto* v = row(frame, 2, y);
        auto* both = row(*made, 1, y);
        for (int x = 0; x < frame.width / 2; ++x) {
            both[2 * x] = u[x];
            both[2 * x + 1] = v[x];
        }
    }
    return made;
}

}  // namespace mediaedit::internal
