// Photo files made for tests, each unusual in one way.
#pragma once

#include <opencv2/core/mat.hpp>

#include <cstdint>
#include <vector>

namespace mediaedit::test {

using FileBytes = std::vector<std::uint8_t>;

enum class JpegKind { baseline, progressive, grey, cmyk_adobe, ycck_adobe };

struct JpegMake {
    JpegKind kind = JpegKind::baseline;
    int exif_orientation = 0;  ///< 0: no EXIF
    int quality = 95;
    FileBytes icc_profile{};
};

/// Shapes: CV_8UC3 RGB. CMYK by the simple formula.
FileBytes make_jpeg(const cv::Mat& rgb, const JpegMake& make = {});

enum class PngKind { rgb8, rgb16, rgba8, grey8, palette, palette_with_clear };

struct PngMake {
    PngKind kind = PngKind::rgb8;
    bool interlaced = false;
    FileBytes icc_profile{};
};

/// Shapes: CV_8UC3 RGB. Alpha, if any, is 0 in the left half and 255 in the right. Palettes hold
/// the four corners' colours.
FileBytes make_png(const cv::Mat& rgb, const PngMake& make = {});

/// An EXIF block as in a JPEG: orientation, device, owner, GPS position, time.
FileBytes make_exif(int orientation);

/// Only the signature and IHDR of a PNG of any size.
FileBytes make_png_start(std::uint32_t width, std::uint32_t height);

}  // namespace mediaedit::test
