// Reads test films back.
#include "support/film_parts.hpp"
#include "support/made_film.hpp"

extern "C" {
#include <libavutil/pixdesc.h>
}

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <map>
#include <stdexcept>
#include <vector>

namespace mediaedit::test {
namespace {

using namespace internal;

int read_number(const AVFrame& frame, double scale = 1, double left = 0) {
    const auto* shape = av_pix_fmt_desc_get(static_cast<AVPixelFormat>(frame.format));
    const bool wide = shape->comp[0].depth > 8;
    int number = 0;
    for (int at = 0; at < 2 * number_bits; ++at) {
        const int x = static_cast<int>(
                      left + (at % number_bits * number_square_px + number_square_px / 2) * scale),
                  y = static_cast<int>(
                      (at / number_bits * number_square_px + number_square_px / 2) * scale);
        if (x >= frame.width || y >= frame.height) return -1;
        const auto* row = frame.data[0] + static_cast<std::ptrdiff_t>(y) * frame.linesize[0];
        const int value =
            wide ? reinterpret_cast<const std::uint16_t*>(row)[x] >> (shape->comp[0].depth - 8)
                 : row[x];
        const int light = value > 125 ? 1 : 0;
        if (at < number_bits) number |= light << at;
        else if (light == (number >> (at - number_bits) & 1)) return -1;
    }
    return number;
}

template <class See>
void decode_all(const std::filesystem::path& file, const See& see) {
    OpenedFilm film(file);
    const auto codec = quiet_codec_context(avcodec_find_decoder(film.stream().codecpar->codec_id));
    expect_ffmpeg(avcodec_parameters_to_context(codec.get(), film.stream().codecpar), "parameters");
    codec->pkt_timebase = film.stream().time_base;
    expect_ffmpeg(avcodec_open2(codec.get(), nullptr, nullptr), "open decoder");
    const auto packet = new_packet();
    const auto frame = new_frame();
    const auto take = [&] {
        while (avcodec_receive_frame(codec.get(), frame.get()) >= 0) see(*frame, film.stream());
    };
    while (av_read_frame(film.input.get(), packet.get()) >= 0) {
        if (packet->stream_index == film.picture) {
            expect_ffmpeg(avcodec_send_packet(codec.get(), packet.get()), "decode");
            take();
        }
        av_packet_unref(packet.get());
    }
    avcodec_send_packet(codec.get(), nullptr);
    take();
}

}  // namespace

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
    OpenedFilm film(file);
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
