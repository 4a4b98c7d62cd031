// Pixels as TIFF stores them.
#pragma once

#include "support/made_tiff.hpp"

namespace mediaedit::test {

int tiff_samples_per_pixel(const TiffMake& make);

/// The stored samples of a block; `plane` -1: all of a pixel together. What lies outside is
/// repeated.
FileBytes tiff_block(const cv::Mat& rgb, const TiffMake& make, const cv::Rect& area, int plane);

/// Clumps of `side` times `side` luma samples, each with one pair of chroma behind it.
FileBytes ycbcr_strip(const cv::Mat& rgb, int side);

}  // namespace mediaedit::test
