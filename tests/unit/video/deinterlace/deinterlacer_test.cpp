// Deinterlacing removes combing and nothing else.
#include "video/deinterlace/deinterlacer.hpp"

#include "support/made_frames.hpp"
#include "support/made_pictures.hpp"

#include <gtest/gtest.h>

#include <cstdint>
#include <cstdlib>
#include <vector>

namespace {

using namespace mediaedit;
using namespace mediaedit::internal;

constexpr AVRational ticks{1, 90000};
constexpr int step = 3600;

void mark_interlaced(AVFrame& frame) {
#if LIBAVUTIL_VERSION_INT >= AV_VERSION_INT(58, 7, 100)
    frame.flags |= AV_FRAME_FLAG_INTERLACED | AV_FRAME_FLAG_TOP_FIELD_FIRST;
#else
    frame.interlaced_frame = 1;
    frame.top_field_first = 1;
#endif
}

/// A bright bar that also moves between the two fields.
Frame bar_frame(int number, int width = 160, int height = 96,
                AVPixelFormat format = AV_PIX_FMT_YUV420P) {
    auto frame = test::plain_frame(width, height, format, 30, 128, 128);
    for (int y = 0; y < height; ++y) {
        const int left = 10 + number * 8 + (y % 2) * 4;
        std::fill_n(frame->data[0] + static_cast<std::ptrdiff_t>(y) * frame->linesize[0] + left, 20,
                    static_cast<std::uint8_t>(220));
    }
    frame->pts = 1000 + static_cast<std::int64_t>(number) * step;
    return frame;
}

/// Combing: how much lines differ from both neighbours with the same sign.
long combs(const AVFrame& frame) {
    long sum = 0;
    for (int y = 1; y + 1 < frame.height; ++y)
        for (int x = 0; x < frame.width; ++x) {
            const auto* at = frame.data[0] + static_cast<std::ptrdiff_t>(y) * frame.linesize[0] + x;
            const int above = *at - at[-frame.linesize[0]], below = *at - at[frame.linesize[0]];
            if (std::abs(above) > 40 && std::abs(below) > 40 && (above > 0) == (below > 0)) ++sum;
        }
    return sum;
}

std::vector<Frame> all_of(Deinterlacer& deinterlacer, const std::vector<Frame>& frames) {
    std::vector<Frame> out;
    const auto take = [&] {
        while (auto frame = deinterlacer.take()) out.push_back(std::move(frame));
    };
    for (const auto& frame : frames) {
        deinterlacer.put(*frame);
        take();
    }
    deinterlacer.end();
    take();
    return out;
}

TEST(Deinterlacer, TakesTheCombsAwayAndKeepsTimes) {
    std::vector<Frame> frames;
    for (int i = 0; i < 8; ++i) {
        frames.push_back(bar_frame(i));
        mark_interlaced(*frames.back());
    }
    ASSERT_GT(combs(*frames[3]), 500);
    const auto deinterlacer = new_deinterlacer(ticks, 2);
    const auto out = all_of(*deinterlacer, frames);
    ASSERT_EQ(out.size(), frames.size());
    for (std::size_t i = 0; i < out.size(); ++i) {
        EXPECT_EQ(out[i]->pts, frames[i]->pts);
        EXPECT_EQ(out[i]->width, 160);
        EXPECT_EQ(out[i]->format, AV_PIX_FMT_YUV420P);
        EXPECT_LT(combs(*out[i]), combs(*frames[i]) / 10) << i;
    }
}

TEST(Deinterlacer, LeavesWholeFramesAlone) {
    std::vector<Frame> frames;
    for (int i = 0; i < 5; ++i) frames.push_back(bar_frame(i));
    const auto deinterlacer = new_deinterlacer(ticks, 1);
    const auto out = all_of(*deinterlacer, frames);
    ASSERT_EQ(out.size(), frames.size());
    for (std::size_t i = 0; i < out.size(); ++i) EXPECT_EQ(combs(*out[i]), combs(*frames[i]));
}

TEST(Deinterlacer, ShapesMayChangeOnTheWayAndNoFrameIsLost) {
    std::vector<Frame> frames;
    for (int i = 0; i < 3; ++i) frames.push_back(bar_frame(i));
    for (int i = 3; i < 6; ++i) frames.push_back(bar_frame(i, 192, 64));
    for (int i = 6; i < 8; ++i)
        frames.push_back(test::plain_frame(8, 8, AV_PIX_FMT_YUV420P, 100, 128, 128));
    for (int i = 8; i < 10; ++i) frames.push_back(bar_frame(i, 192, 64, AV_PIX_FMT_YUV422P));
    frames.push_back(bar_frame(1));
    for (std::size_t i = 0; i < frames.size(); ++i) {
        frames[i]->pts = static_cast<std::int64_t>(i) * step;
        mark_interlaced(*frames[i]);
    }
    const auto deinterlacer = new_deinterlacer(ticks, 1);
    const auto out = all_of(*deinterlacer, frames);
    ASSERT_EQ(out.size(), frames.size());
    for (std::size_t i = 0; i < out.size(); ++i) {
        EXPECT_EQ(out[i]->pts, frames[i]->pts);
        EXPECT_EQ(out[i]->width, frames[i]->width);
        EXPECT_EQ(out[i]->format, frames[i]->format);
    }
}

TEST(Deinterlacer, NothingInNothingOut) {
    const auto deinterlacer = new_deinterlacer(ticks, 1);
    EXPECT_FALSE(deinterlacer->take());
    deinterlacer->end();
    EXPECT_FALSE(deinterlacer->take());
}

}  // namespace
