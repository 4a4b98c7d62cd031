// TIFF files made for tests, of every kind that libtiff writes.
#include "support/made_tiff.hpp"

#include "support/tiff_samples.hpp"

#include <algorithm>
#include <array>
#include <cstring>
#include <memory>
#include <stdexcept>

namespace mediaedit::test {
namespace {

struct Memory {
    FileBytes bytes;
    std::size_t at = 0;
};

struct Close {
    void operator()(TIFF* tiff) const noexcept { TIFFClose(tiff); }
};
using Tiff = std::unique_ptr<TIFF, Close>;

tmsize_t read(thandle_t handle, void* to, tmsize_t count) {
    auto& memory = *static_cast<Memory*>(handle);
    const auto rest = memory.bytes.size() - std::min(memory.at, memory.bytes.size());
    const auto got = std::min(rest, static_cast<std::size_t>(count));
    if (got > 0) std::memcpy(to, memory.bytes.data() + memory.at, got);
    memory.at += got;
    return static_cast<tmsize_t>(got);
}

tmsize_t write(thandle_t handle, void* from, tmsize_t count) {
    auto& memory = *static_cast<Memory*>(handle);
    const auto size = static_cast<std::size_t>(count);
    if (memory.bytes.size() < memory.at + size) memory.bytes.resize(memory.at + size);
    std::memcpy(memory.bytes.data() + memory.at, from, size);
    memory.at += size;
    return count;
}

toff_t seek(thandle_t handle, toff_t offset, int whence) {
    auto& memory = *static_cast<Memory*>(handle);
    const std::size_t from = whence == SEEK_END   ? memory.bytes.size()
                             : whence == SEEK_CUR ? memory.at
                                                  : 0;
    return memory.at = from + static_cast<std::size_t>(offset);
}

Tiff open(Memory& memory, const std::string& mode) {
    return Tiff(TIFFClientOpen(
        "", mode.c_str(), &memory, read, write, seek, [](thandle_t) { return 0; },
        [](thandle_t from) -> toff_t { return static_cast<Memory*>(from)->bytes.size(); }, nullptr,
        nullptr));
}

std::uint16_t photometric_of(TiffKind kind) {
    switch (kind) {
        case TiffKind::grey: return PHOTOMETRIC_MINISBLACK;
        case TiffKind::white_is_zero: return PHOTOMETRIC_MINISWHITE;
        case TiffKind::rgb: return PHOTOMETRIC_RGB;
        case TiffKind::palette: return PHOTOMETRIC_PALETTE;
        case TiffKind::cmyk: return PHOTOMETRIC_SEPARATED;
        case TiffKind::lab: return PHOTOMETRIC_CIELAB;
        case TiffKind::icc_lab: return PHOTOMETRIC_ICCLAB;
        case TiffKind::ycbcr: return PHOTOMETRIC_YCBCR;
    }
    return PHOTOMETRIC_RGB;
}

void set_palette(TIFF* tiff, int bits) {
    std::array<std::vector<std::uint16_t>, 3> map;
    for (int index = 0; index < 1 << bits; ++index) {
        const std::array<int, 3> steps{index / 36 % 6, index / 6 % 6, index % 6};
        for (std::size_t c = 0; c < 3; ++c)
            map[c].push_back(static_cast<std::uint16_t>(steps[c] * 51 * 257));
    }
    TIFFSetField(tiff, TIFFTAG_COLORMAP, map[0].data(), map[1].data(), map[2].data());
}

void set_tags(TIFF* tiff, const cv::Mat& rgb, const TiffMake& make, int samples) {
    TIFFSetField(tiff, TIFFTAG_IMAGEWIDTH, rgb.cols);
    TIFFSetField(tiff, TIFFTAG_IMAGELENGTH, rgb.rows);
    TIFFSetField(tiff, TIFFTAG_BITSPERSAMPLE, make.bits);
    TIFFSetField(tiff, TIFFTAG_SAMPLESPERPIXEL, samples);
    TIFFSetField(tiff, TIFFTAG_PHOTOMETRIC, photometric_of(make.kind));
    TIFFSetField(tiff, TIFFTAG_PLANARCONFIG,
                 make.planes ? PLANARCONFIG_SEPARATE : PLANARCONFIG_CONTIG);
    TIFFSetField(tiff, TIFFTAG_COMPRESSION, make.compression);
    TIFFSetField(tiff, TIFFTAG_ORIENTATION, make.orientation);
    if (make.predictor != 1) TIFFSetField(tiff, TIFFTAG_PREDICTOR, make.predictor);
    if (make.is_float) TIFFSetField(tiff, TIFFTAG_SAMPLEFORMAT, SAMPLEFORMAT_IEEEFP);
    if (make.tile > 0) {
        TIFFSetField(tiff, TIFFTAG_TILEWIDTH, make.tile);
        TIFFSetField(tiff, TIFFTAG_TILELENGTH, make.tile);
    } else {
        TIFFSetField(tiff, TIFFTAG_ROWSPERSTRIP,
                     make.kind == TiffKind::ycbcr ? rgb.rows : make.rows_per_strip);
    }
    if (make.alpha != 0) TIFFSetField(tiff, TIFFTAG_EXTRASAMPLES, 1, &make.alpha);
    if (make.kind == TiffKind::palette) set_palette(tiff, make.bits);
    if (make.kind == TiffKind::ycbcr)
        TIFFSetField(tiff, TIFFTAG_YCBCRSUBSAMPLING, make.subsampled, make.subsampled);
    if (make.kind == TiffKind::lab || make.kind == TiffKind::icc_lab) {
        const std::array<float, 2> d65{0.3127F, 0.3290F};
        TIFFSetField(tiff, TIFFTAG_WHITEPOINT, d65.data());
    }
    if (!make.icc_profile.empty())
        TIFFSetField(tiff, TIFFTAG_ICCPROFILE, static_cast<std::uint32_t>(make.icc_profile.size()),
                     make.icc_profile.data());
    if (make.tags) make.tags(tiff);
}

void must(bool held) {
    if (!held) throw std::runtime_error("libtiff did not write");
}

void write_page(TIFF* tiff, const cv::Mat& rgb, const TiffMake& make) {
    const auto samples = tiff_samples_per_pixel(make);
    set_tags(tiff, rgb, make, samples);
    if (make.kind == TiffKind::ycbcr) {
        auto strip = ycbcr_strip(rgb, make.subsampled);
        must(TIFFWriteEncodedStrip(tiff, 0, strip.data(), static_cast<tmsize_t>(strip.size())) > 0);
        return;
    }
    for (int plane = make.planes ? 0 : -1; plane < (make.planes ? samples : 0); ++plane) {
        const auto number = static_cast<std::uint16_t>(std::max(0, plane));
        if (make.tile == 0) {
            for (int y = 0; y < rgb.rows; y += make.rows_per_strip) {
                const int rows = std::min(make.rows_per_strip, rgb.rows - y);
                auto data = tiff_block(rgb, make, {0, y, rgb.cols, rows}, plane);
                const auto strip = TIFFComputeStrip(tiff, static_cast<std::uint32_t>(y), number);
                must(TIFFWriteEncodedStrip(tiff, strip, data.data(),
                                           static_cast<tmsize_t>(data.size())) > 0);
            }
            continue;
        }
        for (int y = 0; y < rgb.rows; y += make.tile)
            for (int x = 0; x < rgb.cols; x += make.tile) {
                auto data = tiff_block(rgb, make, {x, y, make.tile, make.tile}, plane);
                const auto tile = TIFFComputeTile(tiff, static_cast<std::uint32_t>(x),
                                                  static_cast<std::uint32_t>(y), 0, number);
                must(TIFFWriteEncodedTile(tiff, tile, data.data(),
                                          static_cast<tmsize_t>(data.size())) > 0);
            }
    }
}

}  // namespace

FileBytes make_tiff_pages(const std::vector<TiffPage>& pages) {
    Memory memory;
    {
        const auto tiff = open(memory, pages.front().make.mode);
        for (const auto& page : pages) {
            write_page(tiff.get(), page.rgb, page.make);
            must(TIFFWriteDirectory(tiff.get()) == 1);
        }
    }
    return memory.bytes;
}

FileBytes make_tiff(const cv::Mat& rgb, const TiffMake& make) {
    return make_tiff_pages({{rgb, make}});
}

FileBytes make_tiff_with_strip_at_end(const cv::Mat& rgb, std::uint16_t compression) {
    TiffMake make;
    make.compression = compression;
    make.rows_per_strip = rgb.rows;
    Memory memory{make_tiff(rgb, make), 0};
    FileBytes strip;
    {
        const auto tiff = open(memory, "rc");  // c: no strip chopping
        strip.resize(static_cast<std::size_t>(TIFFGetStrileByteCount(tiff.get(), 0)));
        must(TIFFReadRawStrip(tiff.get(), 0, strip.data(), static_cast<tmsize_t>(strip.size())) >
             0);
    }
    FileBytes bytes{'I', 'I', '*', 0, 8, 0, 0, 0};
    const auto put = [&bytes](std::size_t value, int count) {
        for (int i = 0; i < count; ++i)
            bytes.push_back(static_cast<std::uint8_t>(value >> (8 * i)));
    };
    constexpr std::size_t entries = 9, bits_at = 8 + 2 + 12 * entries + 4, strip_at = bits_at + 6;
    const std::array<std::array<std::size_t, 4>, entries> directory{{
        {256, 4, 1, static_cast<std::size_t>(rgb.cols)},
        {257, 4, 1, static_cast<std::size_t>(rgb.rows)},
        {258, 3, 3, bits_at},
        {259, 3, 1, compression},
        {262, 3, 1, PHOTOMETRIC_RGB},
        {273, 4, 1, strip_at},
        {277, 3, 1, 3},
        {278, 4, 1, static_cast<std::size_t>(rgb.rows)},
        {279, 4, 1, strip.size()},
    }};
    put(entries, 2);
    for (const auto& [tag, type, count, value] : directory) {
        put(tag, 2);
        put(type, 2);
        put(count, 4);
        put(value, 4);
    }
    put(0, 4);
    for (int i = 0; i < 3; ++i) put(8, 2);
    bytes.insert(bytes.end(), strip.begin(), strip.end());
    return bytes;
}

}  // namespace mediaedit::test
