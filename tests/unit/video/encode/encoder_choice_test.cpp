// An encoder is used after a trial showed that it works; the outcome of the trial is remembered.
#include "video/encode/encoder_choice.hpp"

#include "support/fake_encoders.hpp"
#include "video/encode/encoder_trial.hpp"
#include "video/encode/vaapi_device.hpp"
#include "video/encode/vaapi_encoder.hpp"
#include "video/frame/nv12.hpp"
#include "video/frame/yuv_picture.hpp"

#include <mediaedit/result.hpp>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <chrono>
#include <thread>

namespace {

using namespace mediaedit;
using namespace mediaedit::internal;
using test::Fault;
using Kind = EncoderCandidate::Kind;

EncoderOptions wish_of(int width = 320, int height = 180) {
    EncoderOptions options;
    options.size = {width, height};
    return options;
}

std::shared_ptr<test::FakeLog> new_log() { return std::make_shared<test::FakeLog>(); }

std::string fault_of(Fault fault, const EncoderOptions& options = wish_of()) {
    const auto encoder =
        test::fake_encoder({"h264_fake", fault, 0, Kind::hardware}, new_log()).open(options);
    return fault_in_trial(*encoder, options);
}

TEST(EncoderTrial, FindsWhatIsWrong) {
    EXPECT_EQ(fault_of(Fault::none), "");
    EXPECT_THAT(fault_of(Fault::first_picture), testing::StartsWith("put"));
    EXPECT_EQ(fault_of(Fault::loses), "pictures are missing");
    EXPECT_EQ(fault_of(Fault::swaps), "other pictures");
    EXPECT_THAT(fault_of(Fault::reorders), testing::HasSubstr("order"));
    EXPECT_EQ(fault_of(Fault::smaller), "another size");
    EXPECT_EQ(fault_of(Fault::darker), "other pictures");
    EXPECT_EQ(fault_of(Fault::colours), "other pictures");
    EXPECT_EQ(fault_of(Fault::no_keys), "key pictures elsewhere");
}

TEST(EncoderTrial, PassesAtEverySizeRateAndQualityThatIsMade) {
    for (const auto size :
         {PixelSize{64, 64}, {1080, 1920}, {1080, 1350}, {854, 480}, {1910, 1002}}) {
        for (const auto rate : {AVRational{30000, 1001}, {10, 1}}) {
            for (const auto quality : {Quality::best, Quality::small}) {
                auto options = wish_of(size.width, size.height);
                options.frame_rate = rate;
                options.quality = quality;
                if (quality == Quality::small) options.time_base = av_inv_q(rate);
                SCOPED_TRACE(testing::Message() << size.width << 'x' << size.height << " at "
                                                << rate.num << '/' << rate.den);
                EXPECT_EQ(fault_of(Fault::none, options), "");
            }
        }
    }
}

TEST(EncoderTrial, TimesOfAnEncoderThatReordersAreNoticed) {
    const AVCodec* x264 = avcodec_find_encoder_by_name("libx264");
    if (!x264) GTEST_SKIP() << "no libx264";
    struct Reordering final : PictureEncoder {
        Codec codec_;
        [[nodiscard]] const AVCodecContext& codec() const override { return *codec_; }
        int put(const AVFrame* frame) override { return avcodec_send_frame(codec_.get(), frame); }
        int take(AVPacket& packet) override {
            return avcodec_receive_packet(codec_.get(), &packet);
        }
    } encoder;
    encoder.codec_ = h264_context(*x264, wish_of());
    encoder.codec_->max_b_frames = 2;
    ASSERT_EQ(avcodec_open2(encoder.codec_.get(), x264, nullptr), 0);
    EXPECT_EQ(fault_in_trial(encoder, wish_of()), "pictures out of order");
}

TEST(EncoderChoice, AProvenCardIsUsedAndItsTrialRemembered) {
    const auto log = new_log();
    EncoderChoice choice({test::fake_encoder({}, log), test::known_encoder()});
    for (int i = 0; i < 3; ++i) EXPECT_EQ(choice.open(wish_of()).name, "h264_fake");
    EXPECT_EQ(log->asked_for, 1);
    EXPECT_EQ(log->opened, 1 + 3);  // the trial, and each use
    EXPECT_EQ(choice.open(wish_of(640, 360)).name, "h264_fake");
    EXPECT_EQ(log->asked_for, 2);  // another size needs another trial
}

TEST(EncoderChoice, WhatFailsItsTrialIsNotUsedNorTriedAgain) {
    for (const auto fault :
         {Fault::does_not_open, Fault::first_picture, Fault::loses, Fault::swaps, Fault::reorders,
          Fault::smaller, Fault::darker, Fault::colours, Fault::no_keys}) {
        SCOPED_TRACE(static_cast<int>(fault));
        const auto log = new_log();
        EncoderChoice choice({test::fake_encoder({"h264_fake", fault, 0, Kind::hardware}, log),
                              test::known_encoder()});
        for (int i = 0; i < 3; ++i) {
            const auto chosen = choice.open(wish_of());
            EXPECT_EQ(chosen.name, "libx264");
            EXPECT_EQ(chosen.kind, Kind::known);
        }
        EXPECT_EQ(log->opened, 1);
    }
}

TEST(EncoderChoice, TheNextCardIsTriedWhenTheFirstIsBad) {
    EncoderChoice choice(
        {test::fake_encoder({"h264_bad", Fault::swaps, 0, Kind::hardware}, new_log()),
         test::fake_encoder({"h264_well", Fault::none, 0, Kind::hardware}, new_log()),
         test::known_encoder()});
    EXPECT_EQ(choice.open(wish_of()).name, "h264_well");
    choice.give_up("h264_well");
    EXPECT_EQ(choice.open(wish_of()).name, "libx264");
    EXPECT_EQ(choice.open(wish_of(640, 360)).name, "libx264");
}

TEST(EncoderChoice, WhereBitsMatterTheProcessorEncodes) {
    const auto log = new_log();
    EncoderChoice choice({test::fake_encoder({}, log), test::known_encoder()});
    auto sized = wish_of(), small = wish_of(), forbidden = wish_of();
    sized.bits_a_second = 1'000'000;
    small.quality = Quality::small;
    forbidden.hardware = Hardware::forbidden;
    for (const auto& options : {sized, small, forbidden})
        EXPECT_EQ(choice.open(options).name, "libx264");
    EXPECT_EQ(log->asked_for, 0);
}

TEST(EncoderChoice, ACardThatHangsBlocksNobody) {
    const auto log = new_log();
    EncoderChoice choice({test::fake_encoder({"h264_fake", Fault::hangs, 0, Kind::hardware}, log),
                          test::known_encoder()},
                         std::chrono::milliseconds(50));
    EXPECT_EQ(choice.open(wish_of()).name, "libx264");
    EXPECT_EQ(choice.open(wish_of(640, 360)).name, "libx264");
    EXPECT_EQ(log->opened, 1);  // after that it is not used at any size
    log->is_released = true;
    while (log->closed == 0) std::this_thread::sleep_for(std::chrono::milliseconds(1));
}

TEST(EncoderChoice, ManyAtOnceShareOneTrial) {
    const auto log = new_log();
    EncoderChoice choice({test::fake_encoder({}, log), test::known_encoder()});
    std::vector<std::jthread> threads;
    for (int i = 0; i < 4; ++i)
        threads.emplace_back([&] { EXPECT_EQ(choice.open(wish_of()).name, "h264_fake"); });
    threads.clear();
    EXPECT_EQ(log->asked_for, 1);
}

TEST(EncoderChoice, SoftwareThatIsNotTheKnownOneIsTriedToo) {
    auto options = wish_of();
    options.bits_a_second = 500'000;
    EncoderChoice bad(
        {test::fake_encoder({"libfake", Fault::swaps, 0, Kind::software}, new_log())});
    EXPECT_ANY_THROW(bad.open(options));
    EncoderChoice well(
        {test::fake_encoder({"libfake", Fault::none, 0, Kind::software}, new_log())});
    EXPECT_EQ(well.open(options).name, "libfake");
}

TEST(EncoderChoice, OpenH264IsProvenWhereFfmpegHasIt) {
    if (!avcodec_find_encoder_by_name("libopenh264"))
        GTEST_SKIP() << "this FFmpeg has no libopenh264";
    for (const auto size : {PixelSize{320, 180}, {1080, 1920}}) {
        const auto options = wish_of(size.width, size.height);
        const auto encoder = open_h264_encoder("libopenh264", options);
        ASSERT_NE(encoder, nullptr);
        EXPECT_EQ(fault_in_trial(*encoder, options), "");
    }
}

TEST(EncoderChoice, WithoutACardX264IsChosenWithoutAWord) {
    if (!vaapi_nodes().empty()) GTEST_SKIP() << "a graphics card is here";
    testing::internal::CaptureStderr();
    EncoderChoice choice(h264_encoders());
    EXPECT_EQ(choice.open(wish_of()).name, "libx264");
    EXPECT_FALSE(may_have_vaapi());
    EXPECT_EQ(open_vaapi_encoder(wish_of()), nullptr);
    EXPECT_EQ(testing::internal::GetCapturedStderr(), "");
}

TEST(EncoderChoice, WhatIsNoCardIsRefusedWithoutAWord) {
    testing::internal::CaptureStderr();
    EXPECT_EQ(VaapiDevice::open("/dev/null"), nullptr);
    EXPECT_EQ(VaapiDevice::open("/dev/dri/renderD0"), nullptr);
    EXPECT_EQ(testing::internal::GetCapturedStderr(), "");
}

/// Where there is a card, its trial must print nothing and must end.
TEST(EncoderChoice, ACardThatIsHereIsTriedWithoutAWord) {
    if (vaapi_nodes().empty()) GTEST_SKIP() << "no graphics card is here";
    testing::internal::CaptureStderr();
    EncoderChoice choice(h264_encoders());
    const auto name = choice.open(wish_of(1080, 1920)).name;
    EXPECT_EQ(testing::internal::GetCapturedStderr(), "");
    RecordProperty("encoder", name);
}

TEST(Nv12, HoldsTheSamePicture) {
    auto frame = new_bt709_frame({34, 18});
    const auto bytes = [](AVFrame& of, int plane, int y) {
        return of.data[plane] + static_cast<std::ptrdiff_t>(y) * of.linesize[plane];
    };
    for (int plane = 0; plane < 3; ++plane)
        for (int y = 0; y < (plane == 0 ? 18 : 9); ++y)
            for (int x = 0; x < (plane == 0 ? 34 : 17); ++x)
                bytes(*frame, plane, y)[x] = static_cast<std::uint8_t>(plane * 80 + y * 3 + x);
    frame->pts = 77;
    frame->pict_type = AV_PICTURE_TYPE_I;
    const auto made = to_nv12(*frame);
    EXPECT_EQ(made->format, AV_PIX_FMT_NV12);
    EXPECT_EQ(made->pts, 77);
    EXPECT_EQ(made->pict_type, AV_PICTURE_TYPE_I);
    EXPECT_EQ(made->colorspace, AVCOL_SPC_BT709);
    for (int y = 0; y < 18; ++y)
        for (int x = 0; x < 34; ++x) ASSERT_EQ(bytes(*made, 0, y)[x], bytes(*frame, 0, y)[x]);
    for (int y = 0; y < 9; ++y)
        for (int x = 0; x < 17; ++x) {
            ASSERT_EQ(bytes(*made, 1, y)[2 * x], bytes(*frame, 1, y)[x]);
            ASSERT_EQ(bytes(*made, 1, y)[2 * x + 1], bytes(*frame, 2, y)[x]);
        }
}

}  // namespace
