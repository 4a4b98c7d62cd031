// Every kind of TIFF gives the picture that was written, or an error naming the kind.
#include "base/failure.hpp"
#include "photo/photo_reader.hpp"
#include "picture/color/colour.hpp"
#include "picture/color/icc.hpp"
#include "support/compare_pictures.hpp"
#include "support/made_pictures.hpp"
#include "support/made_tiff.hpp"
#include "support/media_files.hpp"
#include "support/read_bytes.hpp"
#include "support/report_notes.hpp"

#include <gtest/gtest.h>

#include <opencv2/core.hpp>

#include <cmath>
#include <string>

namespace {

using namespace mediaedit;
using namespace mediaedit::internal;
using test::all_colours;
using test::difference;
using test::FileBytes;
using test::read_bytes;
using test::red_as_grey;
using test::refusal_of;
using test::TiffKind;
using test::TiffMake;

/// Half a step of `bits` bits in units of 1/255, plus one for rounding.
int within(int bits, bool is_float) {
    return is_float || bits >= 8 ? 1 : 128 / ((1 << bits) - 1) + 1;
}

TEST(TiffReader, EveryDepthInStripsTilesAndPlanes) {
    const auto rgb = all_colours(53, 37), grey = red_as_grey(rgb);
    struct Depth {
        int bits;
        bool is_float = false;
    };
    for (const auto [bits, is_float] :
         {Depth{1}, Depth{2}, Depth{4}, Depth{5}, Depth{6}, Depth{8}, Depth{10}, Depth{12},
          Depth{14}, Depth{16}, Depth{24}, Depth{32}, Depth{16, true}, Depth{32, true},
          Depth{64, true}})
        for (const auto kind :
             {TiffKind::grey, TiffKind::white_is_zero, TiffKind::rgb, TiffKind::cmyk})
            for (const bool planes : {false, true})
                for (const int tile : {0, 16})
                    for (const char* mode : {"w", "wb", "w8"}) {
                        TiffMake make{kind, bits, is_float};
                        make.planes = planes;
                        make.tile = tile;
                        make.mode = mode;
                        const auto photo = read_bytes(test::make_tiff(rgb, make));
                        const bool is_grey =
                            kind == TiffKind::grey || kind == TiffKind::white_is_zero;
                        const int several =
                            kind == TiffKind::cmyk ? 2 : 1;  // both ink and black are rounded
                        EXPECT_LE(difference(photo.picture.pixels, is_grey ? grey : rgb),
                                  several * within(bits, is_float))
                            << bits << " bits, kind " << static_cast<int>(kind) << ", planes "
                            << planes << ", tile " << tile << ", " << mode;
                        EXPECT_TRUE(photo.notes.empty());
                    }
}

TEST(TiffReader, EveryCompressionThatIsThere) {
    const auto rgb = all_colours(53, 37);
    struct Way {
        std::uint16_t compression;
        int bits = 8;
        std::uint16_t predictor = 1;
        bool is_float = false;
    };
    for (const auto [compression, bits, predictor, is_float] :
         {Way{COMPRESSION_NONE}, Way{COMPRESSION_LZW, 8, 2}, Way{COMPRESSION_LZW, 16, 2},
          Way{COMPRESSION_PACKBITS}, Way{COMPRESSION_ADOBE_DEFLATE, 8, 2},
          Way{COMPRESSION_ADOBE_DEFLATE, 32, 3, true}, Way{COMPRESSION_ZSTD, 8, 2},
          Way{COMPRESSION_LZMA}, Way{COMPRESSION_LERC}, Way{COMPRESSION_LERC, 32, 1, true},
          Way{COMPRESSION_WEBP}})
        for (const int tile : {0, 16}) {
            if (!TIFFIsCODECConfigured(static_cast<std::uint16_t>(compression))) continue;
            TiffMake make{TiffKind::rgb, bits, is_float, compression, predictor};
            make.tile = tile;
            if (compression == COMPRESSION_WEBP)
                make.tags = [](TIFF* tiff) { TIFFSetField(tiff, TIFFTAG_WEBP_LOSSLESS, 1); };
            EXPECT_LE(difference(read_bytes(test::make_tiff(rgb, make)).picture.pixels, rgb), 1)
                << "compression " << compression << ", tile " << tile;
        }
}

TEST(TiffReader, JpegInside) {
    const auto rgb = all_colours(80, 48);
    for (const bool as_ycbcr : {false, true})
        for (const int tile : {0, 16}) {
            TiffMake make{TiffKind::rgb, 8, false, COMPRESSION_JPEG};
            make.tile = tile;
            make.rows_per_strip = 16;
            make.tags = [as_ycbcr](TIFF* tiff) {
                TIFFSetField(tiff, TIFFTAG_JPEGQUALITY, 95);
                if (!as_ycbcr) return;
                TIFFSetField(tiff, TIFFTAG_PHOTOMETRIC, PHOTOMETRIC_YCBCR);
                TIFFSetField(tiff, TIFFTAG_JPEGCOLORMODE, JPEGCOLORMODE_RGB);
            };
            EXPECT_LE(difference(read_bytes(test::make_tiff(rgb, make)).picture.pixels, rgb), 10)
                << as_ycbcr << tile;
        }
}

TEST(TiffReader, FaxAndOtherBilevel) {
    cv::Mat rgb(40, 64, CV_8UC3, cv::Scalar::all(255));
    rgb(cv::Rect(10, 5, 30, 20)).setTo(cv::Scalar::all(0));
    for (const int compression : {COMPRESSION_CCITTRLE, COMPRESSION_CCITTFAX3,
                                  COMPRESSION_CCITTFAX4, COMPRESSION_JBIG, COMPRESSION_PACKBITS})
        for (const auto kind : {TiffKind::grey, TiffKind::white_is_zero}) {
            if (!TIFFIsCODECConfigured(static_cast<std::uint16_t>(compression))) continue;
            TiffMake make{kind, 1, false, static_cast<std::uint16_t>(compression)};
            make.rows_per_strip =
                compression == COMPRESSION_JBIG ? rgb.rows : 7;  // which supports only one strip
            make.tags = [](TIFF* tiff) {
                TIFFSetField(tiff, TIFFTAG_FILLORDER, FILLORDER_LSB2MSB);
            };
            EXPECT_EQ(difference(read_bytes(test::make_tiff(rgb, make)).picture.pixels, rgb), 0)
                << compression;
        }
}

TEST(TiffReader, PalettesLabAndYcbcr) {
    const auto rgb = all_colours(54, 36);
    for (const int bits : {8, 16})
        EXPECT_LE(
            difference(read_bytes(test::make_tiff(rgb, {TiffKind::palette, bits})).picture.pixels,
                       rgb),
            27);
    for (const auto kind : {TiffKind::lab, TiffKind::icc_lab}) {
        EXPECT_LE(difference(read_bytes(test::make_tiff(rgb, {kind, 16})).picture.pixels, rgb), 2);
        EXPECT_LE(difference(read_bytes(test::make_tiff(rgb, {kind, 8})).picture.pixels, rgb),
                  14);  // a step of a* or b* is as much
    }
    for (const int side : {1, 2}) {
        TiffMake make{TiffKind::ycbcr};
        make.subsampled = side;
        EXPECT_LE(difference(read_bytes(test::make_tiff(rgb, make)).picture.pixels, rgb),
                  side == 1 ? 3 : 9);
    }
}

TEST(TiffReader, BothKindsOfAlpha) {
    const cv::Mat rgb(20, 40, CV_8UC3, cv::Scalar(200, 100, 30));
    for (const auto kind : {TiffKind::rgb, TiffKind::grey, TiffKind::cmyk})
        for (const int alpha : {EXTRASAMPLE_ASSOCALPHA, EXTRASAMPLE_UNASSALPHA})
            for (const int bits : {8, 16}) {
                if (kind == TiffKind::cmyk && alpha == EXTRASAMPLE_ASSOCALPHA)
                    continue;  // no program writes it
                TiffMake make{kind, bits};
                make.alpha = static_cast<std::uint16_t>(alpha);
                const auto bytes = test::make_tiff(rgb, make);
                const auto pixels = read_bytes(bytes).picture.pixels;
                ASSERT_EQ(pixels.channels(), 4);
                EXPECT_NEAR(pixels.at<cv::Vec4b>(5, 5)[3], 128, 1);
                EXPECT_EQ(pixels.at<cv::Vec4b>(5, 35)[3], 255);
                EXPECT_LE(difference(pixels, kind == TiffKind::grey ? red_as_grey(rgb) : rgb), 2)
                    << bits << " " << alpha;
                EXPECT_TRUE(read_photo_header(bytes, "made", {}).has_alpha);
            }
}

TEST(TiffReader, ProfilesOfGreyAndOfRgb) {
    const ToneCurve dark(cmsBuildGamma(nullptr, 2.8));
    const auto grey_profile = make_grey_profile(dark.get(), "dark"),
               p3 = profile_from_cicp({12, 13});
    const cv::Mat rgb(8, 8, CV_8UC3, cv::Scalar(200, 150, 100));
    for (const int bits : {8, 16}) {
        TiffMake grey{TiffKind::grey, bits}, coloured{TiffKind::rgb, bits};
        grey.icc_profile = grey_profile;
        coloured.icc_profile = p3;
        const auto light = std::pow(200 / 255.0, 2.8);
        const auto wanted = 255 * (1.055 * std::pow(light, 1 / 2.4) - 0.055);
        EXPECT_NEAR(read_bytes(test::make_tiff(rgb, grey)).picture.pixels.ptr(3, 3)[0], wanted,
                    1.5);
        cv::Vec3b right;
        ToSrgb(Samples::rgb8, p3).convert(rgb.ptr(), right.val, 1);
        EXPECT_LE(difference(read_bytes(test::make_tiff(rgb, coloured)).picture.pixels,
                             cv::Mat(rgb.size(), CV_8UC3, cv::Scalar(right))),
                  2);
        EXPECT_EQ(read_photo_header(test::make_tiff(rgb, coloured), "made", {}).color,
                  "Display P3");
    }
}

TEST(TiffReader, AllEightOrientations) {
    const auto upright = test::four_corners(60, 40);
    for (std::uint16_t number = 1; number <= 8; ++number) {
        const auto orientation = orientation_from_exif(number);
        const auto back = orientation == Orientation::right  ? Orientation::left
                          : orientation == Orientation::left ? Orientation::right
                                                             : orientation;
        TiffMake make;
        make.orientation = number;
        EXPECT_EQ(
            difference(read_bytes(test::make_tiff(set_upright(upright, back), make)).picture.pixels,
                       upright),
            0)
            << number;
    }
}

TEST(TiffReader, TheFirstFullPageIsShown) {
    TiffMake small, mask{TiffKind::grey, 1};
    small.tags = [](TIFF* tiff) { TIFFSetField(tiff, TIFFTAG_SUBFILETYPE, FILETYPE_REDUCEDIMAGE); };
    mask.tags = [](TIFF* tiff) { TIFFSetField(tiff, TIFFTAG_SUBFILETYPE, FILETYPE_MASK); };
    const auto full = all_colours(40, 30), other = test::four_corners(30, 20);
    const auto alone = test::make_tiff_pages({{other, small}, {full, {}}, {other, mask}});
    EXPECT_EQ(difference(read_bytes(alone).picture.pixels, full), 0);
    EXPECT_FALSE(read_photo_header(alone, "made", {}).animated);
    const auto several = test::make_tiff_pages({{full, {}}, {other, {}}});
    EXPECT_EQ(difference(read_bytes(several).picture.pixels, full), 0);
    EXPECT_TRUE(test::has_note(read_bytes(several).notes, "first_picture_only"));
    EXPECT_EQ(difference(read_bytes(test::make_tiff_pages({{other, small}})).picture.pixels, other),
              0);
}

TEST(TiffReader, WhatCannotBeReadIsRefusedByItsName) {
    const auto rgb = all_colours(20, 20);
    struct Row {
        const char* kind;
        std::uint32_t tag;
        int value;
    };
    for (const auto& [kind, tag, value] :
         {Row{"numbers below zero", TIFFTAG_SAMPLEFORMAT, SAMPLEFORMAT_INT},
          Row{"colours of kind 10", TIFFTAG_PHOTOMETRIC, PHOTOMETRIC_ITULAB},
          Row{"camera raw", TIFFTAG_PHOTOMETRIC, PHOTOMETRIC_CFA}}) {
        TiffMake make;
        make.tags = [tag = tag, value = value](TIFF* tiff) { TIFFSetField(tiff, tag, value); };
        const auto error = refusal_of(test::make_tiff(rgb, make));
        EXPECT_EQ(error.code, ErrorCode::unsupported);
        EXPECT_NE(error.message.find(kind), std::string::npos) << error.message;
    }
    auto bytes = test::make_tiff_with_strip_at_end(rgb, COMPRESSION_NONE);
    bytes[8 + 2 + 3 * 12 + 8] = 34712 & 255;
    bytes[8 + 2 + 3 * 12 + 9] = 34712 >> 8;
    const auto error = refusal_of(bytes);
    EXPECT_EQ(error.code, ErrorCode::unsupported);
    EXPECT_NE(error.message.find("JPEG 2000"), std::string::npos) << error.message;
}

}  // namespace
