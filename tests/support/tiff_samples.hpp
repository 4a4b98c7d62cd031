// Pixels as TIFF stores them.
#pragma once

#include "support/made_tiff.hpp"

namespace mediaedit::test {

int tiff_samples_per_pixel(const TiffMake& make);

/// The stored samples of a block; `plane` -1: interleaved. Beyond the edge pixels are repeated.
FileBytes tiff_block(const cv::Mat& rgb, const TiffMake& make, const cv::Rect& area, int plane);

/// Units of `side` times `side` luma samples, each followed by one pair of chroma samples.
FileBytes ycbcr_strip(const cv::Mat& rgb, int side);

}  // namespace mediaedit::test
