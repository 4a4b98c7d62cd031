// Pictures in our own memory equal those that FFmpeg decodes into its own.
#include "video/decode/video_decoder.hpp"

#include "support/made_film.hpp"
#include "support/temporary_folder.hpp"
#include "video/container/video_file.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

extern "C" {
#include <libavutil/imgutils.h>
}

namespace {

using namespace mediaedit;
using namespace mediaedit::internal;

using Pixels = std::vector<std::uint8_t>;

Pixels pixels_of(const AVFrame& frame) {
    const auto format = static_cast<AVPixelFormat>(frame.format);
    Pixels pixels(
        static_cast<std::size_t>(av_image_get_buffer_size(format, frame.width, frame.height, 1)));
    av_image_copy_to_buffer(pixels.data(), static_cast<int>(pixels.size()), frame.data,
                            frame.linesize, format, frame.width, frame.height, 1);
    return pixels;
}

std::vector<Packet> packets_of(VideoFile& file) {
    std::vector<Packet> packets;
    auto packet = new_packet();
    while (file.read_picture(*packet)) packets.push_back(std::exchange(packet, new_packet()));
    return packets;
}

/// All held at once, and read after the decoder is destroyed.
std::vector<Pixels> decoded_here(const AVStream& stream, const std::vector<Packet>& packets,
                                 int threads) {
    std::vector<Frame> frames;
    {
        VideoDecoder decoder(stream, threads);
        const auto take = [&] {
            auto frame = new_frame();
            while (decoder.take(*frame)) frames.push_back(std::exchange(frame, new_frame()));
        };
        for (const auto& packet : packets) {
            decoder.put(packet.get());
            take();
        }
        decoder.put(nullptr);
        take();
        EXPECT_EQ(decoder.faults(), 0);
    }
    std::vector<Pixels> all;
    for (const auto& frame : frames) all.push_back(pixels_of(*frame));
    return all;
}

std::vector<Pixels> decoded_by_ffmpeg(const AVStream& stream, const std::vector<Packet>& packets) {
    const auto* decoder = avcodec_find_decoder(stream.codecpar->codec_id);
    const auto codec = quiet_codec_context(decoder);
    avcodec_parameters_to_context(codec.get(), stream.codecpar);
    avcodec_open2(codec.get(), decoder, nullptr);
    std::vector<Pixels> all;
    const auto frame = new_frame();
    const auto put = [&](const AVPacket* packet) {
        avcodec_send_packet(codec.get(), packet);
        while (avcodec_receive_frame(codec.get(), frame.get()) == 0)
            all.push_back(pixels_of(*frame));
    };
    for (const auto& packet : packets) put(packet.get());
    put(nullptr);
    return all;
}

struct Kind {
    const char* encoder;
    const char* pixels;
    int width, height;
    int b_frames;
};

class VideoDecoderTest : public testing::TestWithParam<Kind> {};

TEST_P(VideoDecoderTest, GivesThePicturesOfFfmpeg) {
    const auto& kind = GetParam();
    const test::TemporaryFolder folder;
    test::FilmOptions options;
    options.encoder = kind.encoder;
    options.pixels = kind.pixels;
    options.width = kind.width;
    options.height = kind.height;
    options.b_frames = kind.b_frames;
    options.frames = 40;
    test::make_film(folder / "film.mkv", options);
    auto file = VideoFile::open(folder / "film.mkv", {}, {});
    const auto packets = packets_of(file);
    const auto expected = decoded_by_ffmpeg(file.picture(), packets);
    ASSERT_EQ(expected.size(), 40U);
    for (const int threads : {1, 3})
        EXPECT_EQ(decoded_here(file.picture(), packets, threads), expected)
            << threads << " threads";
}

INSTANTIATE_TEST_SUITE_P(Kinds, VideoDecoderTest,
                         testing::Values(Kind{"libx264", "yuv420p", 320, 240, 3},
                                         Kind{"libx264", "yuv420p", 322, 182, 0},
                                         Kind{"libx264", "yuv422p10le", 130, 98, 3},
                                         Kind{"libx264", "yuv444p", 66, 50, 0},
                                         Kind{"libx265", "yuv420p10le", 200, 120, 3},
                                         Kind{"mpeg4", "yuv420p", 178, 146, 0},
                                         Kind{"mjpeg", "yuvj420p", 176, 144, 0},
                                         Kind{"libvpx-vp9", "yuv420p", 162, 122, 0},
                                         Kind{"prores_ks", "yuv422p10le", 176, 144, 0}),
                         [](const testing::TestParamInfo<Kind>& kind) {
                             auto name = std::string(kind.param.encoder) + "_" + kind.param.pixels +
                                         "_" + std::to_string(kind.param.width);
                             std::ranges::replace(name, '-', '_');
                             return name;
                         });

}  // namespace
