// TIFF files made for tests, of every kind that libtiff writes.
#pragma once

#include "support/made_photos.hpp"

#include <tiffio.h>
#include <opencv2/core/mat.hpp>

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

namespace mediaedit::test {

enum class TiffKind { grey, white_is_zero, rgb, palette, cmyk, lab, icc_lab, ycbcr };

struct TiffMake {
    TiffKind kind = TiffKind::rgb;
    int bits = 8;
    bool is_float = false;
    std::uint16_t compression = COMPRESSION_LZW;
    std::uint16_t predictor = 1;
    bool planes = false;
    int tile = 0;  ///< the side of a tile; 0: strips
    int rows_per_strip = 7;
    std::uint16_t alpha = 0;  ///< EXTRASAMPLE_...; alpha is 0 on the left, full on the right
    std::uint16_t orientation = 1;
    int subsampled = 2;      ///< for YCbCr, in both directions
    std::string mode = "w";  ///< of TIFFOpen: w8 is BigTIFF, wb is big-endian
    FileBytes icc_profile{};
    /// Sets more tags. Called before any pixel is written.
    std::function<void(TIFF*)> tags{};
};

/// Shapes: CV_8UC3 RGB.
FileBytes make_tiff(const cv::Mat& rgb, const TiffMake& make = {});

/// Several pages in one file.
struct TiffPage {
    cv::Mat rgb;
    TiffMake make;
};
FileBytes make_tiff_pages(const std::vector<TiffPage>& pages);

/// One strip of 8-bit RGB behind the directory, so that a file can end within the strip.
FileBytes make_tiff_with_strip_at_end(const cv::Mat& rgb, std::uint16_t compression);

}  // namespace mediaedit::test
