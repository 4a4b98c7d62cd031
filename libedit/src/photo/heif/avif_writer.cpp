// Encodes AVIF by libheif.
#include "photo/heif/avif_writer.hpp"

#include "base/cancel.hpp"
#include "base/failure.hpp"
#include "base/message.hpp"
#include "base/owned.hpp"
#include "base/start_thread.hpp"
#include "base/system/shortage.hpp"

#include <chrono>
#include <cstddef>
#include <cstring>
#include <future>
#include <memory>
#include <string>
#include <thread>
#include <utility>

#include <libheif/heif.h>

namespace mediaedit::internal {
namespace {

using Context = Owned<heif_context, &heif_context_free>;
using Encoder = Owned<heif_encoder, &heif_encoder_release>;
using Image = Owned<heif_image, &heif_image_release>;
using Handle = Owned<heif_image_handle, &heif_image_handle_release>;
using EncodingOptions = Owned<heif_encoding_options, &heif_encoding_options_free>;

void require(const heif_error& error) {
    if (error.code == heif_error_Memory_allocation_error) fail_for_memory("libheif");
    if (error.code != heif_error_Ok)
        fail(ErrorCode::internal,
             tr("The picture could not be saved as AVIF; nothing was written."), {},
             error.message ? error.message : "");
}

Image to_heif(const cv::Mat& picture) {
    const bool alpha = picture.channels() == 4;
    heif_image* made = nullptr;
    require(heif_image_create(picture.cols, picture.rows, heif_colorspace_RGB,
                              alpha ? heif_chroma_interleaved_RGBA : heif_chroma_interleaved_RGB,
                              &made));
    Image image(made);
    require(heif_image_add_plane(made, heif_channel_interleaved, picture.cols, picture.rows, 8));
    int stride = 0;
    auto* plane = heif_image_get_plane(made, heif_channel_interleaved, &stride);
    for (int y = 0; y < picture.rows; ++y)
        std::memcpy(plane + static_cast<std::ptrdiff_t>(y) * stride, picture.ptr(y),
                    static_cast<std::size_t>(picture.cols) * picture.elemSize());
    return image;
}

void tag_as_srgb(heif_image* image) {
    const Owned<heif_color_profile_nclx, &heif_nclx_color_profile_free> nclx(
        heif_nclx_color_profile_alloc());
    nclx->color_primaries = heif_color_primaries_ITU_R_BT_709_5;
    nclx->transfer_characteristics = heif_transfer_characteristic_IEC_61966_2_1;
    nclx->matrix_coefficients = heif_matrix_coefficients_ITU_R_BT_601_6;
    nclx->full_range_flag = 1;
    require(heif_image_set_nclx_color_profile(image, nclx.get()));
}

std::vector<std::uint8_t> encode_at_once(const cv::Mat& picture, int quality) {
    const Context context(heif_context_alloc());
    heif_encoder* found = nullptr;
    if (heif_context_get_encoder_for_format(context.get(), heif_compression_AV1, &found).code !=
        heif_error_Ok)
        fail(ErrorCode::unsupported,
             tr("This computer has no AVIF encoder; choose JPEG, PNG or WebP."));
    const Encoder encoder(found);
    require(heif_encoder_set_lossy_quality(found, quality));
    heif_encoder_set_parameter_string(
        found, "chroma",
        quality >= 85 ? "444" : "420");  // ignored by encoders without this parameter
    heif_encoder_set_parameter_integer(found, "speed", 7);

    const Image image = to_heif(picture);
    tag_as_srgb(image.get());
    const EncodingOptions options(heif_encoding_options_alloc());
    heif_image_handle* handle = nullptr;
    const auto encoded =
        heif_context_encode_image(context.get(), image.get(), found, options.get(), &handle);
    const Handle kept(handle);
    require(encoded);

    std::vector<std::uint8_t> bytes;
    heif_writer writer{1, [](heif_context*, const void* data, std::size_t size, void* to) {
                           const auto* first = static_cast<const std::uint8_t*>(data);
                           static_cast<std::vector<std::uint8_t>*>(to)->assign(first, first + size);
                           return heif_error{heif_error_Ok, heif_suberror_Unspecified, ""};
                       }};
    require(heif_context_write(context.get(), &writer, &bytes));
    return bytes;
}

}  // namespace

std::vector<std::uint8_t> encode_avif(const cv::Mat& picture, int quality,
                                      const std::stop_token& stop) {
    constexpr std::size_t quickly_done = 500'000;
    constexpr auto between_looks = std::chrono::milliseconds(50);
    if (picture.total() < quickly_done || !stop.stop_possible())
        return encode_at_once(picture, quality);
    // The thread shares ownership of the pixels, because it may outlive this call.
    std::packaged_task<std::vector<std::uint8_t>()> task(
        [picture, quality] { return encode_at_once(picture, quality); });
    auto encoded = task.get_future();
    std::thread thread;
    if (!start_thread(thread, std::move(task))) return encode_at_once(picture, quality);
    while (encoded.wait_for(between_looks) != std::future_status::ready) {
        if (!stop.stop_requested()) continue;
        thread.detach();
        leave_if_stopped(stop);
    }
    thread.join();
    return encoded.get();
}

}  // namespace mediaedit::internal
