// The expected result for every photo of the collection.
#include "base/failure.hpp"
#include "photo/photo_reader.hpp"
#include "support/made_pictures.hpp"
#include "support/media_files.hpp"

#include <gtest/gtest.h>

#include <opencv2/core.hpp>

#include <algorithm>
#include <map>
#include <sstream>

namespace {

using namespace mediaedit;
using namespace mediaedit::internal;
namespace fs = std::filesystem;

struct Expectation {
    std::string result, format, width, height, orientation, bit_depth, alpha, animated, color,
        notes;
};

std::map<std::string, Expectation> read_expectations() {
    std::map<std::string, Expectation> all;
    std::ifstream in(fs::path(MEDIAEDIT_SOURCE_FOLDER) /
                     "tests/data/expected/shared_photos_expectations.tsv");
    std::string line;
    std::getline(in, line);
    while (std::getline(in, line)) {
        std::istringstream columns(line);
        std::string file;
        Expectation e;
        for (auto* column : {&file, &e.result, &e.format, &e.width, &e.height, &e.orientation,
                             &e.bit_depth, &e.alpha, &e.animated, &e.color, &e.notes})
            std::getline(columns, *column, '\t');
        all[file] = e;
    }
    return all;
}

/// The result, in the table's words.
Expectation what_came(const fs::path& file) {
    Expectation came{"ok", "-", "-", "-", "-", "-", "-", "-", "-", "-"};
    const auto bytes = test::bytes_of(file);
    const auto name = file.filename().string();
    try {
        ReadRequest request;
        request.at_least = {300, 300};
        request.threads = 2;
        const auto header = read_photo_header(bytes, name, request.limits);
        const auto photo = read_photo(bytes, name, header, request);
        const auto full = header.upright(), size = photo.picture.size();
        EXPECT_EQ(photo.full_size, full);
        EXPECT_GE(size.width, std::min(300, full.width));
        EXPECT_GE(size.height, std::min(300, full.height));
        EXPECT_NEAR(static_cast<double>(size.width) * full.height,
                    static_cast<double>(size.height) * full.width,
                    8.0 * std::max(full.width, full.height));
        came.format = to_string(header.format);
        came.width = std::to_string(full.width);
        came.height = std::to_string(full.height);
        came.orientation = std::to_string(static_cast<int>(header.orientation));
        came.bit_depth = std::to_string(header.bit_depth);
        came.alpha = header.has_alpha ? "alpha" : "-";
        came.animated = header.animated ? "animated" : "-";
        came.color = header.color;
        std::string notes;
        for (const auto& note : photo.notes) notes += (notes.empty() ? "" : ",") + note.code;
        if (!notes.empty()) came.notes = notes;
    } catch (const Failure& failure) {
        came.result = to_string(failure.error.code);
        EXPECT_NE(failure.error.message.find(name), std::string::npos) << failure.error.message;
    }
    return came;
}

/// Returns how many were checked.
int check_folder(const fs::path& folder) {
    const auto expectations = read_expectations();
    int count = 0;
    for (const auto& entry : fs::directory_iterator(folder)) {
        const auto name = entry.path().filename().string();
        SCOPED_TRACE(name);
        const auto found = expectations.find(name);
        if (found == expectations.end()) {
            ADD_FAILURE() << "nothing is written down for it";
            continue;
        }
        const auto& wanted = found->second;
        const auto came = what_came(entry.path());
        EXPECT_EQ(came.result, wanted.result);
        EXPECT_EQ(came.format, wanted.format);
        EXPECT_EQ(came.width + "x" + came.height, wanted.width + "x" + wanted.height);
        EXPECT_EQ(came.orientation, wanted.orientation);
        EXPECT_EQ(came.bit_depth, wanted.bit_depth);
        EXPECT_EQ(came.alpha, wanted.alpha);
        EXPECT_EQ(came.animated, wanted.animated);
        EXPECT_EQ(came.color, wanted.color);
        EXPECT_EQ(came.notes, wanted.notes);
        ++count;
    }
    return count;
}

cv::Mat read_pixels(const fs::path& file, PixelSize at_least = {}) {
    const auto bytes = test::bytes_of(file);
    ReadRequest request;
    request.at_least = at_least;
    return read_photo(bytes, file.filename().string(), read_photo_header(bytes, "photo", {}),
                      request)
        .picture.pixels;
}

TEST(PhotoExpectations, HoldForTheFilesThatShipWithTheTests) {
    EXPECT_GE(check_folder(test::data_folder() / "photos"), 25);
}

TEST(PhotoExpectations, HoldForTheWholeCollection) {
    const auto folder = test::shared_media() / "photos";
    if (!fs::exists(folder)) GTEST_SKIP() << "the collection is not here";
    EXPECT_GE(check_folder(folder), 100);
}

TEST(PhotoExpectations, TheLetterFIsUprightEightTimes) {
    for (int number = 1; number <= 8; ++number) {
        SCOPED_TRACE(number);
        const auto pixels =
            read_pixels(test::data_folder() / "photos" /
                        ("orient-letter-f-" + std::to_string(number) + "-tiny-grey.jpg"));
        // Black stem on the left, bar at the top, white to the lower right.
        EXPECT_EQ(test::color_name(pixels, 6, 70), "black");
        EXPECT_EQ(test::color_name(pixels, 42, 6), "black");
        EXPECT_EQ(test::color_name(pixels, 42, 70), "white");
        EXPECT_EQ(test::color_name(pixels, 25, 32), "black");
        EXPECT_EQ(test::color_name(pixels, 42, 32), "white");
    }
}

TEST(PhotoExpectations, TheEightLandscapesAreOnePicture) {
    const auto folder = test::shared_media() / "photos";
    if (!fs::exists(folder)) GTEST_SKIP() << "the collection is not here";
    const auto first = read_pixels(folder / "orient-landscape-1.jpg", {400, 200});
    for (int number = 2; number <= 8; ++number) {
        const auto other = read_pixels(
            folder / ("orient-landscape-" + std::to_string(number) + ".jpg"), {400, 200});
        ASSERT_EQ(other.size(), first.size());
        EXPECT_LT(cv::norm(first, other, cv::NORM_L1) / static_cast<double>(first.total() * 3), 4)
            << number;
    }
}

TEST(PhotoExpectations, InkIsNotUpsideDown) {
    // The collection's RGB picture: brown top left, nearly black below, blue writing in the middle.
    const auto pixels = read_pixels(test::data_folder() / "photos/cmyk-ycck-adobe.jpg");
    const auto upper = pixels.at<cv::Vec3b>(20, 20), lower = pixels.at<cv::Vec3b>(780, 560);
    EXPECT_GT(upper[0], upper[2] + 50);
    EXPECT_LT(lower[0] + lower[1] + lower[2], 80);
}

TEST(PhotoExpectations, AWideGreenBecomesTheStrongestOfSrgb) {
    const auto pixel =
        read_pixels(test::data_folder() / "photos/p3-wide-gamut-16bit.png").at<cv::Vec3b>(50, 50);
    EXPECT_EQ(pixel, cv::Vec3b(0, 255, 0));
}

TEST(PhotoExpectations, OnlyTheTopOfACutPhotoIsThere) {
    const auto pixels = read_pixels(test::data_folder() / "photos/truncated.jpg");
    EXPECT_EQ(pixels.at<cv::Vec3b>(2200, 1300), cv::Vec3b(128, 128, 128));
    cv::Scalar mean, deviation;
    cv::meanStdDev(pixels.rowRange(0, 16), mean, deviation);
    EXPECT_GT(deviation[0], 10);
}

}  // namespace
