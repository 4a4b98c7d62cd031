// Converts frames to RGB pictures, and to a file's orientation.
#include "video/frame/frame_picture.hpp"

#include <cstdint>

namespace mediaedit::internal {

cv::Mat to_rgb(const AVFrame& frame) {
    const auto format = static_cast<AVPixelFormat>(frame.format);
    const Scaler scaler(sws_getContext(
        frame.width, frame.height, format, frame.width, frame.height, AV_PIX_FMT_RGB24,
        SWS_BICUBIC | SWS_ACCURATE_RND | SWS_FULL_CHR_H_INT | SWS_FULL_CHR_H_INP, nullptr, nullptr,
        nullptr));
    if (!scaler) fail_for_video_memory();
    const int* table = sws_getCoefficients(SWS_CS_ITU709);
    sws_setColorspaceDetails(scaler.get(), table, 0, table, 1, 0, 1 << 16, 1 << 16);
    // Padding, since swscale writes whole vectors, beyond the last row.
    cv::Mat padded(frame.height + 1, frame.width, CV_8UC3);
    std::uint8_t* const to[4] = {padded.data};
    const int steps[4] = {static_cast<int>(padded.step)};
    sws_scale(scaler.get(), frame.data, frame.linesize, 0, frame.height, to, steps);
    return padded.rowRange(0, frame.height);
}

Frame as_stored(const AVFrame& upright, Orientation orientation) {
    if (orientation == Orientation::upright) return share(upright);
    // All except the two quarter turns are their own inverse.
    const auto back = orientation == Orientation::right  ? Orientation::left
                      : orientation == Orientation::left ? Orientation::right
                                                         : orientation;
    auto stored = new_frame();
    const auto size = set_upright(PixelSize{upright.width, upright.height}, back);
    stored->width = size.width;
    stored->height = size.height;
    stored->format = AV_PIX_FMT_YUV420P;
    if (av_frame_get_buffer(stored.get(), 0) < 0 || av_frame_copy_props(stored.get(), &upright) < 0)
        fail_for_video_memory();
    for (std::size_t plane = 0; plane < 3; ++plane) {
        const int by = plane == 0 ? 1 : 2;
        const cv::Mat from((upright.height + by - 1) / by, (upright.width + by - 1) / by, CV_8U,
                           upright.data[plane], static_cast<std::size_t>(upright.linesize[plane]));
        cv::Mat to((size.height + by - 1) / by, (size.width + by - 1) / by, CV_8U,
                   stored->data[plane], static_cast<std::size_t>(stored->linesize[plane]));
        set_upright(from, back, to);
    }
    return stored;
}

}  // namespace mediaedit::internal
