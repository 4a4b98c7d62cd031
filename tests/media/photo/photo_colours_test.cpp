// Colour descriptions of files are applied, and decoding from damaged data is reported.
#include "photo/photo_reader.hpp"
#include "picture/color/icc.hpp"
#include "support/made_photos.hpp"
#include "support/made_pictures.hpp"
#include "support/media_files.hpp"
#include "support/report_notes.hpp"

#include <gtest/gtest.h>

#include <opencv2/core.hpp>

#include <algorithm>
#include <cmath>
#include <string>
#include <utility>

namespace {

using namespace mediaedit;
using namespace mediaedit::internal;
using test::FileBytes;
using test::PngKind;

Photo read(const FileBytes& bytes) {
    return read_photo(bytes, "made", read_photo_header(bytes, "made", {}), {});
}

std::uint32_t checksum(const FileBytes& bytes, std::size_t from) {
    std::uint32_t sum = 0xFFFFFFFF;
    for (std::size_t i = from; i < bytes.size(); ++i) {
        sum ^= bytes[i];
        for (int bit = 0; bit < 8; ++bit) sum = (sum & 1) != 0 ? 0xEDB88320 ^ sum >> 1 : sum >> 1;
    }
    return ~sum;
}

void put(FileBytes& to, std::uint32_t value) {
    for (int shift = 24; shift >= 0; shift -= 8)
        to.push_back(static_cast<std::uint8_t>(value >> shift));
}

/// After IHDR.
void add_chunk(FileBytes& png, const std::string& type, const FileBytes& content) {
    FileBytes chunk;
    put(chunk, static_cast<std::uint32_t>(content.size()));
    chunk.insert(chunk.end(), type.begin(), type.end());
    chunk.insert(chunk.end(), content.begin(), content.end());
    put(chunk, checksum(chunk, 4));
    png.insert(png.begin() + 33, chunk.begin(), chunk.end());
}

FileBytes numbers(std::initializer_list<std::uint32_t> values) {
    FileBytes bytes;
    for (const auto value : values) put(bytes, value);
    return bytes;
}

double to_srgb(double linear) {
    return linear <= 0.0031308 ? 12.92 * linear : 1.055 * std::pow(linear, 1 / 2.4) - 0.055;
}

const FileBytes gamma_1 = numbers({100000}), gamma_srgb = numbers({45455});
const FileBytes srgb_corners = numbers({31270, 32900, 64000, 33000, 30000, 60000, 15000, 6000});
const FileBytes p3_corners = numbers({31270, 32900, 68000, 32000, 26500, 69000, 15000, 6000});

TEST(PhotoColours, ChunksOfAPngCountByTheirRank) {
    const cv::Mat rgb(8, 8, CV_8UC3, cv::Scalar(128, 128, 128));
    const auto light = 255 * to_srgb(128 / 255.0);  // treated as linear light
    const auto gamma_2_8 = 255 * to_srgb(std::pow(128 / 255.0, 2.8));
    using Chunks = std::vector<std::pair<std::string, FileBytes>>;
    struct Row {
        Chunks chunks;  ///< the last one is first in the file
        double wanted;
        bool embedded = false;  ///< a profile with gamma 2.2
    };
    const auto gamma_2_2 = 255 * to_srgb(std::pow(128 / 255.0, 2.2));
    const ToneCurve curve(cmsBuildGamma(nullptr, 2.2));
    const auto embedded = make_profile({}, curve.get(), "gamma"),
               grey = make_grey_profile(curve.get(), "gamma");
    for (const auto kind : {PngKind::rgb8, PngKind::rgb16, PngKind::grey8})
        for (const auto& row :
             {Row{{}, 128}, Row{{{"gAMA", gamma_1}}, light},
              Row{{{"gAMA", gamma_1}, {"cHRM", srgb_corners}}, light},
              Row{{{"gAMA", gamma_srgb}, {"cHRM", srgb_corners}}, 128},
              Row{{{"gAMA", gamma_1}, {"sRGB", {0}}}, 128}, Row{{{"gAMA", numbers({0})}}, 128},
              Row{{{"gAMA", gamma_1}}, gamma_2_2, true}, Row{{{"sRGB", {0}}}, gamma_2_2, true},
              Row{{{"cICP", {1, 5, 0, 1}}, {"gAMA", gamma_1}, {"sRGB", {0}}}, gamma_2_8, true},
              Row{{{"cICP", {1, 13, 0, 1}}, {"gAMA", gamma_1}}, 128, true},
              Row{{{"cICP", {1, 13, 0, 0}}}, 255 * (128.0 - 16) / 219},
              Row{{{"cICP", {2, 2, 0, 1}}, {"gAMA", gamma_1}}, light},
              Row{{{"cICP", {1, 8, 1, 1}}}, 128}}) {
            test::PngMake make{kind, false, {}};
            if (row.embedded) make.icc_profile = kind == PngKind::grey8 ? grey : embedded;
            auto png = test::make_png(rgb, make);
            std::string names;
            for (const auto& [type, content] : row.chunks) {
                add_chunk(png, type, content);
                names += type + " ";
            }
            EXPECT_NEAR(read(png).picture.pixels.ptr(4, 4)[0], row.wanted, 1.5)
                << names << static_cast<int>(kind);
        }
}

TEST(PhotoColours, WhereTheColoursOfAPngLieCounts) {
    const cv::Mat rgb(8, 8, CV_8UC3, cv::Scalar(200, 150, 100));
    auto by_number = test::make_png(rgb), by_corners = by_number;
    add_chunk(by_number, "cICP", {12, 13, 0, 1});
    add_chunk(by_corners, "gAMA", gamma_srgb);
    add_chunk(by_corners, "cHRM", p3_corners);
    for (const auto* bytes : {&by_number, &by_corners}) {
        const auto pixel = read(*bytes).picture.pixels.at<cv::Vec3b>(4, 4);
        EXPECT_NEAR(pixel[0], 209, 2);
        EXPECT_NEAR(pixel[1], 149, 2);
        EXPECT_NEAR(pixel[2], 93, 2);
    }
    EXPECT_EQ(read_photo_header(by_number, "made", {}).color, "Display P3");
}

TEST(PhotoColours, HdrOfAPngIsShownAsThatOfAvif) {
    // 203 cd/m2 is SDR white, as in ColourTest.
    const cv::Mat rgb(8, 8, CV_8UC3, cv::Scalar::all(148));
    auto png = test::make_png(rgb);
    add_chunk(png, "cICP", {9, 16, 0, 1});
    const auto white = read(png).picture.pixels.ptr(4, 4)[0];
    EXPECT_GT(white, 240);
    EXPECT_LT(white, 256);
    EXPECT_EQ(read_photo_header(png, "made", {}).color, "BT.2100 PQ");
}

/// Without Adobe's marker.
FileBytes without_adobe(FileBytes jpeg) {
    const std::string name = "Adobe";
    const auto at = std::search(jpeg.begin(), jpeg.end(), name.begin(), name.end());
    EXPECT_NE(at, jpeg.end());
    const auto marker = at - 4;
    const auto length = marker[2] * 256 + marker[3];
    jpeg.erase(marker, marker + 2 + length);
    return jpeg;
}

TEST(PhotoColours, CmykWithoutAWordAboutItIsTakenAsBrowsersDo) {
    const auto jpeg = test::make_jpeg(test::four_corners(96, 64), {test::JpegKind::cmyk_adobe});
    const auto pixels = read(without_adobe(jpeg)).picture.pixels;
    EXPECT_EQ(test::color_name(pixels, 10, 10), "red");
    EXPECT_EQ(test::color_name(pixels, 80, 50), "white");
}

TEST(PhotoColours, AProfileOfGreyCountsInJpeg) {
    const ToneCurve dark(cmsBuildGamma(nullptr, 2.8));
    const cv::Mat grey(16, 16, CV_8UC3, cv::Scalar::all(200));
    const auto jpeg = test::make_jpeg(
        grey, {test::JpegKind::grey, 0, 100, make_grey_profile(dark.get(), "dark")});
    EXPECT_NEAR(read(jpeg).picture.pixels.ptr(8, 8)[0], 255 * to_srgb(std::pow(200 / 255.0, 2.8)),
                2);
}

/// Inserts bytes before the marker that ends the picture.
FileBytes with_left_over(FileBytes jpeg, std::size_t count) {
    jpeg.insert(jpeg.end() - 2, count, std::uint8_t{0x55});
    return jpeg;
}

TEST(PhotoColours, BytesLeftOverInAJpegTellOfDamage) {
    const auto whole = test::make_jpeg(test::place_ramp(200, 100));
    for (const int side : {0, 20}) {
        ReadRequest request;
        request.at_least = {side, side};
        for (const std::size_t count : {0, 3, 8, 16, 17, 500}) {
            const auto bytes = with_left_over(whole, count);
            const auto photo =
                read_photo(bytes, "made", read_photo_header(bytes, "made", {}), request);
            EXPECT_EQ(test::has_note(photo.notes, "damaged_in_places"), count >= 16) << count;
        }
    }
}

TEST(PhotoColours, AHoleInAJpegIsReported) {
    auto bytes = test::make_jpeg(test::place_ramp(800, 600));
    // Like a bad sector: zeros.
    std::fill_n(bytes.begin() + static_cast<std::ptrdiff_t>(bytes.size() / 2), 512,
                std::uint8_t{0});
    const auto photo = read(bytes);
    EXPECT_TRUE(test::has_note(photo.notes, "damaged_in_places") ||
                test::has_note(photo.notes, "truncated"));
}

}  // namespace
