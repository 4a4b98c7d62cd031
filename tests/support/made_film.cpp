// Films made at test time.
#include "support/made_film.hpp"

#include "video/ffmpeg_versions.hpp"
#include "video/handles.hpp"

extern "C" {
#include <libavutil/display.h>
#include <libavutil/opt.h>
#include <libavutil/pixdesc.h>
}

#include <algorithm>
#include <cmath>
#include <map>
#include <sstream>
#include <stdexcept>

namespace mediaedit::test {
namespace {

using namespace internal;

constexpr int bits = 12, block = 16;  // a row of black and white squares at the upper left, lowest
                                      // bit first, then their check

void expect(int code, const char* doing) {
    if (code < 0) throw std::runtime_error(std::string(doing) + ": " + av_text(code));
}

/// 1 for light.
int bit_of(int number, int at) {
    return at < bits ? number >> at & 1 : 1 - (number >> (at - bits) & 1);
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
    for (int at = 0; at < 2 * bits; ++at)
        for (int y = 0; y < block; ++y)
            for (int x = 0; x < block; ++x) {
                const int left = at % bits * block + x, top = at / bits * block + y;
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

int read_number(const AVFrame& frame, double scale = 1, double left = 0) {
    const auto* shape = av_pix_fmt_desc_get(static_cast<AVPixelFormat>(frame.format));
    const bool wide = shape->comp[0].depth > 8;
    int number = 0;
    for (int at = 0; at < 2 * bits; ++at) {
        const int x = static_cast<int>(left + (at % bits * block + block / 2) * scale),
                  y = static_cast<int>((at / bits * block + block / 2) * scale);
        if (x >= frame.width || y >= frame.height) return -1;
        const auto* row = frame.data[0] + static_cast<std::ptrdiff_t>(y) * frame.linesize[0];
        const int value =
            wide ? reinterpret_cast<const std::uint16_t*>(row)[x] >> (shape->comp[0].depth - 8)
                 : row[x];
        const int light = value > 125 ? 1 : 0;
        if (at < bits) number |= light << at;
        else if (light == (number >> (at - bits) & 1)) return -1;
    }
    return number;
}

struct Film {
    Input input;
    int picture = -1;
    explicit Film(const std::filesystem::path& file) {
        AVFormatContext* context = quiet_format_context();
        expect(avformat_open_input(&context, ("file:" + file.string()).c_str(), nullptr, nullptr),
               "open");
        input.reset(context);
        expect(avformat_find_stream_info(context, nullptr), "look");
        picture = av_find_best_stream(context, AVMEDIA_TYPE_VIDEO, -1, -1, nullptr, 0);
        expect(picture, "find pictures");
    }
    AVStream& stream() { return *input->streams[picture]; }
};

template <class See>
void decode_all(const std::filesystem::path& file, const See& see) {
    Film film(file);
    const auto codec = quiet_codec_context(avcodec_find_decoder(film.stream().codecpar->codec_id));
    expect(avcodec_parameters_to_context(codec.get(), film.stream().codecpar), "parameters");
    codec->pkt_timebase = film.stream().time_base;
    expect(avcodec_open2(codec.get(), nullptr, nullptr), "open decoder");
    const auto packet = new_packet();
    const auto frame = new_frame();
    const auto take = [&] {
        while (avcodec_receive_frame(codec.get(), frame.get()) >= 0) see(*frame, film.stream());
    };
    while (av_read_frame(film.input.get(), packet.get()) >= 0) {
        if (packet->stream_index == film.picture) {
            expect(avcodec_send_packet(codec.get(), packet.get()), "decode");
            take();
        }
        av_packet_unref(packet.get());
    }
    avcodec_send_packet(codec.get(), nullptr);
    take();
}

}  // namespace

int place_code(double x) { return 80 + static_cast<int>(std::lround(96 * x)); }

void make_film(const std::filesystem::path& file, const FilmWish& wish) {
    const AVCodec* encoder = avcodec_find_encoder_by_name(wish.encoder.c_str());
    if (!encoder) throw std::runtime_error("no encoder " + wish.encoder);
    AVFormatContext* context = nullptr;
    expect(avformat_alloc_output_context2(&context, nullptr, nullptr, file.c_str()), "container");
    OutputContext output(context);
    const auto codec = quiet_codec_context(encoder);
    codec->width = wish.width;
    codec->height = wish.height;
    codec->pix_fmt = av_get_pix_fmt(wish.pixels.c_str());
    codec->time_base = {wish.tick, wish.ticks_a_second};
    codec->framerate = {wish.ticks_a_second, wish.tick};
    codec->gop_size = wish.group;
    codec->max_b_frames = wish.b_frames;
    codec->thread_count = 2;
    if (output->oformat->flags & AVFMT_GLOBALHEADER) codec->flags |= AV_CODEC_FLAG_GLOBAL_HEADER;
    AVDictionary* options = nullptr;
    if (wish.encoder == "libx264") {
        av_dict_set(&options, "preset", "veryfast", 0);
        av_dict_set(&options, "crf", "20", 0);
        av_dict_set(&options, "x264-params",
                    ("scenecut=0:keyint=" + std::to_string(wish.group) +
                     ":min-keyint=1:open-gop=" + (wish.open_groups ? "1" : "0"))
                        .c_str(),
                    0);
    } else if (wish.encoder == "libx265") {
        av_dict_set(&options, "preset", "ultrafast", 0);
        av_dict_set(&options, "x265-params",
                    ("log-level=none:scenecut=0:keyint=" + std::to_string(wish.group) +
                     ":open-gop=" + (wish.open_groups ? "1" : "0"))
                        .c_str(),
                    0);
    }
    av_dict_parse_string(&options, wish.options.c_str(), "=", ":", 0);
    const int opened = avcodec_open2(codec.get(), encoder, &options);
    av_dict_free(&options);
    expect(opened, "open encoder");
    AVStream* stream = avformat_new_stream(output.get(), nullptr);
    expect(avcodec_parameters_from_context(stream->codecpar, codec.get()), "parameters");
    stream->time_base = codec->time_base;
    stream->avg_frame_rate = codec->framerate;
    if (wish.turn_deg != 0) {
        std::int32_t matrix[9];
        av_display_rotation_set(matrix, wish.turn_deg);
        set_display_matrix(*stream, matrix);
    }
    expect(avio_open(&output->pb, file.c_str(), AVIO_FLAG_WRITE), "file");
    AVDictionary* words = nullptr;
    av_dict_parse_string(&words, wish.container_options.c_str(), "=", ":", 0);
    const int begun = avformat_write_header(output.get(), &words);
    av_dict_free(&words);
    expect(begun, "header");
    const auto packet = new_packet();
    const auto take = [&] {
        while (avcodec_receive_packet(codec.get(), packet.get()) >= 0) {
            av_packet_rescale_ts(packet.get(), codec->time_base, stream->time_base);
            packet->stream_index = 0;
            expect(av_interleaved_write_frame(output.get(), packet.get()), "packet");
        }
    };
    for (int number = 0; number < wish.frames; ++number) {
        const auto frame = new_frame();
        frame->width = wish.width;
        frame->height = wish.height;
        frame->format = codec->pix_fmt;
        expect(av_frame_get_buffer(frame.get(), 0), "frame");
        if (wish.is_scenic || !wish.cuts.empty()) draw_scene(*frame, number, wish.cuts);
        else draw(*frame, number, wish.moving_detail);
        if (wish.draw_more) wish.draw_more(*frame, number);
        frame->pts = wish.times.empty() ? wish.first_tick + number
                                        : wish.times[static_cast<std::size_t>(number)];
        expect(avcodec_send_frame(codec.get(), frame.get()), "encode");
        take();
    }
    avcodec_send_frame(codec.get(), nullptr);
    take();
    expect(av_write_trailer(output.get()), "trailer");
    avio_closep(&output->pb);
}

void append_pictures(const std::filesystem::path& film, const std::filesystem::path& more,
                     const std::filesystem::path& both) {
    AVFormatContext* context = nullptr;
    expect(avformat_alloc_output_context2(&context, nullptr, nullptr, both.c_str()), "container");
    const OutputContext output(context);
    AVStream* stream = avformat_new_stream(output.get(), nullptr);
    std::int64_t number = 0;
    for (const auto& file : {film, more}) {
        Film part(file);
        if (number == 0) {
            expect(avcodec_parameters_copy(stream->codecpar, part.stream().codecpar), "parameters");
            stream->time_base = {1, 30};
            expect(avio_open(&output->pb, both.c_str(), AVIO_FLAG_WRITE), "file");
            expect(avformat_write_header(output.get(), nullptr), "header");
        }
        const auto packet = new_packet();
        while (av_read_frame(part.input.get(), packet.get()) >= 0) {
            packet->pts = packet->dts = av_rescale_q(number++, {1, 30}, stream->time_base);
            packet->duration = 0;
            packet->stream_index = 0;
            expect(av_write_frame(output.get(), packet.get()), "packet");
            av_packet_unref(packet.get());
        }
    }
    expect(av_write_trailer(output.get()), "trailer");
    avio_closep(&output->pb);
}

std::vector<SeenFrame> read_film(const std::filesystem::path& file, double scale, double left) {
    std::vector<SeenFrame> frames;
    std::int64_t first = 0;
    decode_all(file, [&](const AVFrame& frame, const AVStream& stream) {
        const auto pts = frame.best_effort_timestamp;
        if (frames.empty()) first = pts;
        frames.push_back({read_number(frame, scale, left),
                          av_rescale_q(pts - first, stream.time_base, AV_TIME_BASE_Q),
                          frame.pict_type == AV_PICTURE_TYPE_I});
    });
    return frames;
}

std::vector<int> numbers_of(const std::vector<SeenFrame>& frames) {
    std::vector<int> numbers;
    for (const auto& frame : frames) numbers.push_back(frame.number);
    return numbers;
}

std::vector<std::uint64_t> picture_hashes(const std::filesystem::path& file) {
    Film film(file);
    std::map<std::int64_t, std::uint64_t> by_time;
    const auto packet = new_packet();
    while (av_read_frame(film.input.get(), packet.get()) >= 0) {
        if (packet->stream_index == film.picture) {
            std::uint64_t hash = 14695981039346656037ULL;
            for (int i = 0; i < packet->size; ++i)
                hash = (hash ^ packet->data[i]) * 1099511628211ULL;
            by_time[packet->pts] = hash;
        }
        av_packet_unref(packet.get());
    }
    std::vector<std::uint64_t> hashes;
    for (const auto& [time, hash] : by_time) hashes.push_back(hash);
    return hashes;
}

double worst_psnr(const std::filesystem::path& original, const std::filesystem::path& made,
                  double upper_share) {
    using Planes = std::array<std::vector<float>, 3>;
    std::map<int, Planes> pictures;
    // In steps of 8 bits, whatever the depth.
    const auto upper_part = [&](const AVFrame& frame) {
        const auto* shape = av_pix_fmt_desc_get(static_cast<AVPixelFormat>(frame.format));
        const int depth = shape->comp[0].depth;
        Planes all;
        for (int plane = 0; plane < 3; ++plane) {
            const int width =
                plane == 0 ? frame.width : AV_CEIL_RSHIFT(frame.width, shape->log2_chroma_w);
            const int height =
                plane == 0 ? frame.height : AV_CEIL_RSHIFT(frame.height, shape->log2_chroma_h);
            for (int y = 0; y < height * upper_share; ++y) {
                const auto* row =
                    frame.data[plane] + static_cast<std::ptrdiff_t>(y) * frame.linesize[plane];
                for (int x = 0; x < width; ++x)
                    all[static_cast<std::size_t>(plane)].push_back(
                        depth > 8
                            ? static_cast<float>(reinterpret_cast<const std::uint16_t*>(row)[x]) /
                                  static_cast<float>(1 << (depth - 8))
                            : static_cast<float>(row[x]));
            }
        }
        return all;
    };
    decode_all(original, [&](const AVFrame& frame, const AVStream&) {
        pictures[read_number(frame)] = upper_part(frame);
    });
    double worst = 200;
    decode_all(made, [&](const AVFrame& frame, const AVStream&) {
        const auto& wanted = pictures[read_number(frame)];
        const auto seen = upper_part(frame);
        for (std::size_t plane = 0; plane < 3; ++plane) {
            if (wanted[plane].size() != seen[plane].size()) {
                worst = 0;
                return;
            }
            double sum = 0;
            for (std::size_t i = 0; i < seen[plane].size(); ++i)
                sum += std::pow(static_cast<double>(seen[plane][i] - wanted[plane][i]), 2);
            if (sum > 0)
                worst = std::min(
                    worst,
                    10 * std::log10(255.0 * 255.0 * static_cast<double>(seen[plane].size()) / sum));
        }
    });
    return worst;
}

std::vector<std::array<double, 3>> codes_at(const std::filesystem::path& file, double x, double y) {
    constexpr int around_px = 8;
    std::vector<std::array<double, 3>> codes;
    decode_all(file, [&](const AVFrame& frame, const AVStream&) {
        const auto* shape = av_pix_fmt_desc_get(static_cast<AVPixelFormat>(frame.format));
        if (shape->comp[0].depth != 8) throw std::runtime_error("not 8 bit");
        auto& found = codes.emplace_back();
        for (int plane = 0; plane < 3; ++plane) {
            const int by_x = plane == 0 ? 0 : shape->log2_chroma_w,
                      by_y = plane == 0 ? 0 : shape->log2_chroma_h;
            const int middle_x = static_cast<int>(x * frame.width) >> by_x,
                      middle_y = static_cast<int>(y * frame.height) >> by_y;
            const int reach_x = around_px >> by_x, reach_y = around_px >> by_y;
            double sum = 0;
            for (int row = middle_y - reach_y; row <= middle_y + reach_y; ++row)
                for (int column = middle_x - reach_x; column <= middle_x + reach_x; ++column)
                    sum +=
                        frame.data[plane][static_cast<std::ptrdiff_t>(row) * frame.linesize[plane] +
                                          column];
            found[static_cast<std::size_t>(plane)] = sum / ((2 * reach_x + 1) * (2 * reach_y + 1));
        }
    });
    return codes;
}

}  // namespace mediaedit::test
