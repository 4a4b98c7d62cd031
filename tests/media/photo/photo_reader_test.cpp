// Reading photos that are each unusual in one way.
#include "photo/photo_reader.hpp"
#include "base/failure.hpp"
#include "picture/color/colour.hpp"
#include "picture/color/icc.hpp"
#include "support/made_photos.hpp"
#include "support/made_pictures.hpp"
#include "support/media_files.hpp"
#include "support/report_notes.hpp"

#include <gtest/gtest.h>

#include <opencv2/core.hpp>

namespace {

using namespace mediaedit;
using namespace mediaedit::internal;
using test::FileBytes;
using test::JpegKind;
using test::PngKind;

Photo read(const FileBytes& bytes, const ReadRequest& request = {}) {
    return read_photo(bytes, "made", read_photo_header(bytes, "made", request.limits), request);
}

ErrorCode refusal_of(auto&& body) {
    try {
        body();
    } catch (const Failure& failure) {
        EXPECT_FALSE(failure.error.message.empty());
        return failure.error.code;
    }
    ADD_FAILURE() << "nothing was refused";
    return ErrorCode::internal;
}

void expect_four_corners(const cv::Mat& pixels) {
    const int right = pixels.cols * 7 / 8, lower = pixels.rows * 7 / 8, left = pixels.cols / 8,
              upper = pixels.rows / 8;
    EXPECT_EQ(test::color_name(pixels, left, upper), "red");
    EXPECT_EQ(test::color_name(pixels, right, upper), "green");
    EXPECT_EQ(test::color_name(pixels, left, lower), "blue");
    EXPECT_EQ(test::color_name(pixels, right, lower), "white");
}

TEST(PhotoReader, EveryKindOfJpegShowsTheSame) {
    for (const auto kind :
         {JpegKind::baseline, JpegKind::progressive, JpegKind::cmyk_adobe, JpegKind::ycck_adobe}) {
        SCOPED_TRACE(static_cast<int>(kind));
        const auto photo = read(test::make_jpeg(test::four_corners(96, 64), {kind}));
        EXPECT_EQ(photo.full_size, (PixelSize{96, 64}));
        EXPECT_TRUE(photo.notes.empty());
        expect_four_corners(photo.picture.pixels);
    }
}

TEST(PhotoReader, GreyJpegIsThreeEqualChannels) {
    const auto photo = read(test::make_jpeg(test::four_corners(96, 64), {JpegKind::grey}));
    ASSERT_EQ(photo.picture.pixels.type(), CV_8UC3);
    const auto pixel = photo.picture.pixels.at<cv::Vec3b>(56, 12);
    EXPECT_EQ(pixel[0], pixel[2]);
    EXPECT_NEAR(pixel[0], 29, 4);  // the luma of blue
}

/// Stored so that orientation `number` gives the four corners.
cv::Mat stored_for(int number, cv::Size upright) {
    const auto seen = test::four_corners(upright.width, upright.height);
    const auto orientation = orientation_from_exif(number);
    // The inverse is the turn in the other direction; some orientations are their own inverse.
    const auto back = orientation == Orientation::right  ? Orientation::left
                      : orientation == Orientation::left ? Orientation::right
                                                         : orientation;
    return set_upright(seen, back);
}

TEST(PhotoReader, AllEightOrientationsComeUpright) {
    for (int number = 1; number <= 8; ++number)
        for (const int threads : {1, 3}) {
            SCOPED_TRACE(number);
            ReadRequest request;
            request.threads = threads;
            const auto bytes =
                test::make_jpeg(stored_for(number, {1000, 600}), {JpegKind::baseline, number});
            const auto photo = read(bytes, request);
            ASSERT_EQ(photo.picture.size(), (PixelSize{1000, 600}));
            EXPECT_EQ(photo.full_size, (PixelSize{1000, 600}));
            expect_four_corners(photo.picture.pixels);
            request.at_least = {400, 200};
            const auto small = read(bytes, request);
            EXPECT_EQ(small.picture.size(), (PixelSize{500, 300}));
            expect_four_corners(small.picture.pixels);
        }
}

TEST(PhotoReader, ScalesAreAtLeastWhatWasAskedFor) {
    const auto jpeg = test::make_jpeg(test::four_corners(801, 601)),
               png = test::make_png(test::four_corners(801, 601));
    for (const auto* bytes : {&jpeg, &png})
        for (const int side : {1, 50, 100, 101, 199, 201, 299, 301, 400, 401, 600}) {
            ReadRequest request;
            request.at_least = {side, side};
            const auto photo = read(*bytes, request);
            EXPECT_GE(photo.picture.size().width, side);
            EXPECT_GE(photo.picture.size().height, side);
            EXPECT_EQ(photo.full_size, (PixelSize{801, 601}));
            if (photo.picture.size().height > 8) expect_four_corners(photo.picture.pixels);
        }
}

TEST(PhotoReader, EveryKindOfPngShowsTheSame) {
    for (const auto kind : {PngKind::rgb8, PngKind::rgb16, PngKind::rgba8, PngKind::palette,
                            PngKind::palette_with_clear})
        for (const bool interlaced : {false, true}) {
            SCOPED_TRACE(static_cast<int>(kind));
            const auto photo =
                read(test::make_png(test::four_corners(64, 48), {kind, interlaced, {}}));
            EXPECT_TRUE(photo.notes.empty());
            expect_four_corners(photo.picture.pixels);
            const bool alpha = kind == PngKind::rgba8 || kind == PngKind::palette_with_clear;
            ASSERT_EQ(photo.picture.has_alpha(), alpha);
            if (!alpha) continue;
            EXPECT_EQ(photo.picture.pixels.at<cv::Vec4b>(2, 2)[3], 0);
            EXPECT_EQ(photo.picture.pixels.at<cv::Vec4b>(2, 60)[3], 255);
        }
}

TEST(PhotoReader, ClearPixelsDoNotTintTheirNeighboursWhenShrunk) {
    cv::Mat rgb(40, 42, CV_8UC3, cv::Scalar(200, 10, 10));
    rgb(cv::Rect(0, 0, 21, 40)).setTo(cv::Scalar(0, 0, 255));  // this half is transparent
    ReadRequest request;
    request.at_least = {21, 20};
    const auto photo = read(test::make_png(rgb, {PngKind::rgba8, false, {}}), request);
    ASSERT_EQ(photo.picture.size(), (PixelSize{21, 20}));
    const auto edge = photo.picture.pixels.at<cv::Vec4b>(10, 10);  // blue with half alpha, and red
    EXPECT_EQ(edge[3], 128);
    EXPECT_NEAR(edge[0], 200, 2);
    EXPECT_NEAR(edge[2], 10, 2);
}

TEST(PhotoReader, ProfilesAreApplied) {
    const cv::Mat plain(64, 64, CV_8UC3, cv::Scalar(200, 150, 100));
    const auto p3 = profile_from_cicp({12, 13});
    ToSrgb to_srgb(Samples::rgb8, p3);
    cv::Vec3b right;
    to_srgb.convert(plain.ptr(), right.val, 1);
    const auto jpeg = test::make_jpeg(plain, {JpegKind::baseline, 0, 100, p3});
    const auto png = test::make_png(plain, {PngKind::rgb8, false, p3}),
               wide = test::make_png(plain, {PngKind::rgb16, true, p3});
    for (const auto* bytes : {&jpeg, &png, &wide}) {
        EXPECT_EQ(read_photo_header(*bytes, "made", {}).color, "Display P3");
        const auto got = read(*bytes).picture.pixels.at<cv::Vec3b>(30, 30);
        for (int c = 0; c < 3; ++c) EXPECT_NEAR(got[c], right[c], 2);
    }
}

TEST(PhotoReader, ACutJpegGivesItsReadablePart) {
    for (const int threads : {1, 2}) {
        auto bytes = test::make_jpeg(test::place_ramp(800, 600));
        bytes.resize(bytes.size() / 2);
        ReadRequest request;
        request.threads = threads;
        const auto photo = read(bytes, request);
        EXPECT_TRUE(test::has_note(photo.notes, "truncated"));
        EXPECT_NEAR(photo.picture.pixels.at<cv::Vec3b>(4, 796)[0], 254, 6);  // unchanged
        EXPECT_EQ(test::color_name(photo.picture.pixels, 400, 590), "grey");
    }
}

TEST(PhotoReader, ACutPngGivesItsReadablePart) {
    for (const bool interlaced : {false, true}) {
        cv::Mat noisy(200, 200, CV_8UC3);
        cv::RNG(7).fill(noisy, cv::RNG::UNIFORM, 0, 255);
        noisy(cv::Rect(0, 0, 200, 20)).setTo(cv::Scalar(255, 0, 0));
        auto bytes = test::make_png(noisy, {PngKind::rgb8, interlaced, {}});
        bytes.resize(bytes.size() * 2 / 3);
        const auto photo = read(bytes);
        EXPECT_TRUE(test::has_note(photo.notes, "truncated"));
        EXPECT_EQ(test::color_name(photo.picture.pixels, 100, 5), "red");
    }
}

TEST(PhotoReader, CutAnywhereItIsReadOrRefused) {
    const auto jpeg = test::make_jpeg(test::place_ramp(60, 60), {JpegKind::progressive, 6}),
               png = test::make_png(test::place_ramp(40, 40), {PngKind::rgb8, true, {}});
    for (const auto* whole : {&jpeg, &png})
        for (std::size_t size = 0; size < whole->size(); size += 7) {
            const FileBytes bytes(whole->begin(),
                                  whole->begin() + static_cast<std::ptrdiff_t>(size));
            try {
                EXPECT_FALSE(read(bytes).picture.pixels.empty());
            } catch (const Failure& failure) {
                EXPECT_TRUE(failure.error.code == ErrorCode::damaged ||
                            failure.error.code == ErrorCode::unsupported)
                    << to_string(failure.error.code);
            }
        }
}

TEST(PhotoReader, AbsurdSizesAreRefusedBeforeMemoryIsTaken) {
    EXPECT_EQ(refusal_of([] { read(test::make_png_start(65536, 65536)); }), ErrorCode::too_large);
    EXPECT_EQ(refusal_of([] { read(test::make_png_start(60000, 60000)); }), ErrorCode::too_large);
    EXPECT_EQ(refusal_of([] { read(test::make_png_start(0, 10)); }), ErrorCode::damaged);
    FileBytes gif{'G', 'I', 'F', '8', '9',  'a',  0xFF, 0xFF, 0xFF, 0xFF, 0, 0, 0, 0x2C,
                  0,   0,   0,   0,   0xFF, 0xFF, 0xFF, 0xFF, 0,    2,    1, 0, 0};
    EXPECT_EQ(refusal_of([&] { read(gif); }), ErrorCode::too_large);
    auto tiff =
        FileBytes{'I',  'I',  '*',  0, 8, 0, 0, 0, 2, 0, 0, 1,    4,    0,    1,    0, 0, 0, 0xFF,
                  0xFF, 0xFF, 0x7F, 1, 1, 4, 0, 1, 0, 0, 0, 0xFF, 0xFF, 0xFF, 0x7F, 0, 0, 0, 0};
    EXPECT_EQ(refusal_of([&] { read(tiff); }), ErrorCode::too_large);
}

TEST(PhotoReader, LimitsHold) {
    const auto bytes = test::make_jpeg(test::four_corners(400, 300));
    for (const auto change :
         {+[](Limits& l) { l.max_pixels = 119'999; }, +[](Limits& l) { l.max_side_px = 399; },
          +[](Limits& l) { l.max_memory_bytes = 300'000; },
          +[](Limits& l) { l.max_photo_bytes = 100; }}) {
        ReadRequest request;
        change(request.limits);
        EXPECT_EQ(refusal_of([&] { read(bytes, request); }), ErrorCode::too_large);
    }
    ReadRequest scaled;  // too large at full size, but not at half
    scaled.limits.max_memory_bytes = 300'000;
    scaled.at_least = {200, 150};
    EXPECT_EQ(read(bytes, scaled).picture.size(), (PixelSize{200, 150}));
}

TEST(PhotoReader, StopsWhenAsked) {
    std::stop_source source;
    source.request_stop();
    ReadRequest request;
    request.stop = source.get_token();
    EXPECT_EQ(refusal_of([&] { read(test::make_jpeg(test::four_corners(64, 64)), request); }),
              ErrorCode::cancelled);
}

TEST(PhotoReader, WhatFollowsThePictureIsIgnored) {
    auto bytes = test::make_jpeg(test::four_corners(96, 64));
    const auto second = test::make_jpeg(test::place_ramp(20, 20));
    bytes.insert(bytes.end(), second.begin(), second.end());
    const auto photo = read(bytes);
    EXPECT_TRUE(photo.notes.empty());
    expect_four_corners(photo.picture.pixels);
}

TEST(PhotoReader, NothingAndNonsenseAreRefused) {
    EXPECT_EQ(refusal_of([] { read({}); }), ErrorCode::damaged);
    EXPECT_EQ(refusal_of([] { read({'h', 'e', 'l', 'l', 'o'}); }), ErrorCode::unsupported);
}

}  // namespace
