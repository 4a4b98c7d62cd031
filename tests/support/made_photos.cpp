// Photo files made for tests, each unusual in one way.
#include "support/made_photos.hpp"

#include <cstdio>

#include <jpeglib.h>
#include <png.h>

#include <algorithm>
#include <cstdlib>
#include <initializer_list>
#include <string_view>

namespace mediaedit::test {
namespace {

void put_big(FileBytes& to, std::uint32_t value, int bytes) {
    for (int i = bytes - 1; i >= 0; --i) to.push_back(static_cast<std::uint8_t>(value >> (8 * i)));
}

void put_entry(FileBytes& to, std::uint32_t tag, std::uint32_t type, std::uint32_t count,
               std::uint32_t value) {
    put_big(to, tag, 2);
    put_big(to, type, 2);
    put_big(to, count, 4);
    if (type == 3) {
        put_big(to, value, 2);
        put_big(to, 0, 2);
    } else {
        put_big(to, value, 4);
    }
}

void put_text(FileBytes& to, std::string_view text) {
    to.insert(to.end(), text.begin(), text.end());
}

/// Adobe stores ink inverted: 255 is none.
FileBytes to_cmyk(const cv::Mat& rgb) {
    FileBytes out;
    for (int y = 0; y < rgb.rows; ++y)
        for (int x = 0; x < rgb.cols; ++x) {
            const auto* p = rgb.ptr(y, x);
            const int most = std::max({p[0], p[1], p[2], std::uint8_t{1}});
            for (int c = 0; c < 3; ++c) out.push_back(static_cast<std::uint8_t>(p[c] * 255 / most));
            out.push_back(static_cast<std::uint8_t>(most));
        }
    return out;
}

int palette_index(const std::uint8_t* p) {
    return p[0] > 128 ? (p[1] > 128 ? 3 : 0) : (p[1] > 128 ? 1 : 2);
}

std::vector<std::uint8_t> png_row(const cv::Mat& rgb, int y, PngKind kind) {
    std::vector<std::uint8_t> row;
    for (int x = 0; x < rgb.cols; ++x) {
        const auto* p = rgb.ptr(y, x);
        switch (kind) {
            case PngKind::rgb8: row.insert(row.end(), p, p + 3); break;
            case PngKind::rgba8:
                row.insert(row.end(), p, p + 3);
                row.push_back(x < rgb.cols / 2 ? 0 : 255);
                break;
            case PngKind::rgb16:
                for (int c = 0; c < 3; ++c) row.insert(row.end(), 2, p[c]);
                break;
            case PngKind::grey8: row.push_back(p[0]); break;
            case PngKind::palette:
            case PngKind::palette_with_clear:
                row.push_back(static_cast<std::uint8_t>(palette_index(p)));
                break;
        }
    }
    return row;
}

}  // namespace

FileBytes make_exif(int orientation) {
    FileBytes out;
    put_text(out, std::string_view("Exif\0\0MM\0*\0\0\0\x8", 14));
    // Offsets count from "MM". First directory at 8: 5 entries, 66 bytes; then the texts and the
    // two other directories.
    constexpr std::uint32_t texts = 8 + 2 + 5 * 12 + 4, make_at = texts, model_at = make_at + 8,
                            exif_at = model_at + 8, time_at = exif_at + 2 + 12 + 4,
                            gps_at = time_at + 20, latitude_at = gps_at + 2 + 4 * 12 + 4,
                            longitude_at = latitude_at + 24;
    put_big(out, 5, 2);
    put_entry(out, 0x010F, 2, 6, make_at);
    put_entry(out, 0x0110, 2, 8, model_at);
    put_entry(out, 0x0112, 3, 1, static_cast<std::uint32_t>(orientation));
    put_entry(out, 0x8769, 4, 1, exif_at);
    put_entry(out, 0x8825, 4, 1, gps_at);
    put_big(out, 0, 4);
    put_text(out, std::string_view("Maker\0\0\0Model 1\0", 16));
    put_big(out, 1, 2);
    put_entry(out, 0x9003, 2, 20, time_at);
    put_big(out, 0, 4);
    put_text(out, std::string_view("2024:08:17 09:30:05\0", 20));
    put_big(out, 4, 2);
    put_entry(out, 1, 2, 2, 0x53000000);
    put_entry(out, 2, 5, 3, latitude_at);
    put_entry(out, 3, 2, 2, 0x45000000);
    put_entry(out, 4, 5, 3, longitude_at);
    put_big(out, 0, 4);
    for (const std::uint32_t part : {6u, 1u, 10u, 1u, 30u, 1u, 106u, 1u, 49u, 1u, 0u, 1u})
        put_big(out, part, 4);
    return out;
}

FileBytes make_jpeg(const cv::Mat& rgb, const JpegMake& make) {
    jpeg_compress_struct info{};
    jpeg_error_mgr errors{};
    info.err = jpeg_std_error(&errors);
    jpeg_create_compress(&info);
    unsigned char* memory = nullptr;
    unsigned long size = 0;
    jpeg_mem_dest(&info, &memory, &size);
    info.image_width = static_cast<JDIMENSION>(rgb.cols);
    info.image_height = static_cast<JDIMENSION>(rgb.rows);
    const bool ink = make.kind == JpegKind::cmyk_adobe || make.kind == JpegKind::ycck_adobe;
    info.input_components = ink ? 4 : 3;
    info.in_color_space = ink ? JCS_CMYK : JCS_RGB;
    jpeg_set_defaults(&info);
    jpeg_set_quality(&info, make.quality, TRUE);
    if (make.kind == JpegKind::grey) jpeg_set_colorspace(&info, JCS_GRAYSCALE);
    if (make.kind == JpegKind::cmyk_adobe) jpeg_set_colorspace(&info, JCS_CMYK);
    if (make.kind == JpegKind::ycck_adobe) jpeg_set_colorspace(&info, JCS_YCCK);
    if (make.kind == JpegKind::progressive) jpeg_simple_progression(&info);
    jpeg_start_compress(&info, TRUE);
    if (make.exif_orientation != 0) {
        const auto exif = make_exif(make.exif_orientation);
        jpeg_write_marker(&info, JPEG_APP0 + 1, exif.data(), static_cast<unsigned>(exif.size()));
    }
    if (!make.icc_profile.empty())
        jpeg_write_icc_profile(&info, make.icc_profile.data(),
                               static_cast<unsigned>(make.icc_profile.size()));
    const auto cmyk = ink ? to_cmyk(rgb) : FileBytes{};
    for (int y = 0; y < rgb.rows; ++y) {
        auto* row = ink ? const_cast<JSAMPROW>(cmyk.data()) + std::ptrdiff_t{4} * y * rgb.cols
                        : const_cast<JSAMPROW>(rgb.ptr(y));
        jpeg_write_scanlines(&info, &row, 1);
    }
    jpeg_finish_compress(&info);
    jpeg_destroy_compress(&info);
    FileBytes bytes(memory, memory + size);
    std::free(memory);
    return bytes;
}

FileBytes make_png(const cv::Mat& rgb, const PngMake& make) {
    FileBytes bytes;
    auto* png = png_create_write_struct(PNG_LIBPNG_VER_STRING, nullptr, nullptr, nullptr);
    auto* info = png_create_info_struct(png);
    png_set_write_fn(
        png, &bytes,
        [](png_structp p, png_bytep data, std::size_t size) {
            auto& to = *static_cast<FileBytes*>(png_get_io_ptr(p));
            to.insert(to.end(), data, data + size);
        },
        nullptr);
    const bool palette = make.kind == PngKind::palette || make.kind == PngKind::palette_with_clear;
    const int type = palette                       ? PNG_COLOR_TYPE_PALETTE
                     : make.kind == PngKind::grey8 ? PNG_COLOR_TYPE_GRAY
                     : make.kind == PngKind::rgba8 ? PNG_COLOR_TYPE_RGBA
                                                   : PNG_COLOR_TYPE_RGB;
    png_set_IHDR(png, info, static_cast<png_uint_32>(rgb.cols), static_cast<png_uint_32>(rgb.rows),
                 make.kind == PngKind::rgb16 ? 16 : 8, type,
                 make.interlaced ? PNG_INTERLACE_ADAM7 : PNG_INTERLACE_NONE,
                 PNG_COMPRESSION_TYPE_DEFAULT, PNG_FILTER_TYPE_DEFAULT);
    const png_color colours[] = {{255, 0, 0}, {0, 255, 0}, {0, 0, 255}, {255, 255, 255}};
    const png_byte clear[] = {0};
    if (palette) png_set_PLTE(png, info, colours, 4);
    if (make.kind == PngKind::palette_with_clear) png_set_tRNS(png, info, clear, 1, nullptr);
    if (!make.icc_profile.empty())
        png_set_iCCP(png, info, "profile", 0, make.icc_profile.data(),
                     static_cast<png_uint_32>(make.icc_profile.size()));
    png_write_info(png, info);
    std::vector<std::vector<std::uint8_t>> rows;
    std::vector<png_bytep> pointers;
    for (int y = 0; y < rgb.rows; ++y) rows.push_back(png_row(rgb, y, make.kind));
    for (auto& row : rows) pointers.push_back(row.data());
    png_write_image(png, pointers.data());
    png_write_end(png, info);
    png_destroy_write_struct(&png, &info);
    return bytes;
}

FileBytes make_png_start(std::uint32_t width, std::uint32_t height) {
    FileBytes out;
    put_text(out, std::string_view("\x89PNG\r\n\x1A\n\0\0\0\rIHDR", 16));
    put_big(out, width, 4);
    put_big(out, height, 4);
    put_text(out, std::string_view("\x8\x2\0\0\0", 5));
    put_big(out, 0, 4);
    return out;
}

}  // namespace mediaedit::test
