// A truncated or damaged TIFF gives its readable part, with a note.
#include "base/failure.hpp"
#include "photo/photo_reader.hpp"
#include "support/compare_pictures.hpp"
#include "support/made_pictures.hpp"
#include "support/made_tiff.hpp"
#include "support/media_files.hpp"
#include "support/read_bytes.hpp"
#include "support/report_notes.hpp"

#include <gtest/gtest.h>

#include <opencv2/core.hpp>

#include <algorithm>

namespace {

using namespace mediaedit;
using namespace mediaedit::internal;
using test::all_colours;
using test::difference;
using test::FileBytes;
using test::read_bytes;
using test::TiffKind;
using test::TiffMake;

TEST(TiffDamage, ACutStripGivesTheRowsBeforeTheCut) {
    cv::Mat rgb(120, 90, CV_8UC3);
    cv::RNG(3).fill(rgb, cv::RNG::UNIFORM, 0,
                    255);  // so that each row takes its share of the bytes
    for (const int compression : {COMPRESSION_NONE, COMPRESSION_LZW, COMPRESSION_ADOBE_DEFLATE,
                                  COMPRESSION_PACKBITS, COMPRESSION_ZSTD}) {
        if (!TIFFIsCODECConfigured(static_cast<std::uint16_t>(compression))) continue;
        auto bytes =
            test::make_tiff_with_strip_at_end(rgb, static_cast<std::uint16_t>(compression));
        EXPECT_TRUE(read_bytes(bytes).notes.empty()) << compression;
        bytes.resize(bytes.size() / 2);
        const auto photo = read_bytes(bytes);
        EXPECT_TRUE(test::has_note(photo.notes, "truncated")) << compression;
        EXPECT_EQ(difference(photo.picture.pixels.rowRange(0, 50), rgb.rowRange(0, 50)), 0)
            << compression;
        EXPECT_EQ(difference(photo.picture.pixels.rowRange(70, 120),
                             cv::Mat(50, 90, CV_8UC3, cv::Scalar::all(128))),
                  0)
            << compression;
    }
}

TEST(TiffDamage, AStripThatSaysItIsLongerThanItsPixelsLacksNothing) {
    const auto rgb = all_colours(30, 20);
    auto bytes = test::make_tiff_with_strip_at_end(rgb, COMPRESSION_LZW);
    constexpr std::size_t count_of_strip = 8 + 2 + 8 * 12 + 8;
    ++bytes[count_of_strip + 1];  // by 256
    const auto photo = read_bytes(bytes);
    EXPECT_TRUE(photo.notes.empty());
    EXPECT_EQ(difference(photo.picture.pixels, rgb), 0);
}

TEST(TiffDamage, DamagedAreasAreGreyAndReported) {
    const auto rgb = all_colours(64, 64);
    for (const int tile : {0, 16}) {
        TiffMake make;
        make.compression = COMPRESSION_ADOBE_DEFLATE;
        make.rows_per_strip = 16;
        make.tile = tile;
        auto bytes = test::make_tiff(rgb, make);
        std::fill(bytes.begin() + 8, bytes.begin() + 40,
                  std::uint8_t{0xFF});  // the first strip or tile
        const auto photo = read_bytes(bytes);
        EXPECT_TRUE(test::has_note(photo.notes, "damaged_in_places"));
        EXPECT_EQ(test::color_name(photo.picture.pixels, 4, 4), "grey");
        EXPECT_EQ(difference(photo.picture.pixels.rowRange(16, 64), rgb.rowRange(16, 64)), 0);
    }
}

TEST(TiffDamage, CutAnywhereItIsReadOrRefused) {
    const auto whole = test::make_tiff_with_strip_at_end(test::place_ramp(40, 40), COMPRESSION_LZW);
    for (std::size_t size = 8; size < whole.size(); size += 11) {
        const FileBytes bytes(whole.begin(), whole.begin() + static_cast<std::ptrdiff_t>(size));
        try {
            EXPECT_FALSE(read_bytes(bytes).notes.empty());
        } catch (const Failure& failure) { EXPECT_EQ(failure.error.code, ErrorCode::damaged); }
    }
}

TEST(TiffDamage, OneLargeStripNeedsNoMoreMemoryThanThePicture) {
    const cv::Mat rgb(1000, 1000, CV_8UC3, cv::Scalar(10, 200, 30));
    TiffMake make{TiffKind::rgb, 16};
    make.rows_per_strip = 1000;
    make.compression = COMPRESSION_ADOBE_DEFLATE;
    ReadRequest request;
    request.limits.max_memory_bytes = 4'500'000;  // the strip alone has 6 MB
    EXPECT_EQ(difference(read_bytes(test::make_tiff(rgb, make), request).picture.pixels, rgb), 0);
}

}  // namespace
