// Real videos: the first frame of each, rendered for a phone, is upright and has the right colours.
#include "support/media_files.hpp"
#include "video/analyze/describe.hpp"
#include "video/container/video_file.hpp"
#include "video/frame/frame_renderer.hpp"
#include "video/frame/yuv_picture.hpp"

#include "base/failure.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <vector>

namespace {

namespace fs = std::filesystem;
using namespace mediaedit;
using namespace mediaedit::internal;

struct Opened {
    MediaInfo info;
    Orientation orientation;
    Frame frame;
};

/// Empty if the video cannot be read.
std::optional<Opened> first_frame(const fs::path& path) {
    try {
        auto file = VideoFile::open(path, {}, {});
        const auto* codec = avcodec_find_decoder(file.picture().codecpar->codec_id);
        const auto context = quiet_codec_context(codec);
        context->thread_count = 1;
        if (avcodec_parameters_to_context(context.get(), file.picture().codecpar) < 0 ||
            avcodec_open2(context.get(), codec, nullptr) < 0)
            return {};
        const auto packet = new_packet();
        auto frame = new_frame();
        bool more = true;
        while (more) {
            more = file.read(*packet);
            if (more && packet->stream_index != file.picture().index) continue;
            avcodec_send_packet(context.get(), more ? packet.get() : nullptr);
            if (avcodec_receive_frame(context.get(), frame.get()) >= 0)
                return Opened{describe(file), file.orientation(), std::move(frame)};
        }
    } catch (const Failure&) {}
    return {};
}

Plan plan_of(const Recipe& recipe, const MediaInfo& info) {
    auto plan = make_plan(recipe, info);
    EXPECT_TRUE(plan) << plan.error().message;
    return *plan;
}

/// The whole stored frame converted to RGB by swscale: an independent way to the same colours.
cv::Scalar mean_as_stored(const AVFrame& frame) {
    constexpr int side = 64;
    const Scaler scaler(sws_getContext(
        frame.width, frame.height, static_cast<AVPixelFormat>(frame.format), side, side,
        AV_PIX_FMT_RGB24, SWS_AREA | SWS_ACCURATE_RND, nullptr, nullptr, nullptr));
    const bool is_hd =
        frame.colorspace == AVCOL_SPC_BT709 ||
        (frame.colorspace == AVCOL_SPC_UNSPECIFIED && (frame.width >= 1280 || frame.height >= 720));
    const int* matrix = sws_getCoefficients(is_hd ? SWS_CS_ITU709 : SWS_CS_ITU601);
    sws_setColorspaceDetails(scaler.get(), matrix, frame.color_range == AVCOL_RANGE_JPEG, matrix, 1,
                             0, 1 << 16, 1 << 16);
    cv::Mat rgb(side, side + 32, CV_8UC3);
    const std::array<std::uint8_t*, 1> to{rgb.data};
    const std::array<int, 1> step{static_cast<int>(rgb.step)};
    sws_scale(scaler.get(), frame.data, frame.linesize, 0, frame.height, to.data(), step.data());
    return cv::mean(rgb.colRange(0, side));
}

TEST(VideoFrames, EveryVideoOfTheCollectionGivesAFrame) {
    const auto folder = test::shared_media() / "videos";
    if (!fs::exists(folder)) GTEST_SKIP() << "no shared media";
    std::vector<fs::path> files;
    for (const auto& entry : fs::directory_iterator(folder)) files.push_back(entry.path());
    std::ranges::sort(files);
    int seen = 0;
    for (const auto& path : files) {
        const auto opened = first_frame(path);
        if (!opened) continue;
        ++seen;
        for (const auto fit : {Fit::cover, Fit::blur}) {
            Recipe recipe;
            recipe.canvas = Canvas{{270, 480}, fit};
            FrameRenderer renderer(plan_of(recipe, opened->info), {opened->orientation}, {}, 2);
            const auto made = renderer.render(*opened->frame, Time(0));
            EXPECT_EQ(made->width, 270) << path;
            EXPECT_EQ(made->height, 480) << path;
        }
        if (opened->info.hdr != Hdr::none) continue;
        FrameRenderer whole(plan_of({}, opened->info), {opened->orientation}, {}, 1);
        const auto mean = cv::mean(to_rgb(planes_of(*whole.render(*opened->frame, Time(0))))),
                   expected = mean_as_stored(*opened->frame);
        for (int i = 0; i < 3; ++i) EXPECT_NEAR(mean[i], expected[i], 5) << path << " " << i;
    }
    EXPECT_GT(seen, 50);
}

}  // namespace
