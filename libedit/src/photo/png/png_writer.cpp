// Encodes PNG by libpng.
#include "photo/png/png_writer.hpp"

#include "base/cancel.hpp"

#include <csetjmp>
#include <string>

#include <png.h>

namespace mediaedit::internal {
namespace {

struct Encoder {
    png_structp png = nullptr;
    png_infop info = nullptr;
    std::vector<std::uint8_t> bytes;
    std::string message;

    Encoder() {
        png = png_create_write_struct(
            PNG_LIBPNG_VER_STRING, this,
            [](png_structp failed, png_const_charp text) {
                static_cast<Encoder*>(png_get_error_ptr(failed))->message = text;
                png_longjmp(failed, 1);
            },
            [](png_structp, png_const_charp) {});
        if (png) info = png_create_info_struct(png);
    }
    ~Encoder() { png_destroy_write_struct(&png, &info); }
    Encoder(const Encoder&) = delete;
    Encoder& operator=(const Encoder&) = delete;
};

bool start(Encoder& encoder, const cv::Mat& picture, int level) {
    if (!encoder.png || !encoder.info) return false;
    if (setjmp(png_jmpbuf(encoder.png))) return false;
    png_set_write_fn(
        encoder.png, &encoder,
        [](png_structp png, png_bytep data, std::size_t count) {
            auto& bytes = static_cast<Encoder*>(png_get_io_ptr(png))->bytes;
            bytes.insert(bytes.end(), data, data + count);
        },
        [](png_structp) {});
    png_set_IHDR(encoder.png, encoder.info, static_cast<png_uint_32>(picture.cols),
                 static_cast<png_uint_32>(picture.rows), 8,
                 picture.channels() == 4 ? PNG_COLOR_TYPE_RGB_ALPHA : PNG_COLOR_TYPE_RGB,
                 PNG_INTERLACE_NONE, PNG_COMPRESSION_TYPE_DEFAULT, PNG_FILTER_TYPE_DEFAULT);
    png_set_sRGB_gAMA_and_cHRM(encoder.png, encoder.info, PNG_sRGB_INTENT_PERCEPTUAL);
    png_set_compression_level(encoder.png, level);
    png_write_info(encoder.png, encoder.info);
    return true;
}

bool write_row(Encoder& encoder, const unsigned char* row) {
    if (setjmp(png_jmpbuf(encoder.png))) return false;
    png_write_row(encoder.png, row);
    return true;
}

bool finish(Encoder& encoder) {
    if (setjmp(png_jmpbuf(encoder.png))) return false;
    png_write_end(encoder.png, nullptr);
    return true;
}

}  // namespace

std::vector<std::uint8_t> encode_png(const cv::Mat& picture, int level,
                                     const std::stop_token& stop) {
    Encoder encoder;
    bool good = start(encoder, picture, level);
    for (int y = 0; good && y < picture.rows; ++y) {
        if (y % 16 == 0) leave_if_stopped(stop);
        good = write_row(encoder, picture.ptr<unsigned char>(y));
    }
    if (!good || !finish(encoder))
        fail(ErrorCode::internal, tr("The picture could not be saved as PNG; nothing was written."),
             {}, encoder.message);
    return std::move(encoder.bytes);
}

}  // namespace mediaedit::internal
