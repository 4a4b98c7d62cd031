// Written files have the right pixels and size, and no private data.
#include "photo/photo_writer.hpp"
#include "base/failure.hpp"
#include "photo/jpeg/plain_jpeg.hpp"
#include "photo/photo_reader.hpp"
#include "support/made_pictures.hpp"

#include <gtest/gtest.h>

#include <opencv2/core.hpp>

namespace {

using namespace mediaedit;
using namespace mediaedit::internal;

Photo read_back(const std::vector<std::uint8_t>& bytes) {
    const auto header = read_photo_header(bytes, "result", {});
    return read_photo(bytes, "result", header, {});
}

class EachFormat : public testing::TestWithParam<WriteFormat> {};
INSTANTIATE_TEST_SUITE_P(All, EachFormat,
                         testing::Values(WriteFormat::jpeg, WriteFormat::png, WriteFormat::webp,
                                         WriteFormat::avif));

TEST_P(EachFormat, KeepsThePictureAndSaysSrgb) {
    const auto picture = test::four_corners(320, 240);
    const auto encoded = encode_photo(
        {picture}, {.format = GetParam(), .quality = Quality::best, .max_bytes = {}, .stop = {}});
    const auto header = read_photo_header(encoded.bytes, "result", {});
    EXPECT_EQ(header.stored, (PixelSize{320, 240}));
    EXPECT_EQ(header.color, "srgb");
    EXPECT_FALSE(header.metadata.has_location || header.metadata.has_owner_data ||
                 header.metadata.taken_at);
    const auto back = read_back(encoded.bytes).picture.pixels;
    EXPECT_EQ(test::color_name(back, 40, 40), "red");
    EXPECT_EQ(test::color_name(back, 280, 40), "green");
    EXPECT_EQ(test::color_name(back, 40, 200), "blue");
    EXPECT_EQ(test::color_name(back, 280, 200), "white");
    EXPECT_LT(
        cv::norm(back(cv::Rect(20, 20, 100, 60)), picture(cv::Rect(20, 20, 100, 60)), cv::NORM_INF),
        12);
}

TEST_P(EachFormat, KeepsTransparencyWhereItCan) {
    cv::Mat picture(64, 64, CV_8UC4, cv::Scalar(200, 0, 0, 255));
    picture(cv::Rect(0, 0, 32, 64)).setTo(cv::Scalar(0, 0, 0, 0));
    const auto back =
        read_back(encode_photo(
                      {picture},
                      {.format = GetParam(), .quality = Quality::best, .max_bytes = {}, .stop = {}})
                      .bytes)
            .picture;
    EXPECT_EQ(back.has_alpha(), GetParam() != WriteFormat::jpeg);
    if (back.has_alpha()) {
        EXPECT_LT(back.pixels.at<cv::Vec4b>(32, 10)[3], 10);
        EXPECT_GT(back.pixels.at<cv::Vec4b>(32, 50)[3], 245);
    } else {
        EXPECT_EQ(test::color_name(back.pixels, 10, 32), "white");
    }
}

cv::Mat noise(int width, int height) {
    cv::Mat picture(height, width, CV_8UC3);
    cv::RNG random(7);
    random.fill(picture, cv::RNG::UNIFORM, 0, 256);
    return picture;
}

TEST(EncodePhoto, StepsDownUntilTheFileIsSmallEnough) {
    const Picture picture{noise(400, 300)};
    const auto free = encode_photo(picture, {});
    EXPECT_TRUE(free.notes.empty());
    const auto limit = free.bytes.size() / 3;
    const auto small = encode_photo(
        picture,
        {.format = WriteFormat::jpeg, .quality = Quality::best, .max_bytes = limit, .stop = {}});
    EXPECT_LE(small.bytes.size(), limit);
    ASSERT_EQ(small.notes.size(), 1u);
    EXPECT_EQ(small.notes[0].code, "quality_lowered");
}

TEST(EncodePhoto, SaysWhenNoQualityIsSmallEnough) {
    try {
        encode_photo(
            {noise(400, 300)},
            {.format = WriteFormat::jpeg, .quality = Quality::best, .max_bytes = 500, .stop = {}});
        FAIL() << "500 bytes cannot hold that";
    } catch (const Failure& failure) { EXPECT_EQ(failure.error.code, ErrorCode::bad_argument); }
}

TEST(EncodePhoto, StopsWhenAsked) {
    std::stop_source source;
    source.request_stop();
    for (const auto format : {WriteFormat::jpeg, WriteFormat::png, WriteFormat::webp}) {
        try {
            encode_photo({noise(400, 300)}, {.format = format,
                                             .quality = Quality::best,
                                             .max_bytes = {},
                                             .stop = source.get_token()});
            FAIL();
        } catch (const Failure& failure) { EXPECT_EQ(failure.error.code, ErrorCode::cancelled); }
    }
}

TEST(PlainJpeg, OursIsPlainAndAnythingAfterItIsNot) {
    auto bytes = encode_photo({test::four_corners(64, 48)}, {}).bytes;
    EXPECT_TRUE(is_plain_jpeg(bytes));
    auto with_tail = bytes;
    with_tail.insert(with_tail.end(), {'M', 'P', '4'});
    EXPECT_FALSE(is_plain_jpeg(with_tail));
    auto with_exif = bytes;
    const std::vector<std::uint8_t> exif{0xFF, 0xE1, 0, 8, 'E', 'x', 'i', 'f', 0, 0};
    with_exif.insert(with_exif.begin() + 2, exif.begin(), exif.end());
    EXPECT_FALSE(is_plain_jpeg(with_exif));
    bytes.resize(bytes.size() - 1);
    EXPECT_FALSE(is_plain_jpeg(bytes));
}

TEST(WriteFormat, FollowsTheEndingInAnyCase) {
    EXPECT_EQ(write_format_of("a/B.JPG"), WriteFormat::jpeg);
    EXPECT_EQ(write_format_of("b.jpeg"), WriteFormat::jpeg);
    EXPECT_EQ(write_format_of("b.Webp"), WriteFormat::webp);
    EXPECT_EQ(write_format_of("b.tiff"), std::nullopt);
    EXPECT_EQ(write_format_of("b"), std::nullopt);
}

}  // namespace
