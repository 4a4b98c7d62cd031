// When a film flashes and clicks, as a player presents it.
#include "support/flashes_and_clicks.hpp"

#include "video/handles.hpp"

#include <cmath>
#include <cstdint>
#include <limits>
#include <stdexcept>

namespace mediaedit::test {
namespace {

using namespace internal;

constexpr int light_enough = 150;
constexpr float loud_enough = 0.1F;
/// Longest quiet time within a click. Units: seconds.
constexpr double between_clicks = 0.02;

class Watcher {
public:
    explicit Watcher(FlashesAndClicks& found) : found_(found) {}

    void see(const AVFrame& frame, double at) {
        const int light =
            frame.data[0][static_cast<std::ptrdiff_t>(frame.height / 2) * frame.linesize[0] +
                          frame.width / 2];
        if (!has_seen_) found_.first_picture = at;
        has_seen_ = true;
        if (light >= light_enough && !was_light_) found_.flashes.push_back(at);
        was_light_ = light >= light_enough;
    }

    void hear(const AVFrame& frame, double at) {
        if (frame.format != AV_SAMPLE_FMT_FLTP) throw std::runtime_error("no AAC sound");
        const auto* samples = reinterpret_cast<const float*>(frame.extended_data[0]);
        for (int i = 0; i < frame.nb_samples; ++i) {
            if (std::abs(samples[i]) < loud_enough) continue;
            const double moment = at + static_cast<double>(i) / frame.sample_rate;
            if (moment - last_loud_ > between_clicks) end_click();
            last_loud_ = moment;
            const double weight = static_cast<double>(samples[i]) * samples[i];
            weight_ += weight;
            place_ += weight * moment;
        }
    }

    void end_click() {
        if (weight_ > 0.5) found_.clicks.push_back(place_ / weight_);
        weight_ = place_ = 0;
    }

private:
    FlashesAndClicks& found_;
    bool has_seen_ = false, was_light_ = false;
    double last_loud_ = -std::numeric_limits<double>::infinity(), weight_ = 0, place_ = 0;
};

struct Decoder {
    Codec codec;
    const AVStream* stream;

    explicit Decoder(const AVStream& of)
        : codec(quiet_codec_context(avcodec_find_decoder(of.codecpar->codec_id))), stream(&of) {
        codec->pkt_timebase = of.time_base;
        if (avcodec_parameters_to_context(codec.get(), of.codecpar) < 0 ||
            avcodec_open2(codec.get(), nullptr, nullptr) < 0)
            throw std::runtime_error("no decoder");
    }

    template <class Take>
    void decode(const AVPacket* packet, AVFrame& frame, const Take& take) const {
        if (avcodec_send_packet(codec.get(), packet) < 0)
            throw std::runtime_error("a packet cannot be decoded");
        while (avcodec_receive_frame(codec.get(), &frame) == 0)
            take(frame,
                 static_cast<double>(frame.best_effort_timestamp) * av_q2d(stream->time_base));
    }
};

}  // namespace

FlashesAndClicks watch_and_hear(const std::filesystem::path& file) {
    AVFormatContext* context = quiet_format_context();
    if (avformat_open_input(&context, ("file:" + file.string()).c_str(), nullptr, nullptr) < 0)
        throw std::runtime_error("not opened");
    const Input input(context);
    if (avformat_find_stream_info(context, nullptr) < 0) throw std::runtime_error("no streams");
    const int picture = av_find_best_stream(context, AVMEDIA_TYPE_VIDEO, -1, -1, nullptr, 0),
              audio = av_find_best_stream(context, AVMEDIA_TYPE_AUDIO, -1, -1, nullptr, 0);
    if (picture < 0 || audio < 0) throw std::runtime_error("not both picture and sound");
    const Decoder pictures(*context->streams[picture]), sounds(*context->streams[audio]);

    FlashesAndClicks found;
    Watcher watcher(found);
    const auto see = [&](const AVFrame& frame, double at) { watcher.see(frame, at); };
    const auto hear = [&](const AVFrame& frame, double at) { watcher.hear(frame, at); };
    const auto packet = new_packet();
    const auto frame = new_frame();
    while (av_read_frame(context, packet.get()) >= 0) {
        if (packet->stream_index == picture) pictures.decode(packet.get(), *frame, see);
        if (packet->stream_index == audio) {
            found.audio_end = static_cast<double>(packet->pts + packet->duration) *
                              av_q2d(context->streams[audio]->time_base);
            sounds.decode(packet.get(), *frame, hear);
        }
        av_packet_unref(packet.get());
    }
    pictures.decode(nullptr, *frame, see);
    sounds.decode(nullptr, *frame, hear);
    watcher.end_click();
    return found;
}

}  // namespace mediaedit::test
