// Encodes WebP by libwebp.
#include "photo/webp/webp_writer.hpp"

#include "base/cancel.hpp"
#include "base/owned.hpp"
#include "picture/color/colour.hpp"

#include <memory>

#include <webp/encode.h>
#include <webp/mux.h>

namespace mediaedit::internal {
namespace {

[[noreturn]] void fail_to_encode(std::string detail) {
    fail(ErrorCode::internal, tr("The picture could not be saved as WebP; nothing was written."),
         {}, std::move(detail));
}

std::vector<std::uint8_t> with_profile(const WebPMemoryWriter& plain) {
    const Owned<WebPMux, &WebPMuxDelete> mux(WebPMuxNew());
    const WebPData image{plain.mem, plain.size};
    const auto& profile = srgb_profile();
    const WebPData icc{profile.data(), profile.size()};
    WebPData whole{nullptr, 0};
    if (!mux || WebPMuxSetImage(mux.get(), &image, 0) != WEBP_MUX_OK ||
        WebPMuxSetChunk(mux.get(), "ICCP", &icc, 0) != WEBP_MUX_OK ||
        WebPMuxAssemble(mux.get(), &whole) != WEBP_MUX_OK)
        fail_to_encode("mux");
    std::vector<std::uint8_t> bytes(whole.bytes, whole.bytes + whole.size);
    WebPDataClear(&whole);
    return bytes;
}

}  // namespace

std::vector<std::uint8_t> encode_webp(const cv::Mat& picture, int quality,
                                      const std::stop_token& stop) {
    if (picture.cols > WEBP_MAX_DIMENSION || picture.rows > WEBP_MAX_DIMENSION)
        fail(ErrorCode::bad_argument,
             tr("WebP holds at most 16383 pixels a side; choose JPEG or PNG."));
    WebPConfig config;
    if (!WebPConfigPreset(&config, WEBP_PRESET_PHOTO, static_cast<float>(quality)))
        fail_to_encode("version");
    config.use_sharp_yuv = 1;  // lossy WebP is 4:2:0; this keeps coloured text sharp

    struct Frame {
        WebPPicture picture;
        WebPMemoryWriter writer;
        Frame() {
            if (!WebPPictureInit(&picture)) fail_to_encode("version");
            WebPMemoryWriterInit(&writer);
        }
        ~Frame() {
            WebPPictureFree(&picture);
            WebPMemoryWriterClear(&writer);
        }
        Frame(const Frame&) = delete;
        Frame& operator=(const Frame&) = delete;
    } frame;
    frame.picture.use_argb = 1;
    frame.picture.width = picture.cols;
    frame.picture.height = picture.rows;
    frame.picture.writer = WebPMemoryWrite;
    frame.picture.custom_ptr = &frame.writer;
    frame.picture.user_data = const_cast<std::stop_token*>(&stop);
    frame.picture.progress_hook = [](int, const WebPPicture* of) {
        return static_cast<const std::stop_token*>(of->user_data)->stop_requested() ? 0 : 1;
    };
    const auto import = picture.channels() == 4 ? WebPPictureImportRGBA : WebPPictureImportRGB;
    if (!import(&frame.picture, picture.ptr(), static_cast<int>(picture.step)))
        throw std::bad_alloc();
    if (!WebPEncode(&config, &frame.picture)) {
        leave_if_stopped(stop);
        fail_to_encode("error " + std::to_string(frame.picture.error_code));
    }
    return with_profile(frame.writer);
}

}  // namespace mediaedit::internal
