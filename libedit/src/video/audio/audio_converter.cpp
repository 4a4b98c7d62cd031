// Converts decoded audio to the format of results.
#include "video/audio/audio_converter.hpp"

#include "base/failure.hpp"
#include "base/message.hpp"
#include "video/audio/audio_flow.hpp"

extern "C" {
#include <libswresample/swresample.h>
}

namespace mediaedit::internal {
namespace {

/// Owns a channel layout.
struct Layout {
    AVChannelLayout value{};
    explicit Layout(int channels) { av_channel_layout_default(&value, channels); }
    ~Layout() { av_channel_layout_uninit(&value); }
    Layout(const Layout&) = delete;
    Layout& operator=(const Layout&) = delete;
};

SwrContext* new_context(const AVChannelLayout& from, const AVFrame& frame, int channels) {
    Layout to(channels);
    SwrContext* context = nullptr;
    auto layout = from;
    if (swr_alloc_set_opts2(&context, &to.value, AV_SAMPLE_FMT_FLT, audio_rate_hz, &layout,
                            static_cast<AVSampleFormat>(frame.format), frame.sample_rate,
                            quiet_offset, nullptr) < 0 ||
        swr_init(context) < 0)
        swr_free(&context);
    return context;
}

}  // namespace

void AudioConverter::Drop::operator()(SwrContext* context) const noexcept { swr_free(&context); }

AudioConverter::AudioConverter(const AVFrame& frame, int channels)
    : format_(frame.format), rate_hz_(frame.sample_rate), channels_(channels) {
    const int count = frame.ch_layout.nb_channels;
    if (rate_hz_ > 0 && count > 0) {
        if (frame.ch_layout.order != AV_CHANNEL_ORDER_UNSPEC)
            context_.reset(new_context(frame.ch_layout, frame, channels));
        // The layout is unknown, or no mix is known for it: FFmpeg's default layout for that many
        // channels is assumed.
        if (!context_) context_.reset(new_context(Layout(count).value, frame, channels));
    }
    if (!context_)
        fail(ErrorCode::unsupported,
             tr("The sound is of a kind that cannot be used here; take the sound away or choose "
                "other sound."),
             {}, std::to_string(count) + " channels");
    if (av_channel_layout_copy(&layout_, &frame.ch_layout) < 0) layout_ = {};
}

AudioConverter::~AudioConverter() { av_channel_layout_uninit(&layout_); }

bool AudioConverter::fits(const AVFrame& frame) const {
    return frame.format == format_ && frame.sample_rate == rate_hz_ &&
           av_channel_layout_compare(&frame.ch_layout, &layout_) == 0;
}

std::int64_t AudioConverter::held_back() const {
    return swr_get_delay(context_.get(), audio_rate_hz);
}

std::vector<float> AudioConverter::convert(const AVFrame* frame) {
    const int at_most = swr_get_out_samples(context_.get(), frame ? frame->nb_samples : 0);
    if (at_most <= 0) return {};
    std::vector<float> samples(static_cast<std::size_t>(at_most) * channels_);
    auto* out = reinterpret_cast<std::uint8_t*>(samples.data());
    auto* in = frame ? const_cast<const std::uint8_t**>(frame->extended_data) : nullptr;
    const int frames =
        swr_convert(context_.get(), &out, at_most, in, frame ? frame->nb_samples : 0);
    samples.resize(static_cast<std::size_t>(frames > 0 ? frames : 0) * channels_);
    return samples;
}

}  // namespace mediaedit::internal
