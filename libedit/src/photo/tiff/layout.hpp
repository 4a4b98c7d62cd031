// How the pixels of a TIFF page are stored, as its tags say.
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

/// Who turns stored samples into those of a row.
enum class TiffColours {
    grey,
    palette,
    rgb,
    cmyk,
    lab,        ///< CIE L*a*b*: a and b signed
    icc_lab,    ///< L*a*b* as ICC profiles encode it: a and b with an offset
    by_libtiff  ///< libtiff's own conversion to RGB: YCbCr, LogLuv, the old kind of JPEG
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
    int block_width = 0;            ///< of a tile; of a strip the picture's width
    int block_height = 0;           ///< of a tile, or rows of a strip
    bool whole_strips = false;      ///< this compression gives no single rows
    std::array<double, 2> white{};  ///< x and y of the white that L*a*b* stands on
    std::vector<std::array<std::uint16_t, 3>> palette;

    /// Of the rows that the reader delivers.
    Samples samples = Samples::rgb8;
    /// How many of a pixel's samples show a colour.
    [[nodiscard]] int colour_samples() const noexcept;
};

/// Reads the current directory. Tells libtiff to convert YCbCr inside JPEG to RGB.
/// Errors: unsupported (the sentence names the kind), damaged, too_large.
TiffLayout read_tiff_layout(const TiffFile& file, const std::string& name, const Limits& limits);

/// Raw files of cameras are TIFF outside; their first picture is a thumbnail or raw samples.
bool is_camera_raw(const TiffFile& file, Bytes bytes);

/// `kind`: translated. Names what cannot be read.
[[noreturn]] void refuse_tiff_kind(const std::string& name, const std::string& kind);

}  // namespace mediaedit::internal
