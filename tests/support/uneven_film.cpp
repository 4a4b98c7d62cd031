// A film with long, short and even frames.
#include "support/uneven_film.hpp"

#include "support/made_audio.hpp"
#include "support/made_film.hpp"
#include "video/handles.hpp"

#include <algorithm>
#include <stdexcept>
#include <string>

namespace mediaedit::test {
namespace {

using namespace internal;
using namespace std::chrono_literals;

constexpr int ticks_a_second = 600;
constexpr Time end_of_audio = 9s;

/// Presentation time of each picture, in ticks.
std::vector<std::int64_t> ticks() {
    std::vector<std::int64_t> all;
    for (int i = 0; i <= 30; ++i) all.push_back(i * 20);
    for (int i = 0; i < 15; ++i) all.push_back(2100 + i * 20);
    all.push_back(2400);
    all.push_back(2454);
    for (int i = 0; i < 12; ++i) all.push_back(3600 + i * 20);
    return all;
}

void expect(int code) {
    if (code < 0) throw std::runtime_error(av_text(code));
}

Input opened(const std::filesystem::path& file) {
    AVFormatContext* context = quiet_format_context();
    expect(avformat_open_input(&context, ("file:" + file.string()).c_str(), nullptr, nullptr));
    Input input(context);
    expect(avformat_find_stream_info(context, nullptr));
    return input;
}

/// One video and one audio stream, interleaved.
void join(const std::filesystem::path& film, const std::filesystem::path& audio,
          const std::filesystem::path& file) {
    AVFormatContext* context = nullptr;
    expect(avformat_alloc_output_context2(&context, nullptr, nullptr, file.c_str()));
    const OutputContext output(context);
    const Input inputs[] = {opened(film), opened(audio)};
    for (const auto& input : inputs) {
        auto* stream = avformat_new_stream(context, nullptr);
        expect(avcodec_parameters_copy(stream->codecpar, input->streams[0]->codecpar));
        stream->codecpar->codec_tag = 0;
        stream->time_base = input->streams[0]->time_base;
    }
    expect(avio_open(&context->pb, file.c_str(), AVIO_FLAG_WRITE));
    expect(avformat_write_header(context, nullptr));
    const auto packet = new_packet();
    for (int i = 0; i < 2; ++i)
        while (av_read_frame(inputs[i].get(), packet.get()) >= 0) {
            av_packet_rescale_ts(packet.get(), inputs[i]->streams[0]->time_base,
                                 context->streams[i]->time_base);
            packet->stream_index = i;
            expect(av_interleaved_write_frame(context, packet.get()));
        }
    expect(av_write_trailer(context));
    avio_closep(&context->pb);
}

}  // namespace

const std::vector<TimedFrame>& uneven_frames() {
    static const auto frames = [] {
        std::vector<TimedFrame> all;
        const auto times = ticks();
        const auto time = [&](std::size_t i) {
            return Time((times[i] * 1'000'000 + ticks_a_second / 2) / ticks_a_second);
        };
        for (std::size_t i = 0; i < times.size(); ++i)
            all.push_back(
                {static_cast<int>(i), time(i), i + 1 < times.size() ? time(i + 1) : end_of_audio});
        return all;
    }();
    return frames;
}

void make_uneven_film(const std::filesystem::path& file) {
    FilmOptions options;
    options.width = 208;
    options.height = 96;
    options.b_frames = 2;
    options.ticks_a_second = ticks_a_second;
    options.times = ticks();
    options.frames = static_cast<int>(options.times.size());
    const auto film = std::filesystem::path(file) += ".film.mp4",
               audio = std::filesystem::path(file) += ".sound.mp4";
    make_film(film, options);
    FilmMake make;
    make.picture_seconds = 0;
    make.audio_seconds = 9;
    make_film(audio, make);
    join(film, audio, file);
    std::filesystem::remove(film);
    std::filesystem::remove(audio);
}

const std::vector<UnevenRange>& uneven_ranges() {
    static const std::vector<UnevenRange> ranges{
        {{0ms, 9000ms}, 0, 59, 0ms, 9000ms, 0ms, 9000ms},
        {{510ms, 980ms}, 16, 29, 533333us, 1000ms, 500ms, 1000ms},   // in short frames
        {{500ms, 1000ms}, 15, 29, 500ms, 1000ms, 500ms, 1000ms},     // between frames
        {{1600ms, 2600ms}, 30, 30, 1600ms, 2600ms, 1000ms, 3500ms},  // within one long frame
        {{500ms, 2000ms}, 15, 30, 500ms, 2000ms, 500ms, 3500ms},     // ends in a long frame
        {{2000ms, 3900ms}, 30, 42, 2000ms, 3900ms, 1000ms, 3900ms},  // begins in a long key picture
        {{4050ms, 5000ms}, 47, 47, 4090ms, 5000ms, 4000ms, 6000ms},  // 90 ms are short
        {{5000ms, 6050ms}, 47, 49, 5000ms, 6066667us, 4090ms, 6066667us},  // begins in a long
                                                                           // picture that is no key
        {{7000ms, 8000ms}, 59, 59, 7000ms, 8000ms, 6366667us, 9000ms},  // behind the last picture's
                                                                        // beginning
        {{6200ms, {}}, 54, 59, 6200ms, 9000ms, 6200ms, 9000ms},
    };
    return ranges;
}

std::vector<TimedFrame> kept_frames(const UnevenRange& row) {
    std::vector<TimedFrame> kept;
    for (int i = row.first; i <= row.last; ++i)
        kept.push_back(uneven_frames()[static_cast<std::size_t>(i)]);
    kept.front().from = row.from;
    kept.back().until = row.until;
    return kept;
}

}  // namespace mediaedit::test
