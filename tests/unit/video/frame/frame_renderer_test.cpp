// A rendered frame shows the same as a photo with the same recipe: orientation, size, formats.
#include "video/frame/frame_renderer.hpp"
#include "unit/video/frame/rendered_frames.hpp"

#include "picture/color/adjust.hpp"
#include "picture/draw/render.hpp"
#include "support/made_frames.hpp"
#include "support/made_pictures.hpp"
#include "video/frame/yuv_picture.hpp"

#include <gtest/gtest.h>

#include <opencv2/imgproc.hpp>

extern "C" {
#include <libavutil/pixdesc.h>
}

#include <string>

namespace {

using namespace mediaedit;
using namespace mediaedit::internal;
using namespace mediaedit::test;
using std::chrono_literals::operator""s;

std::string corners(const cv::Mat& picture) {
    const int left = picture.cols / 10, right = picture.cols - 1 - left, top = picture.rows / 10,
              bottom = picture.rows - 1 - top;
    return test::color_name(picture, left, top) + " " + test::color_name(picture, right, top) +
           " " + test::color_name(picture, left, bottom) + " " +
           test::color_name(picture, right, bottom);
}

TEST(FrameRenderer, AFrameIsTaggedAndKeepsItsTime) {
    auto frame = test::frame_of(test::four_corners(320, 180),
                                {AV_PIX_FMT_YUV420P, AVCOL_SPC_SMPTE170M, AVCOL_RANGE_JPEG});
    frame->pts = 4711;
    FrameRenderer renderer(plan_for({}, {320, 180}), {}, {}, 1);
    const auto made = renderer.render(*frame, Time(0));
    EXPECT_EQ(made->pts, 4711);
    EXPECT_EQ(made->format, AV_PIX_FMT_YUV420P);
    EXPECT_EQ(made->colorspace, AVCOL_SPC_BT709);
    EXPECT_EQ(made->color_primaries, AVCOL_PRI_BT709);
    EXPECT_EQ(made->color_trc, AVCOL_TRC_BT709);
    EXPECT_EQ(made->color_range, AVCOL_RANGE_MPEG);
    EXPECT_EQ(made->sample_aspect_ratio.num, made->sample_aspect_ratio.den);
    EXPECT_EQ(corners(seen(*made)), "red green blue white");
}

TEST(FrameRenderer, EachOrientationIsSetUpright) {
    const auto upright = test::four_corners(320, 180);
    for (int number = 1; number <= 8; ++number) {
        const auto orientation = orientation_from_exif(number);
        // The stored form from which the orientation gives the picture: found by trying all eight.
        for (int other = 1; other <= 8; ++other) {
            cv::Mat stored = set_upright(upright, orientation_from_exif(other)).clone();
            if (cv::Mat back = set_upright(stored, orientation);
                back.size() != upright.size() || cv::norm(back, upright, cv::NORM_INF) != 0)
                continue;
            const auto frame = test::frame_of(stored);
            EXPECT_EQ(corners(rendered({}, *frame, orientation)), "red green blue white") << number;
            for (const auto turn : {Turn::none, Turn::right, Turn::half, Turn::left})
                for (const bool mirror : {false, true}) {
                    Recipe recipe;
                    recipe.turn = turn;
                    recipe.mirror = mirror;
                    recipe.crop = Area{0.1, 0.2, 0.75, 0.7};
                    const auto made = rendered(recipe, *frame, orientation);
                    EXPECT_EQ(corners(made), corners(as_photo(recipe, upright)))
                        << number << " " << static_cast<int>(turn) << mirror;
                }
        }
    }
}

TEST(FrameRenderer, ShowsWhatAPhotoWouldShow) {
    const auto picture = soft_picture(640, 360);
    const auto frame = test::frame_of(picture);
    for (const auto fit : {Fit::cover, Fit::contain, Fit::blur, Fit::stretch})
        for (const PixelSize size : {PixelSize{180, 320}, {320, 320}, {720, 1280}}) {
            Recipe recipe;
            recipe.canvas = Canvas{size, fit, {20, 90, 160, 255}};
            recipe.crop = Area{0.05, 0.1, 0.83, 0.77};
            const auto made = rendered(recipe, *frame), photo = as_photo(recipe, picture);
            EXPECT_LT(mean_difference(made, photo), 2)
                << static_cast<int>(fit) << " " << size.width;
            // The edge of the placed picture may differ by a pixel.
            if (fit == Fit::cover || fit == Fit::stretch) {
                EXPECT_LT(largest_difference(made, photo), 24)
                    << static_cast<int>(fit) << " " << size.width;
            }
        }
}

TEST(FrameRenderer, APictureAreaAndPanelsAreThoseOfAPhoto) {
    const auto picture = soft_picture(640, 360);
    const auto frame = test::frame_of(picture);
    for (const auto fit : {Fit::cover, Fit::contain, Fit::blur}) {
        Recipe recipe;
        recipe.canvas = Canvas{.size = {360, 640},
                               .fit = fit,
                               .background = {20, 90, 160, 255},
                               .picture_area = Area{0, 0.25, 0.9, 0.5}};
        recipe.overlays = {PanelOverlay{.area = {0.1, 0.8, 0.8, 0.1},
                                        .color = {240, 200, 60, 255},
                                        .to = Color{200, 60, 60, 255},
                                        .radius = 0.1}};
        const auto made = rendered(recipe, *frame), photo = as_photo(recipe, picture);
        EXPECT_LT(mean_difference(made, photo), 2) << static_cast<int>(fit);
        EXPECT_LT(cv::norm(photo.at<cv::Vec3b>(20, 180), cv::Vec3b(20, 90, 160)), 1)
            << "the background, whatever the fit";
        EXPECT_LT(cv::norm(made.at<cv::Vec3b>(20, 180), cv::Vec3b(20, 90, 160)), 6);
        EXPECT_LT(cv::norm(made.at<cv::Vec3b>(300, 350), cv::Vec3b(20, 90, 160)), 6);
        EXPECT_LT(cv::norm(photo.at<cv::Vec3b>(513, 180), cv::Vec3b(240, 200, 60)), 8)
            << "the panel's upper edge";
        EXPECT_LT(cv::norm(photo.at<cv::Vec3b>(574, 180), cv::Vec3b(200, 60, 60)), 8)
            << "and its lower one";
        EXPECT_LT(cv::norm(photo.at<cv::Vec3b>(513, 37), cv::Vec3b(20, 90, 160)), 8)
            << "a round corner";
    }
}

TEST(FrameRenderer, StraightensAsAPhoto) {
    const auto picture = soft_picture(640, 360);
    for (const double degrees : {7.0, -20.0})
        for (const auto orientation : {Orientation::upright, Orientation::half}) {
            Recipe recipe;
            recipe.straighten_deg = degrees;
            recipe.turn = Turn::right;
            recipe.canvas = Canvas{{200, 300}, Fit::cover};
            const auto frame = test::frame_of(set_upright(picture, orientation));
            EXPECT_LT(
                mean_difference(rendered(recipe, *frame, orientation), as_photo(recipe, picture)),
                2)
                << degrees;
        }
}

TEST(FrameRenderer, PixelsThatAreNotSquareAreStretched) {
    cv::Mat stored;
    const auto picture = soft_picture(640, 360);
    cv::resize(picture, stored, {320, 360}, 0, 0, cv::INTER_AREA);
    Recipe recipe;
    recipe.canvas = Canvas{{180, 320}, Fit::cover};
    EXPECT_LT(
        mean_difference(rendered(recipe, *test::frame_of(stored), Orientation::upright, {640, 360}),
                        as_photo(recipe, picture)),
        2);
}

TEST(FrameRenderer, AnyFormatGivesTheSamePicture) {
    const auto picture = soft_picture(322, 182);
    Recipe recipe;
    recipe.canvas = Canvas{{160, 160}, Fit::cover};
    const auto expected = as_photo(recipe, picture);
    for (const auto format :
         {AV_PIX_FMT_YUV420P, AV_PIX_FMT_YUV422P, AV_PIX_FMT_YUV444P, AV_PIX_FMT_YUV440P,
          AV_PIX_FMT_YUV420P10, AV_PIX_FMT_YUV422P10, AV_PIX_FMT_YUV444P10, AV_PIX_FMT_YUV420P12,
          AV_PIX_FMT_YUV444P16, AV_PIX_FMT_NV12, AV_PIX_FMT_P010, AV_PIX_FMT_YUYV422,
          AV_PIX_FMT_UYVY422, AV_PIX_FMT_GBRP, AV_PIX_FMT_RGB24, AV_PIX_FMT_BGRA, AV_PIX_FMT_RGB48,
          AV_PIX_FMT_YUVA420P, AV_PIX_FMT_YUVA444P10})
        for (const auto matrix : {AVCOL_SPC_BT709, AVCOL_SPC_SMPTE170M})
            for (const auto range : {AVCOL_RANGE_MPEG, AVCOL_RANGE_JPEG}) {
                const auto made =
                    rendered(recipe, *test::frame_of(picture, {format, matrix, range}));
                EXPECT_LT(mean_difference(made, expected), 2.2)
                    << av_get_pix_fmt_name(format) << " " << matrix << " " << range;
            }
}

TEST(FrameRenderer, SmallUntaggedPicturesAreOfTheOldMatrix) {
    const cv::Mat red(180, 320, CV_8UC3, cv::Scalar(220, 30, 40)),
        large(720, 1280, CV_8UC3, cv::Scalar(220, 30, 40));
    const auto small_red = rendered(
        {},
        *test::frame_of(red, {AV_PIX_FMT_YUV420P, AVCOL_SPC_SMPTE170M, AVCOL_RANGE_MPEG, false}));
    const auto large_red = rendered(
        {}, *test::frame_of(large, {AV_PIX_FMT_YUV420P, AVCOL_SPC_BT709, AVCOL_RANGE_MPEG, false}));
    EXPECT_LT(largest_difference(small_red, red), 5);
    EXPECT_LT(largest_difference(large_red, large), 5);
}

TEST(FrameRenderer, GreyOnlyFramesHaveNoColour) {
    const auto made =
        rendered({}, *test::frame_of(cv::Mat(90, 160, CV_8UC3, cv::Scalar(200, 200, 200)),
                                     {AV_PIX_FMT_GRAY8, AVCOL_SPC_BT709, AVCOL_RANGE_JPEG}));
    EXPECT_LT(largest_difference(made, cv::Mat(made.size(), CV_8UC3, cv::Scalar(200, 200, 200))),
              4);
}

TEST(FrameRenderer, SeeThroughIsLaidOnBlack) {
    const auto frame =
        test::frame_of(cv::Mat(64, 64, CV_8UC3, cv::Scalar(250, 240, 230)), {AV_PIX_FMT_YUVA420P});
    cv::Mat(64, 64, CV_8U, frame->data[3], static_cast<std::size_t>(frame->linesize[3]))
        .colRange(0, 32)
        .setTo(cv::Scalar(0));
    const auto made = rendered({}, *frame);
    EXPECT_EQ(test::color_name(made, 10, 30), "black");
    EXPECT_EQ(test::color_name(made, 50, 30), "white");
}

TEST(FrameRenderer, OddAndTinyFramesLoseAPixelAtMost) {
    EXPECT_EQ(corners(rendered({}, *test::frame_of(test::four_corners(161, 121)))),
              "red green blue white");
    EXPECT_EQ(rendered({}, *test::frame_of(test::four_corners(161, 121))).size(),
              cv::Size(160, 120));
    for (const auto format : {AV_PIX_FMT_YUV420P, AV_PIX_FMT_YUV444P, AV_PIX_FMT_NV12}) {
        const auto made =
            rendered({}, *test::frame_of(cv::Mat(1, 1, CV_8UC3, cv::Scalar(0, 0, 255)), {format}));
        EXPECT_EQ(made.size(), cv::Size(2, 2));
        EXPECT_EQ(test::color_name(made, 1, 1), "blue");
    }
}

TEST(FrameRenderer, FramesMayChangeTheirShapeOnTheWay) {
    const auto plan = plan_for({}, {320, 180});
    FrameRenderer renderer(plan, {}, {}, 2);
    for (const auto& [width, height, format] : {std::tuple{320, 180, AV_PIX_FMT_YUV420P},
                                                {640, 360, AV_PIX_FMT_YUV422P10},
                                                {160, 90, AV_PIX_FMT_NV12},
                                                {320, 180, AV_PIX_FMT_YUV420P}}) {
        const auto made =
            renderer.render(*test::frame_of(test::four_corners(width, height), {format}), Time(0));
        EXPECT_EQ(made->width, 320);
        EXPECT_EQ(corners(seen(*made)), "red green blue white") << width;
    }
}

TEST(FrameRenderer, ThreadsChangeNothing) {
    const auto frame =
        test::frame_of(soft_picture(640, 360), {AV_PIX_FMT_YUV420P, AVCOL_SPC_SMPTE170M});
    Recipe recipe;
    recipe.canvas = Canvas{{360, 640}, Fit::blur};
    recipe.adjust = {0.2, 0.3, 0.1, 0.2};
    EXPECT_EQ(
        largest_difference(rendered(recipe, *frame, Orientation::right, {360, 640}, Time(0), 1),
                           rendered(recipe, *frame, Orientation::right, {360, 640}, Time(0), 3)),
        0);
}

}  // namespace
