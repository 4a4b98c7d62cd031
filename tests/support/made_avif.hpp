// AVIF files made for tests, box by box.
#pragma once

#include "support/made_photos.hpp"

#include <opencv2/core/mat.hpp>

#include <string>
#include <utility>
#include <vector>

namespace mediaedit::test {

using Box = std::pair<std::string, FileBytes>;  ///< its type and its content

/// A coded picture and the configuration a decoder needs for it.
struct AvifPieces {
    FileBytes settings;  ///< the content of av1C
    FileBytes data;
    int width = 0, height = 0;
};

/// Shapes: CV_8UC3 RGB. Coded as 4:2:0 or 4:4:4, as the library's writer chooses.
AvifPieces make_avif_pieces(const cv::Mat& rgb);

Box size_box(int width, int height);      ///< ispe
Box turn_box(int quarters);               ///< irot: counterclockwise
Box mirror_box(int axis);                 ///< imir: 0 swaps top and bottom, 1 left and right
Box aperture_box(int width, int height);  ///< clap: centred
Box colour_box(int primaries, int transfer, int matrix);  ///< colr, nclx
Box profile_box(const FileBytes& icc_profile);            ///< colr, prof

/// One picture with these properties in this order, and its av1C.
FileBytes make_avif(const AvifPieces& pieces, const std::vector<Box>& properties,
                    const std::string& item_type = "av01");

/// An image sequence of one frame, with only the brand avis and no still picture.
FileBytes make_avif_sequence(const AvifPieces& pieces, const std::vector<Box>& properties);

}  // namespace mediaedit::test
