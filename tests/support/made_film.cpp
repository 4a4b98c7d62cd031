// Makes test films.
#include "support/made_film.hpp"
#include "support/film_parts.hpp"

extern "C" {
#include <libavutil/display.h>
#include <libavutil/opt.h>
#include <libavutil/pixdesc.h>
}

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <stdexcept>
#include <string>
#include <vector>

namespace mediaedit::test {
namespace {

using namespace internal;

/// 1 for light.
int bit_of(int number, int at) {
    return at < number_bits ? number >> at & 1 : 1 - (number >> (at - number_bits) & 1);
}

void draw(AVFrame& frame, int number, int moving_detail) {
    const auto* shape = av_pix_fmt_desc_get(static_cast<AVPixelFormat>(frame.format));
    const int wide = shape->comp[0].depth > 8 ? 2 : 1, lift = shape->comp[0].depth - 8;
    const auto set = [&](int plane, int x, int y, int value) {
        auto* row = frame.data[plane] + static_cast<std::ptrdiff_t>(y) * frame.linesize[plane];
        if (wide == 1) row[x] = static_cast<std::uint8_t>(value);
        else reinterpret_cast<std::uint16_t*>(row)[x] = static_cast<std::uint16_t>(value << lift);
    };
    unsigned noise = static_cast<unsigned>(number) * 2654435761U;
    for (int y = 0; y < frame.height; ++y)
        for (int x = 0; x < frame.width; ++x) {
            noise = noise * 1664525U + 1013904223U;
            const int grain = moving_detail ? static_cast<int>(noise >> 28) : 0;
            set(0, x, y, 60 + (x + number * 3) % 120 + grain);
        }
    for (int at = 0; at < 2 * number_bits; ++at)
        for (int y = 0; y < number_square_px; ++y)
            for (int x = 0; x < number_square_px; ++x) {
                const int left = at % number_bits * number_square_px + x,
                          top = at / number_bits * number_square_px + y;
                if (left < frame.width && top < frame.height)
                    set(0, left, top, bit_of(number, at) ? 220 : 30);
            }
    for (int plane = 1; plane < 3; ++plane)
        for (int y = 0; y < -((-frame.height) >> shape->log2_chroma_h); ++y)
            for (int x = 0; x < -((-frame.width) >> shape->log2_chroma_w); ++x)
                set(plane, x, y, plane == 1 ? 110 + y % 30 : 140);
}

void draw_scene(AVFrame& frame, int number, const std::vector<int>& cuts) {
    const auto scene = std::ranges::upper_bound(cuts, number) - cuts.begin();
    const int middle_x = frame.width * (scene % 2 == 0 ? 1 : 3) / 4,
              middle_y = frame.height / 2 + number * 3 % 16 - 8, half = frame.height / 5;
    unsigned noise = static_cast<unsigned>(number) * 2654435761U;
    for (int y = 0; y < frame.height; ++y)
        for (int x = 0; x < frame.width; ++x) {
            noise = noise * 1664525U + 1013904223U;
            const bool is_subject = std::abs(x - middle_x) < half && std::abs(y - middle_y) < half;
            frame.data[0][static_cast<std::ptrdiff_t>(y) * frame.linesize[0] + x] =
                static_cast<std::uint8_t>(is_subject ? 40 + (noise >> 24) * 160 / 255
                                                     : 70 + static_cast<unsigned>(scene % 2) * 100);
        }
    for (int plane = 1; plane < 3; ++plane)
        for (int y = 0; y < frame.height / 2; ++y)
            for (int x = 0; x < frame.width / 2; ++x)
                frame.data[plane][static_cast<std::ptrdiff_t>(y) * frame.linesize[plane] + x] =
                    static_cast<std::uint8_t>(plane == 1 ? place_code(2.0 * x / frame.width) : 128);
}

AVDictionary* encoder_options(const FilmOptions& options) {
    AVDictionary* settings = nullptr;
    if (options.encoder == "libx264") {
        av_dict_set(&settings, "preset", "veryfast", 0);
        av_dict_set(&settings, "crf", "20", 0);
        av_dict_set(&settings, "x264-params",
                    ("scenecut=0:keyint=" + std::to_string(options.group) +
                     ":min-keyint=1:open-gop=" + (options.open_groups ? "1" : "0"))
                        .c_str(),
                    0);
    } else if (options.encoder == "libx265") {
        av_dict_set(&settings, "preset", "ultrafast", 0);
        av_dict_set(&settings, "x265-params",
                    ("log-level=none:scenecut=0:keyint=" + std::to_string(options.group) +
                     ":open-gop=" + (options.open_groups ? "1" : "0"))
                        .c_str(),
                    0);
    }
    av_dict_parse_string(&settings, options.options.c_str(), "=", ":", 0);
    return settings;
}

Codec opened_encoder(const FilmOptions& options, bool global_header) {
    const AVCodec* encoder = avcodec_find_encoder_by_name(options.encoder.c_str());
    if (!encoder) throw std::runtime_error("no encoder " + options.encoder);
    auto codec = quiet_codec_context(encoder);
    codec->width = options.width;
    codec->height = options.height;
    codec->pix_fmt = av_get_pix_fmt(options.pixels.c_str());
    codec->time_base = {options.tick, options.ticks_a_second};
    codec->framerate = {options.ticks_a_second, options.tick};
    codec->gop_size = options.group;
    codec->max_b_frames = options.b_frames;
    codec->thread_count = 2;
    if (global_header) codec->flags |= AV_CODEC_FLAG_GLOBAL_HEADER;
    AVDictionary* settings = encoder_options(options);
    const int opened = avcodec_open2(codec.get(), encoder, &settings);
    av_dict_free(&settings);
    expect_ffmpeg(opened, "open encoder");
    return codec;
}

AVStream* begin_file(const std::filesystem::path& file, const FilmOptions& options,
                     AVFormatContext& output, const AVCodecContext& codec) {
    AVStream* stream = avformat_new_stream(&output, nullptr);
    expect_ffmpeg(avcodec_parameters_from_context(stream->codecpar, &codec), "parameters");
    stream->time_base = codec.time_base;
    stream->avg_frame_rate = codec.framerate;
    if (options.turn_deg != 0) {
        std::int32_t matrix[9];
        av_display_rotation_set(matrix, options.turn_deg);
        set_display_matrix(*stream, matrix);
    }
    expect_ffmpeg(avio_open(&output.pb, file.c_str(), AVIO_FLAG_WRITE), "file");
    AVDictionary* words = nullptr;
    av_dict_parse_string(&words, options.container_options.c_str(), "=", ":", 0);
    const int begun = avformat_write_header(&output, &words);
    av_dict_free(&words);
    expect_ffmpeg(begun, "header");
    return stream;
}

Frame drawn_frame(int number, const FilmOptions& options, AVPixelFormat format) {
    auto frame = new_frame();
    frame->width = options.width;
    frame->height = options.height;
    frame->format = format;
    expect_ffmpeg(av_frame_get_buffer(frame.get(), 0), "frame");
    if (options.is_scenic || !options.cuts.empty()) draw_scene(*frame, number, options.cuts);
    else draw(*frame, number, options.moving_detail);
    if (options.draw_more) options.draw_more(*frame, number);
    frame->pts = options.times.empty() ? options.first_tick + number
                                       : options.times[static_cast<std::size_t>(number)];
    return frame;
}

}  // namespace

int place_code(double x) { return 80 + static_cast<int>(std::lround(96 * x)); }

void make_film(const std::filesystem::path& file, const FilmOptions& options) {
    AVFormatContext* context = nullptr;
    expect_ffmpeg(avformat_alloc_output_context2(&context, nullptr, nullptr, file.c_str()),
                  "container");
    OutputContext output(context);
    const auto codec = opened_encoder(options, output->oformat->flags & AVFMT_GLOBALHEADER);
    AVStream* stream = begin_file(file, options, *output, *codec);
    const auto packet = new_packet();
    const auto write_packets = [&] {
        while (avcodec_receive_packet(codec.get(), packet.get()) >= 0) {
            av_packet_rescale_ts(packet.get(), codec->time_base, stream->time_base);
            packet->stream_index = 0;
            expect_ffmpeg(av_interleaved_write_frame(output.get(), packet.get()), "packet");
        }
    };
    for (int number = 0; number < options.frames; ++number) {
        const auto frame = drawn_frame(number, options, codec->pix_fmt);
        expect_ffmpeg(avcodec_send_frame(codec.get(), frame.get()), "encode");
        write_packets();
    }
    avcodec_send_frame(codec.get(), nullptr);
    write_packets();
    expect_ffmpeg(av_write_trailer(output.get()), "trailer");
    avio_closep(&output->pb);
}

void append_pictures(const std::filesystem::path& film, const std::filesystem::path& more,
                     const std::filesystem::path& both) {
    AVFormatContext* context = nullptr;
    expect_ffmpeg(avformat_alloc_output_context2(&context, nullptr, nullptr, both.c_str()),
                  "container");
    const OutputContext output(context);
    AVStream* stream = avformat_new_stream(output.get(), nullptr);
    std::int64_t number = 0;
    for (const auto& file : {film, more}) {
        OpenedFilm part(file);
        if (number == 0) {
            expect_ffmpeg(avcodec_parameters_copy(stream->codecpar, part.stream().codecpar),
                          "parameters");
            stream->time_base = {1, 30};
            expect_ffmpeg(avio_open(&output->pb, both.c_str(), AVIO_FLAG_WRITE), "file");
            expect_ffmpeg(avformat_write_header(output.get(), nullptr), "header");
        }
        const auto packet = new_packet();
        while (av_read_frame(part.input.get(), packet.get()) >= 0) {
            packet->pts = packet->dts = av_rescale_q(number++, {1, 30}, stream->time_base);
            packet->duration = 0;
            packet->stream_index = 0;
            expect_ffmpeg(av_write_frame(output.get(), packet.get()), "packet");
            av_packet_unref(packet.get());
        }
    }
    expect_ffmpeg(av_write_trailer(output.get()), "trailer");
    avio_closep(&output->pb);
}

}  // namespace mediaedit::test
