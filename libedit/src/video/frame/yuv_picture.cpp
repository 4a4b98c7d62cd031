// The three planes of a YUV picture.
#include "video/frame/yuv_picture.hpp"

#include <array>
#include <cstdint>

namespace mediaedit::internal {
namespace {

constexpr int vector_bytes = 64;

cv::Mat make_plane(int width, int height, int type) {
    return cv::Mat(height, (width + 2 * vector_bytes - 1) / vector_bytes * vector_bytes, type)
        .colRange(0, width);
}

}  // namespace

YuvPicture YuvPicture::part(const PixelRect& box) const {
    const cv::Rect chroma_box(box.x / 2, box.y / 2, box.width / 2, box.height / 2);
    return {y(cv::Rect(box.x, box.y, box.width, box.height)), u(chroma_box), v(chroma_box)};
}

YuvPicture make_yuv(PixelSize size, int type) {
    return {make_plane(size.width, size.height, type),
            make_plane(size.width / 2, size.height / 2, type),
            make_plane(size.width / 2, size.height / 2, type)};
}

YuvPicture planes_of(const AVFrame& frame) {
    const auto plane = [&](int i) {
        const int divisor = i > 0 ? 2 : 1;
        return cv::Mat(frame.height / divisor, frame.width / divisor, CV_8U, frame.data[i],
                       static_cast<std::size_t>(frame.linesize[i]));
    };
    return {plane(0), plane(1), plane(2)};
}

Frame new_bt709_frame(PixelSize size) {
    auto frame = new_frame();
    frame->format = AV_PIX_FMT_YUV420P;
    frame->width = size.width;
    frame->height = size.height;
    frame->colorspace = AVCOL_SPC_BT709;
    frame->color_primaries = AVCOL_PRI_BT709;
    frame->color_trc = AVCOL_TRC_BT709;
    frame->color_range = AVCOL_RANGE_MPEG;
    frame->chroma_location = AVCHROMA_LOC_LEFT;
    frame->sample_aspect_ratio = {1, 1};
    if (const int code = av_frame_get_buffer(frame.get(), vector_bytes); code < 0)
        fail_for_video_memory(av_text(code));
    return frame;
}

cv::Mat to_rgb(const YuvPicture& picture) {
    const int width = picture.y.cols, height = picture.y.rows;
    const Scaler scaler(sws_getContext(
        width, height, AV_PIX_FMT_YUV420P, width, height, AV_PIX_FMT_RGB24,
        SWS_BILINEAR | SWS_ACCURATE_RND | SWS_FULL_CHR_H_INT, nullptr, nullptr, nullptr));
    if (!scaler) fail_for_video_memory();
    const int* bt709 = sws_getCoefficients(SWS_CS_ITU709);
    sws_setColorspaceDetails(scaler.get(), bt709, 0, bt709, 1, 0, 1 << 16, 1 << 16);
    // Padding after each row, since swscale writes whole vectors.
    cv::Mat wide(height, (width + 2 * vector_bytes - 1) / vector_bytes * vector_bytes, CV_8UC3);
    const std::array<const std::uint8_t*, 3> from{picture.y.data, picture.u.data, picture.v.data};
    const std::array<int, 3> from_steps{static_cast<int>(picture.y.step),
                                        static_cast<int>(picture.u.step),
                                        static_cast<int>(picture.v.step)};
    const std::array<std::uint8_t*, 1> to{wide.data};
    const std::array<int, 1> to_steps{static_cast<int>(wide.step)};
    if (const int code = sws_scale(scaler.get(), from.data(), from_steps.data(), 0, height,
                                   to.data(), to_steps.data());
        code < 0)
        fail_for_video_memory(av_text(code));
    return wide.colRange(0, width).clone();
}

}  // namespace mediaedit::internal
