// Encodes JPEG by libjpeg-turbo.
#include "photo/jpeg/jpeg_writer.hpp"

#include "base/cancel.hpp"
#include "picture/color/colour.hpp"

#include <algorithm>
#include <csetjmp>
#include <cstdio>

#include <jpeglib.h>

namespace mediaedit::internal {
namespace {

constexpr int rows_at_once = 16;

struct Encoder {
    jpeg_compress_struct jpeg{};
    jpeg_error_mgr errors{};
    jpeg_destination_mgr destination{};
    std::vector<std::uint8_t> bytes;
    std::jmp_buf way_out{};
    char message[JMSG_LENGTH_MAX] = {};

    Encoder() {
        jpeg.err = jpeg_std_error(&errors);
        jpeg.client_data = this;
        errors.error_exit = [](j_common_ptr common) {
            auto& self = *static_cast<Encoder*>(common->client_data);
            (*common->err->format_message)(common, self.message);
            std::longjmp(self.way_out, 1);
        };
        errors.output_message = [](j_common_ptr) {};
    }
    ~Encoder() { jpeg_destroy_compress(&jpeg); }
    Encoder(const Encoder&) = delete;
    Encoder& operator=(const Encoder&) = delete;

    static Encoder& of(j_compress_ptr jpeg) { return *static_cast<Encoder*>(jpeg->client_data); }

    void write_to_memory(std::size_t guess) {
        bytes.resize(guess);
        destination.init_destination = [](j_compress_ptr j) {
            j->dest->next_output_byte = of(j).bytes.data();
            j->dest->free_in_buffer = of(j).bytes.size();
        };
        destination.empty_output_buffer = [](j_compress_ptr j) -> boolean {
            auto& all = of(j).bytes;
            const auto filled = all.size();
            all.resize(filled * 2);
            j->dest->next_output_byte = all.data() + filled;
            j->dest->free_in_buffer = all.size() - filled;
            return TRUE;
        };
        destination.term_destination = [](j_compress_ptr j) {
            of(j).bytes.resize(of(j).bytes.size() - j->dest->free_in_buffer);
        };
        jpeg.dest = &destination;
    }
};

/// libjpeg fails by longjmp, which must not skip destructors, so nothing here has one.
bool start(Encoder& encoder, const cv::Mat& rgb, const JpegSettings& settings,
           const std::vector<std::uint8_t>& profile) {
    if (setjmp(encoder.way_out)) return false;
    auto& jpeg = encoder.jpeg;
    jpeg_create_compress(&jpeg);
    jpeg.dest = &encoder.destination;
    jpeg.image_width = static_cast<JDIMENSION>(rgb.cols);
    jpeg.image_height = static_cast<JDIMENSION>(rgb.rows);
    jpeg.input_components = 3;
    jpeg.in_color_space = JCS_RGB;
    jpeg_set_defaults(&jpeg);
    jpeg_set_quality(&jpeg, settings.quality, TRUE);
    jpeg.optimize_coding = settings.optimize ? TRUE : FALSE;
    jpeg.dct_method = JDCT_ISLOW;
    const int sampling = settings.chroma == JpegChroma::full ? 1 : 2;
    jpeg.comp_info[0].h_samp_factor = sampling;
    jpeg.comp_info[0].v_samp_factor = sampling;
    jpeg_start_compress(&jpeg, TRUE);
    jpeg_write_icc_profile(&jpeg, profile.data(), static_cast<unsigned>(profile.size()));
    return true;
}

bool write_rows(Encoder& encoder, const cv::Mat& rgb) {
    if (setjmp(encoder.way_out)) return false;
    JSAMPROW rows[rows_at_once];
    const int first = static_cast<int>(encoder.jpeg.next_scanline);
    const int count = std::min(rows_at_once, rgb.rows - first);
    for (int i = 0; i < count; ++i) rows[i] = const_cast<JSAMPROW>(rgb.ptr<JSAMPLE>(first + i));
    jpeg_write_scanlines(&encoder.jpeg, rows, static_cast<JDIMENSION>(count));
    return true;
}

bool finish(Encoder& encoder) {
    if (setjmp(encoder.way_out)) return false;
    jpeg_finish_compress(&encoder.jpeg);
    return true;
}

[[noreturn]] void fail_to_encode(const Encoder& encoder) {
    fail(ErrorCode::internal, tr("The picture could not be saved as JPEG; nothing was written."),
         {}, encoder.message);
}

}  // namespace

std::vector<std::uint8_t> encode_jpeg(const cv::Mat& rgb, const JpegSettings& settings,
                                      const std::stop_token& stop) {
    Encoder encoder;
    encoder.write_to_memory(static_cast<std::size_t>(rgb.total()) / 2 + 16'384);
    if (!start(encoder, rgb, settings, srgb_profile())) fail_to_encode(encoder);
    while (encoder.jpeg.next_scanline < encoder.jpeg.image_height) {
        leave_if_stopped(stop);
        if (!write_rows(encoder, rgb)) fail_to_encode(encoder);
    }
    if (!finish(encoder)) fail_to_encode(encoder);
    return std::move(encoder.bytes);
}

}  // namespace mediaedit::internal
