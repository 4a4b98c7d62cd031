// AVIF and HEIF: turned, cropped, animated; colours and kinds that libheif supports or not.
#include "base/failure.hpp"
#include "photo/photo_reader.hpp"
#include "picture/color/icc.hpp"
#include "support/made_avif.hpp"
#include "support/made_pictures.hpp"
#include "support/media_files.hpp"
#include "support/read_bytes.hpp"
#include "support/report_notes.hpp"

#include <gtest/gtest.h>

#include <opencv2/core.hpp>

#include <cmath>

namespace {

using namespace mediaedit;
using namespace mediaedit::internal;
using test::Box;
using test::FileBytes;
using test::refusal_of;

Photo read(const FileBytes& bytes) {
    const auto header = read_photo_header(bytes, "made", {});
    auto photo = read_photo(bytes, "made", header, {});
    EXPECT_EQ(photo.picture.size(), header.upright());
    return photo;
}

/// Red, green, blue, white: top left, top right, bottom left, bottom right.
std::string corners(const Photo& photo) {
    const auto& pixels = photo.picture.pixels;
    const int left = pixels.cols / 4, right = pixels.cols * 3 / 4, top = pixels.rows / 4,
              bottom = pixels.rows * 3 / 4;
    std::string names;
    for (const auto& [x, y] : {std::pair{left, top}, {right, top}, {left, bottom}, {right, bottom}})
        names += test::color_name(pixels, x, y).substr(0, 1);
    return names;
}

const test::AvifPieces& pieces() {
    static const auto made = test::make_avif_pieces(test::four_corners(96, 64));
    return made;
}

TEST(HeifReader, TurnsMirrorsAndAperturesInAnyOrderOfTheirBoxes) {
    const auto size = test::size_box(96, 64);
    struct Row {
        std::vector<Box> boxes;
        PixelSize shown;
        const char* corners;
    };
    for (const auto& [boxes, shown, wanted] :
         {Row{{}, {96, 64}, "rgbw"}, Row{{test::turn_box(1)}, {64, 96}, "gwrb"},
          Row{{test::turn_box(2)}, {96, 64}, "wbgr"}, Row{{test::turn_box(3)}, {64, 96}, "brwg"},
          Row{{test::mirror_box(0)}, {96, 64}, "bwrg"},
          Row{{test::mirror_box(1)}, {96, 64}, "grwb"},
          Row{{test::turn_box(1), test::mirror_box(1)}, {64, 96}, "wgbr"},
          Row{{test::aperture_box(48, 32)}, {48, 32}, "rgbw"},
          Row{{test::aperture_box(48, 32), test::turn_box(1)}, {32, 48}, "gwrb"}})
        for (const bool size_first : {true, false}) {
            auto properties = boxes;
            properties.insert(size_first ? properties.begin() : properties.end(), size);
            const auto photo = read(test::make_avif(pieces(), properties));
            EXPECT_EQ(photo.picture.size(), shown) << wanted << size_first;
            EXPECT_EQ(corners(photo), wanted) << size_first;
        }
}

TEST(HeifReader, ASequenceAloneGivesItsFirstPicture) {
    const auto bytes = test::make_avif_sequence(pieces(), {test::colour_box(1, 13, 6)});
    const auto photo = read(bytes);
    EXPECT_EQ(photo.picture.size(), (PixelSize{96, 64}));
    EXPECT_EQ(corners(photo), "rgbw");
    EXPECT_TRUE(test::has_note(photo.notes, "first_picture_only"));
    auto broken = bytes;
    broken.resize(60);
    EXPECT_EQ(refusal_of(broken).code, ErrorCode::damaged);
}

TEST(HeifReader, AStillBesideASequenceNeedNoBrandOfItsOwn) {
    auto bytes = test::make_avif(pieces(), {test::size_box(96, 64)});
    for (const std::size_t at : {8, 16, 20})
        std::copy_n("avis", 4, bytes.begin() + static_cast<std::ptrdiff_t>(at));
    EXPECT_EQ(corners(read(bytes)), "rgbw");
}

TEST(HeifReader, OnlyMatricesThatAreKnownAreConverted) {
    for (int matrix = 0; matrix < 20; ++matrix) {
        const bool known = matrix <= 2 || (matrix >= 4 && matrix <= 9) || matrix == 12;
        const auto bytes =
            test::make_avif(pieces(), {test::size_box(96, 64), test::colour_box(1, 13, matrix)});
        // The samples here do not fit matrices 0 and 8, which mean RGB and YCgCo.
        const bool as_coded = known && matrix != 0 && matrix != 8;
        if (as_coded) { EXPECT_EQ(corners(read(bytes)), "rgbw") << matrix; }
        if (!known) { EXPECT_EQ(refusal_of(bytes).code, ErrorCode::unsupported) << matrix; }
    }
}

TEST(HeifReader, AGreyProfileIsApplied) {
    const ToneCurve dark(cmsBuildGamma(nullptr, 2.8));
    const cv::Mat grey(32, 48, CV_8UC3, cv::Scalar::all(200));
    const auto made = test::make_avif_pieces(grey);
    const auto bytes = test::make_avif(
        made, {test::size_box(48, 32), test::profile_box(make_grey_profile(dark.get(), "dark"))});
    const auto wanted = 255 * (1.055 * std::pow(std::pow(200 / 255.0, 2.8), 1 / 2.4) - 0.055);
    const auto pixel = read(bytes).picture.pixels.at<cv::Vec3b>(16, 24);
    for (int c = 0; c < 3; ++c) EXPECT_NEAR(pixel[c], wanted, 2);
    EXPECT_EQ(read_photo_header(bytes, "made", {}).color, "dark");
}

TEST(HeifReader, OtherCodecsInsideAreNoDamage) {
    for (const char* type : {"avc1", "jpeg", "j2k1", "vvc1", "evc1"}) {
        auto bytes = test::make_avif(pieces(), {test::size_box(96, 64)}, type);
        std::copy_n("heic", 4, bytes.begin() + 8);
        std::copy_n("heic", 4, bytes.begin() + 16);
        const auto error = refusal_of(bytes);
        EXPECT_EQ(error.code, ErrorCode::unsupported) << type << " " << error.detail;
    }
}

}  // namespace
