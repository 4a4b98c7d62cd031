// HDR to SDR: grey stays grey, brightness keeps its order, white is white, hues stay.
#include "video/frame/tone_map.hpp"

#include "support/made_frames.hpp"
#include "support/made_pictures.hpp"
#include "video/frame/colour_cube.hpp"
#include "video/frame/frame_renderer.hpp"
#include "video/frame/yuv_codes.hpp"
#include "video/frame/yuv_picture.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

namespace {

using namespace mediaedit;
using namespace mediaedit::internal;

constexpr double pq_203_nits = 0.5807;

TEST(ToneMap, DiffuseWhiteIsNearlyWhite) {
    for (const auto& [transfer, code] :
         {std::pair{AVCOL_TRC_ARIB_STD_B67, 0.75}, {AVCOL_TRC_SMPTE2084, pq_203_nits}}) {
        const auto white = ToneMap(transfer, AVCOL_PRI_BT2020, 1000)({code, code, code});
        EXPECT_GT(white.green, 0.75);
        EXPECT_LT(white.green, 0.9);
    }
}

TEST(ToneMap, GreysStayGreyAndRise) {
    for (const auto transfer : {AVCOL_TRC_ARIB_STD_B67, AVCOL_TRC_SMPTE2084})
        for (const double peak : {400.0, 1000.0, 4000.0}) {
            const ToneMap map(transfer, AVCOL_PRI_BT2020, peak);
            double before = 0;
            for (int i = 0; i <= 200; ++i) {
                const auto shown = map({i / 200.0, i / 200.0, i / 200.0});
                EXPECT_NEAR(shown.red, shown.green, 2e-3);
                EXPECT_NEAR(shown.blue, shown.green, 2e-3);
                EXPECT_GE(shown.green, before - 1e-9);
                before = shown.green;
            }
            EXPECT_NEAR(before, 1, 0.01);
            EXPECT_NEAR(map({0, 0, 0}).green, 0, 1e-3);
        }
}

TEST(ToneMap, ColoursKeepTheirNames) {
    // HLG signals of saturated, bright colours, whose hue clipping would change.
    const ToneMap map(AVCOL_TRC_ARIB_STD_B67, AVCOL_PRI_BT2020, 1000);
    const auto named = [&](double red, double green, double blue) {
        const auto shown = map({red, green, blue});
        return test::color_name(
            cv::Mat(1, 1, CV_8UC3,
                    cv::Scalar(255 * shown.red, 255 * shown.green, 255 * shown.blue)),
            0, 0);
    };
    EXPECT_EQ(named(0.8, 0.2, 0.2), "red");
    EXPECT_EQ(named(0.45, 0.8, 0.3), "green");
    EXPECT_EQ(named(0.2, 0.2, 0.8), "blue");
    EXPECT_EQ(named(0.85, 0.8, 0.3), "yellow");
    EXPECT_EQ(named(0.95, 0.95, 0.95), "white");
    EXPECT_EQ(named(0.05, 0.05, 0.05), "black");
}

TEST(ToneMap, EverythingStaysInRange) {
    for (const auto primaries : {AVCOL_PRI_BT2020, AVCOL_PRI_SMPTE432})
        for (const auto transfer : {AVCOL_TRC_ARIB_STD_B67, AVCOL_TRC_SMPTE2084, AVCOL_TRC_BT709}) {
            const ToneMap map(transfer, primaries, 1000);
            for (double red = -0.2; red <= 1.2; red += 0.2)
                for (double green = -0.2; green <= 1.2; green += 0.2)
                    for (double blue = -0.2; blue <= 1.2; blue += 0.2) {
                        const auto shown = map({red, green, blue});
                        for (const double value : {shown.red, shown.green, shown.blue}) {
                            EXPECT_GE(value, 0);
                            EXPECT_LE(value, 1);
                        }
                    }
        }
}

TEST(ToneMap, WideColoursWithoutHdrKeepTheirGreys) {
    const ToneMap map(AVCOL_TRC_BT709, AVCOL_PRI_SMPTE432, 1000);
    for (const double grey : {0.1, 0.5, 0.9}) EXPECT_NEAR(map({grey, grey, grey}).red, grey, 2e-3);
    // The P3 values of a BT.709 colour are less saturated.
    const auto red = map({0.6, 0.3, 0.3});
    EXPECT_GT(red.red, 0.6);
    EXPECT_LT(red.green, 0.3);
}

TEST(ColourCube, IsTheToneMapBetweenItsEntries) {
    for (const auto transfer : {AVCOL_TRC_ARIB_STD_B67, AVCOL_TRC_SMPTE2084}) {
        const FrameColour colour{AVCOL_SPC_BT2020_NCL, transfer, AVCOL_PRI_BT2020,
                                 AVCOL_RANGE_MPEG};
        const ColourCube cube(colour, 1000, {});
        const ToneMap map(transfer, AVCOL_PRI_BT2020, 1000);
        const auto from = make_yuv({64, 2}, CV_16U), to = make_yuv({64, 2}, CV_8U);
        for (const double tint : {0.0, 0.05, 0.15}) {
            // Skin and sky: soft colours at all brightness levels.
            std::vector<RgbSignal> signals;
            for (int x = 0; x < 32; ++x) {
                const double level = 0.05 + x * 0.025;
                signals.push_back({level, level * (1 - tint), level * (1 - 2 * tint)});
                const auto& s = signals.back();
                const double light = 0.2627 * s.red + 0.678 * s.green + 0.0593 * s.blue;
                cv::Mat y = from.y, u = from.u, v = from.v;
                y.colRange(2 * x, 2 * x + 2).setTo(cv::Scalar(std::round(64 + 876 * light)));
                u.col(x).setTo(cv::Scalar(std::round(512 + 896 * (s.blue - light) / 1.8814)));
                v.col(x).setTo(cv::Scalar(std::round(512 + 896 * (s.red - light) / 1.4746)));
            }
            cube.apply(from, to, 1);
            for (int x = 0; x < 32; ++x) {
                const auto shown = map(signals[static_cast<std::size_t>(x)]);
                const auto expected =
                    YuvCodes().of({shown.red * 255, shown.green * 255, shown.blue * 255});
                EXPECT_NEAR(to.y.at<unsigned char>(1, 2 * x), expected.y, 3) << x << " " << tint;
                // Where one channel reaches white the curve bends between two entries.
                EXPECT_NEAR(to.u.at<unsigned char>(0, x), expected.u, 4) << x << " " << tint;
                EXPECT_NEAR(to.v.at<unsigned char>(0, x), expected.v, 4) << x << " " << tint;
            }
        }
    }
}

TEST(FrameRendererHdr, AGreyRampStaysGreyAndRises) {
    MediaInfo info;
    info.size = {1024, 16};
    const auto plan = make_plan({}, info);
    ASSERT_TRUE(plan);
    for (const auto transfer : {AVCOL_TRC_ARIB_STD_B67, AVCOL_TRC_SMPTE2084})
        for (const auto format : {AV_PIX_FMT_YUV420P10, AV_PIX_FMT_YUV422P10}) {
            auto frame = test::plain_frame(1024, 16, format, 64, 512, 512);
            for (int x = 0; x < 1024; ++x)
                cv::Mat(16, 1024, CV_16U, frame->data[0],
                        static_cast<std::size_t>(frame->linesize[0]))
                    .col(x)
                    .setTo(cv::Scalar(std::clamp(x, 64, 940)));
            frame->color_trc = transfer;
            frame->color_primaries = AVCOL_PRI_BT2020;
            frame->colorspace = AVCOL_SPC_BT2020_NCL;
            FrameRenderer renderer(*plan, {}, {}, 1);
            const auto made = renderer.render(*frame, Time(0));
            const auto planes = planes_of(*made);
            for (int x = 1; x < 1024; ++x)
                EXPECT_GE(planes.y.at<unsigned char>(8, x), planes.y.at<unsigned char>(8, x - 1));
            EXPECT_EQ(planes.y.at<unsigned char>(8, 0), 16);
            EXPECT_NEAR(planes.y.at<unsigned char>(8, 1023), 235, 1);
            EXPECT_EQ(
                cv::norm(planes.u, cv::Mat(planes.u.size(), CV_8U, cv::Scalar(128)), cv::NORM_INF),
                0);
            EXPECT_EQ(
                cv::norm(planes.v, cv::Mat(planes.v.size(), CV_8U, cv::Scalar(128)), cv::NORM_INF),
                0);
        }
}

}  // namespace
