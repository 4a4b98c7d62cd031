// Frames of videos: what is seen where and when, told by colours; and that it is what a photo would
// show.
#include "video/frame/frame_renderer.hpp"

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
#include <vector>

namespace {

using namespace mediaedit;
using namespace mediaedit::internal;
using std::chrono_literals::operator""s;

std::string corners(const cv::Mat& picture) {
    const int left = picture.cols / 10, right = picture.cols - 1 - left, top = picture.rows / 10,
              bottom = picture.rows - 1 - top;
    return test::color_name(picture, left, top) + " " + test::color_name(picture, right, top) +
           " " + test::color_name(picture, left, bottom) + " " +
           test::color_name(picture, right, bottom);
}

Plan plan_for(const Recipe& recipe, PixelSize upright) {
    MediaInfo info;
    info.kind = MediaKind::video;
    info.size = upright;
    auto plan = make_plan(recipe, info);
    EXPECT_TRUE(plan) << plan.error().message;
    return *plan;
}

cv::Mat seen(const AVFrame& frame) { return to_rgb(planes_of(frame)); }

/// What the recipe makes of a frame that is stored as `orientation` says.
cv::Mat rendered(const Recipe& recipe, const AVFrame& frame,
                 Orientation orientation = Orientation::upright, PixelSize upright = {},
                 Time at = Time(0), int threads = 1) {
    if (upright == PixelSize{})
        upright = set_upright(PixelSize{frame.width, frame.height}, orientation);
    const auto plan = plan_for(recipe, upright);
    FrameRenderer bare(plan, {orientation}, {}, threads);
    std::vector<OverlayLayer> layers;
    if (!plan.overlays.empty())
        layers = OverlayArt(recipe.overlays, plan, {}).layers(seen(*bare.render(frame, at)));
    FrameRenderer renderer(plan, {orientation}, layers, threads);
    return seen(*renderer.render(frame, at));
}

/// What the same recipe makes of a photo.
cv::Mat as_photo(const Recipe& recipe, const cv::Mat& upright) {
    const auto plan = plan_for(recipe, {upright.cols, upright.rows});
    cv::Mat picture = render(render_turned(upright, plan), plan).pixels;
    OverlayArt(recipe.overlays, plan, {}).draw(picture);
    return picture;
}

double mean_difference(const cv::Mat& one, const cv::Mat& other) {
    EXPECT_EQ(one.size(), other.size());
    if (one.size() != other.size()) return 255;
    return cv::norm(one, other, cv::NORM_L1) / static_cast<double>(one.total() * 3);
}

/// Of one channel, anywhere.
double largest_difference(const cv::Mat& one, const cv::Mat& other) {
    return one.size() == other.size() ? cv::norm(one, other, cv::NORM_INF) : 255;
}

/// Soft shapes and colours, as a camera sees them.
cv::Mat soft_picture(int width, int height) {
    cv::Mat picture = test::place_ramp(width, height);
    cv::circle(picture, {width / 3, height / 2}, height / 5, cv::Scalar(210, 160, 130), -1);
    cv::rectangle(picture, {width / 2, height / 4, width / 5, height / 3}, cv::Scalar(60, 90, 50),
                  -1);
    cv::GaussianBlur(picture, picture, {}, 3);
    return picture;
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
        // What must be stored so that setting it upright gives the picture: found by trying all
        // eight.
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
            // The edge of the placed picture may lie a pixel apart.
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

TEST(FrameRenderer, LightAndColourAreThePhotos) {
    const auto picture = soft_picture(640, 360);
    const auto frame = test::frame_of(picture);
    for (const Adjust& wish : {Adjust{0.5, 0, 0, 0}, Adjust{-0.5, 0, 0, 0}, Adjust{0, 0.6, 0, 0},
                               Adjust{0, -0.6, 0, 0}, Adjust{0, 0, 0.7, 0}, Adjust{0, 0, -1, 0},
                               Adjust{0, 0, 0, 0.8}, Adjust{0.3, 0.2, 0.2, -0.5}}) {
        Recipe recipe;
        recipe.adjust = wish;
        const auto made = rendered(recipe, *frame), photo = as_photo(recipe, picture);
        EXPECT_LT(mean_difference(made, photo), 2)
            << wish.light << " " << wish.contrast << " " << wish.color << " " << wish.warmth;
        EXPECT_LT(largest_difference(made, photo), 24)
            << wish.light << " " << wish.contrast << " " << wish.color << " " << wish.warmth;
    }
}

TEST(FrameRenderer, GreysAreAdjustedAsThePhotos) {
    cv::Mat ramp(64, 512, CV_8UC3);
    for (int x = 0; x < ramp.cols; ++x) ramp.col(x).setTo(cv::Scalar::all(x / 2));
    Recipe recipe;
    recipe.adjust = {0.4, 0.3, -0.2, 0.6};
    EXPECT_LT(largest_difference(rendered(recipe, *test::frame_of(ramp)), as_photo(recipe, ramp)),
              6);
}

TEST(FrameRenderer, AnAutomaticFixIsMeasuredOnceAndTold) {
    // Greys of all depths, far too dark.
    cv::Mat dark(360, 640, CV_8UC3);
    for (int x = 0; x < dark.cols; ++x) dark.col(x).setTo(cv::Scalar::all(8 + x / 8));
    ASSERT_GT(measure_automatic(dark).light, 0.1);
    Recipe recipe;
    recipe.adjust.automatic = true;
    FrameRenderer renderer(plan_for(recipe, {640, 360}), {}, {}, 1);
    EXPECT_TRUE(renderer.adjust().automatic);
    const auto first = seen(*renderer.render(*test::frame_of(dark), Time(0)));
    const auto settled = renderer.adjust();
    EXPECT_FALSE(settled.automatic);
    EXPECT_NEAR(settled.light, measure_automatic(dark).light, 0.05);
    EXPECT_GT(cv::mean(first)[1], cv::mean(dark)[1] + 2);
    renderer.render(*test::frame_of(soft_picture(640, 360)), Time(0));
    EXPECT_EQ(renderer.adjust(), settled);
}

TEST(FrameRenderer, OverlaysLieWhereAPhotoHasThem) {
    const auto picture = soft_picture(640, 360);
    Recipe recipe;
    recipe.canvas = Canvas{{360, 640}, Fit::cover};
    TextOverlay title{"Gotong royong\nMinggu pagi"};
    title.size = 0.09;
    title.anchor = Anchor::bottom_left;
    QrOverlay code{"https://desa.example/gotong-royong"};
    code.anchor = Anchor::top_right;
    code.size = 0.3;
    recipe.overlays = {title, code};
    const auto made = rendered(recipe, *test::frame_of(picture)), photo = as_photo(recipe, picture);
    EXPECT_LT(mean_difference(made, photo), 2);
    // Brightness is as sharp as in a photo.
    cv::Mat grey_made, grey_photo;
    cv::cvtColor(made, grey_made, cv::COLOR_RGB2GRAY);
    cv::cvtColor(photo, grey_photo, cv::COLOR_RGB2GRAY);
    cv::Mat differs;
    cv::absdiff(grey_made, grey_photo, differs);
    EXPECT_LT(cv::countNonZero(differs > 24), static_cast<int>(differs.total()) / 200);
}

TEST(FrameRenderer, OverlaysOutsideAndAtOddPlaces) {
    const cv::Mat grey(100, 100, CV_8UC3, cv::Scalar(128, 128, 128));
    const auto frame = test::frame_of(grey);
    cv::Mat red(31, 31, CV_8UC4, cv::Scalar(255, 0, 0, 255));
    const std::vector<OverlayLayer> layers{{0, {red, -15, -15}, 1, {}},
                                           {1, {red, 41, 33}, 1, {}},
                                           {2, {red, 90, 90}, 0.5, {}},
                                           {3, {red, 300, 300}, 1, {}}};
    FrameRenderer renderer(plan_for({}, {100, 100}), {}, layers, 1);
    const auto made = seen(*renderer.render(*frame, Time(0)));
    EXPECT_EQ(test::color_name(made, 5, 5), "red");
    EXPECT_EQ(test::color_name(made, 20, 5), "grey");
    EXPECT_EQ(test::color_name(made, 44, 36), "red");
    EXPECT_EQ(test::color_name(made, 70, 62), "red");
    EXPECT_EQ(test::color_name(made, 38, 36), "grey");
    EXPECT_EQ(test::color_name(made, 75, 62), "grey");
    EXPECT_NEAR(made.at<cv::Vec3b>(96, 96)[0], 192, 6);
    EXPECT_NEAR(made.at<cv::Vec3b>(96, 96)[1], 64, 6);
}

TEST(FrameRenderer, OverlaysAndHiddenAreasComeAndGo) {
    const auto frame = test::frame_of(test::four_corners(320, 180));
    QrOverlay code{"halo"};
    code.anchor = Anchor::top_left;
    code.size = 0.4;
    code.when = TimeRange{1s, 2s};
    Recipe recipe;
    recipe.overlays = {code};
    recipe.hidden = {{{0.5, 0.5, 0.5, 0.5}, HideWith::solid, TimeRange{3s, {}}}};
    const auto at = [&](Time time) {
        const auto made = rendered(recipe, *frame, Orientation::upright, {}, time);
        return test::color_name(made, 14, 14) + " " + test::color_name(made, 260, 150);
    };
    EXPECT_EQ(at(Time(0)), "red white");
    EXPECT_EQ(at(Time(999999)), "red white");
    EXPECT_EQ(at(1s), "white white");
    EXPECT_EQ(at(Time(1999999)), "white white");
    EXPECT_EQ(at(2s), "red white");
    EXPECT_EQ(at(3s), "red grey");
    EXPECT_EQ(at(100s), "red grey");
}

TEST(FrameRenderer, HiddenAreasLieWhereAPhotoHasThem) {
    const auto picture = soft_picture(640, 360);
    for (const auto with : {HideWith::blur, HideWith::pixels, HideWith::solid}) {
        Recipe recipe;
        recipe.hidden = {{{0.3, 0.3, 0.3, 0.4}, with, {}}};
        recipe.turn = Turn::right;
        recipe.canvas = Canvas{{300, 400}, Fit::cover};
        EXPECT_LT(
            mean_difference(rendered(recipe, *test::frame_of(picture)), as_photo(recipe, picture)),
            4)
            << static_cast<int>(with);
    }
}

TEST(FrameRenderer, ACropLeavesNoMoreOfAHiddenArea) {
    // Fine stripes in a hidden area of which a narrow crop shows only a part.
    cv::Mat stripes(360, 640, CV_8UC3, cv::Scalar(255, 255, 255));
    for (int x = 0; x < 640; x += 40) stripes.colRange(x, x + 20).setTo(cv::Scalar(0, 0, 0));
    Recipe recipe;
    recipe.hidden = {{{0, 0, 1, 1}, HideWith::pixels, {}}};
    recipe.crop = Area{0.45, 0.4, 0.1, 0.2};
    const auto made = rendered(recipe, *test::frame_of(stripes));
    double least = 0, most = 0;
    cv::Mat grey;
    cv::cvtColor(made, grey, cv::COLOR_RGB2GRAY);
    cv::minMaxLoc(grey, &least, &most);
    EXPECT_LT(most - least, 60);
}

}  // namespace
