// A result's sound: its packets, decoded as by a player that ignores edit lists.
#include "support/heard_audio.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <stdexcept>

namespace mediaedit::test {

using namespace internal;

HeardAudio hear(AudioMaker& maker) {
    HeardAudio heard;
    const auto* parameters = maker.parameters();
    if (!parameters) return heard;
    heard.rate_hz = parameters->sample_rate;
    heard.channels = parameters->ch_layout.nb_channels;
    const auto* codec = avcodec_find_decoder(parameters->codec_id);
    const auto decoder = quiet_codec_context(codec);
    avcodec_parameters_to_context(decoder.get(), parameters);
    if (avcodec_open2(decoder.get(), codec, nullptr) < 0) throw std::runtime_error("no decoder");
    const auto packet = new_packet();
    const auto frame = new_frame();
    std::int64_t reached = 0;
    while (maker.next(*packet)) {
        heard.even = heard.even && packet->pts == reached && packet->dts == packet->pts &&
                     packet->duration > 0;
        reached = packet->pts + packet->duration;
        heard.packets.emplace_back(packet->data, packet->data + packet->size);
        if (avcodec_send_packet(decoder.get(), packet.get()) < 0)
            throw std::runtime_error("a packet cannot be decoded");
        while (avcodec_receive_frame(decoder.get(), frame.get()) == 0)
            for (int i = 0; i < frame->nb_samples; ++i)
                for (int c = 0; c < heard.channels; ++c)
                    heard.samples.push_back(
                        reinterpret_cast<const float*>(frame->extended_data[c])[i]);
    }
    heard.end = static_cast<double>(reached) * av_q2d(maker.time_base());
    return heard;
}

std::vector<double> clicks(const HeardAudio& audio) {
    std::vector<double> found;
    const auto moments =
        audio.samples.size() / static_cast<std::size_t>(std::max(1, audio.channels));
    double weight = 0, place = 0;
    std::size_t last = 0;
    const auto close = [&] {
        if (weight > 0.5) found.push_back(place / weight / audio.rate_hz);
        weight = place = 0;
    };
    for (std::size_t i = 0; i < moments; ++i) {
        const double value = audio.samples[i * audio.channels];
        if (std::abs(value) < 0.1) continue;
        if (i - last > static_cast<std::size_t>(audio.rate_hz / 50)) close();
        last = i;
        weight += value * value;
        place += value * value * static_cast<double>(i);
    }
    close();
    return found;
}

double loudness_between(const HeardAudio& audio, double start, double end, int channel) {
    const auto from = static_cast<std::size_t>(start * audio.rate_hz),
               to = std::min(static_cast<std::size_t>(end * audio.rate_hz),
                             audio.samples.size() / audio.channels);
    double sum = 0;
    for (auto i = from; i < to; ++i)
        sum += std::pow(audio.samples[i * audio.channels + channel], 2.0);
    return to > from ? std::sqrt(sum / static_cast<double>(to - from)) : 0;
}

double level_of_tone(const HeardAudio& audio, double hz, double start, double end, int channel) {
    const auto from = static_cast<std::size_t>(start * audio.rate_hz),
               to = std::min(static_cast<std::size_t>(end * audio.rate_hz),
                             audio.samples.size() / audio.channels);
    double along = 0, across = 0, all = 0;
    for (auto i = from; i < to; ++i) {
        // A smooth window: a loud tone does not leak into the frequency of a soft one.
        const double weight =
            1 - std::cos(2 * std::numbers::pi * (static_cast<double>(i - from) + 0.5) /
                         static_cast<double>(to - from));
        const double turn = 2 * std::numbers::pi * hz * static_cast<double>(i) / audio.rate_hz,
                     value = audio.samples[i * audio.channels + channel];
        along += weight * value * std::cos(turn);
        across += weight * value * std::sin(turn);
        all += weight;
    }
    return all > 0 ? 2 * std::hypot(along, across) / all : 0;
}

}  // namespace mediaedit::test
