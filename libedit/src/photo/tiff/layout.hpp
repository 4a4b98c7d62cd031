// The pixel layout of a TIFF page, from its tags.
#pragma once

#include "photo/tiff/file.hpp"
#include "picture/color/colour.hpp"

#include <mediaedit/control.hpp>
#include <mediaedit/geometry.hpp>

#include <array>
#include <cstdint>
#include <string>
#include <vector>

namespace mediaedit::internal {

/// The colour model of stored samples, and who converts them.
enum class TiffColours {
    grey,
    palette,
    rgb,
    cmyk,
    lab,        ///< CIE L*a*b*: a and b signed
    icc_lab,    ///< L*a*b* as ICC profiles encode it: a and b with an offset
    by_libtiff  ///< converted to RGB by libtiff: YCbCr, LogLuv, old-style JPEG
};

struct TiffLayout {
    PixelSize size;
    TiffColours colours = TiffColours::grey;
    int bits = 8;  ///< of a stored sample
    bool is_float = false;
    int samples_per_pixel = 1;
    int alpha_sample = -1;  ///< its index; -1: no alpha
    bool premultiplied = false;
    bool min_is_white = false;
    bool separate_planes = false;
    bool tiled = false;
    int block_width = 0;            ///< of a tile; for strips, the width of the picture
    int block_height = 0;           ///< of a tile or strip
    bool whole_strips = false;      ///< the compression cannot decode single rows
    std::array<double, 2> white{};  ///< x and y of the white point of L*a*b*
    std::vector<std::array<std::uint16_t, 3>> palette;

    /// The format of the rows that the reader delivers.
    Samples samples = Samples::rgb8;
    /// The number of colour samples per stored pixel.
    [[nodiscard]] int colour_samples() const noexcept;
};

/// Reads the current directory. Makes libtiff convert YCbCr in JPEG to RGB.
/// Errors: unsupported (the message names the kind), damaged, too_large.
TiffLayout read_tiff_layout(const TiffFile& file, const std::string& name, const Limits& limits);

/// Whether the file is a camera's raw photo: a TIFF whose first picture is a thumbnail or raw
/// samples.
bool is_camera_raw(const TiffFile& file, Bytes bytes);

/// `kind` is the translated name of what is not supported. Errors: unsupported.
[[noreturn]] void refuse_tiff_kind(const std::string& name, const std::string& kind);

}  // namespace mediaedit::internal
