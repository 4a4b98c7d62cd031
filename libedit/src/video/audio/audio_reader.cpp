// Decodes a source's audio, each sample at its time on the source's clock.
#include "video/audio/audio_reader.hpp"

#include "base/failure.hpp"
#include "base/message.hpp"
#include "video/audio/audio_flow.hpp"
#include "video/av_shortage.hpp"
#include "video/ffmpeg_versions.hpp"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <utility>

namespace mediaedit::internal {
namespace {

/// Pre-roll: Opus and MP3 need earlier packets to decode the first sample correctly.
constexpr Time decoder_lead_in = std::chrono::milliseconds{500};
/// Up to this distance ahead it reads on instead of seeking.
constexpr std::int64_t near_ahead = std::int64_t{20} * audio_rate_hz;
/// Timestamps in whole milliseconds jitter. A difference of `jump` at once is a gap or an overlap;
/// an average difference of `most_drift` is drift.
constexpr std::int64_t jump = audio_rate_hz / 50;
constexpr double most_drift = audio_rate_hz / 125.0;
constexpr double drift_memory = 1.0 / 16;
constexpr std::int64_t bridge = audio_rate_hz / 400;

}  // namespace

int result_channels(const AVStream& stream) { return channels_of(*stream.codecpar) == 1 ? 1 : 2; }

AudioReader::AudioReader(std::unique_ptr<AudioSource> source, int channels)
    : source_(std::move(source)), channels_(channels), packet_(new_packet()), frame_(new_frame()) {
    const auto& stream = source_->stream();
    const auto* codec = avcodec_find_decoder(stream.codecpar->codec_id);
    const auto refuse = [&](int code) {
        fail_if_av_short(code, source_->path().string());
        fail(ErrorCode::unsupported,
             tr("The sound of {file} is of a kind that cannot be read here.",
                {{"file", source_->path().filename().string()}}),
             source_->path().string(), av_text(code));
    };
    if (!codec) refuse(AVERROR_DECODER_NOT_FOUND);
    decoder_ = quiet_codec_context(codec);
    decoder_->pkt_timebase = stream.time_base;
    int code = avcodec_parameters_to_context(decoder_.get(), stream.codecpar);
    if (code >= 0) code = avcodec_open2(decoder_.get(), codec, nullptr);
    if (code < 0) refuse(code);
}

void AudioReader::start_at(std::int64_t sample) {
    const bool ahead = sample >= at_ && sample - at_ < near_ahead && !ended_;
    at_ = sample;
    silent_ = true;
    bridge_due_ = false;
    bridge_left_ = 0;
    last_ = {};
    if (ahead) return;
    source_->go_to(time_at(sample) - decoder_lead_in);
    forget();
}

void AudioReader::start_at_first() {
    source_->begin_again();
    forget();
    fill();
    start_at(blocks_.empty() ? at_ : at_ = blocks_.front().start);
}

void AudioReader::forget() {
    avcodec_flush_buffers(decoder_.get());
    converter_.reset();
    blocks_.clear();
    placed_ = jumps_ = sent_all_ = ended_ = false;
}

std::size_t AudioReader::read(std::span<float> samples) {
    auto rest = samples;
    std::size_t before_end = 0;
    while (!rest.empty()) {
        const auto wanted = static_cast<std::int64_t>(rest.size()) / channels_;
        if (blocks_.empty() && !fill()) {
            hand_out(nullptr, wanted, rest);
            break;
        }
        auto& block = blocks_.front();
        const auto start = block.start + static_cast<std::int64_t>(block.used);
        const auto held = static_cast<std::int64_t>(block.samples.size()) / channels_ -
                          static_cast<std::int64_t>(block.used);
        if (start < at_) {
            block.used += std::min(held, at_ - start);
            if (held <= at_ - start) blocks_.pop_front();
            continue;
        }
        const auto count = std::min(wanted, start > at_ ? start - at_ : held);
        before_end += count;
        if (start > at_) {
            hand_out(nullptr, count, rest);
            continue;
        }
        if (std::exchange(block.jumps, false)) bridge_due_ = true;
        hand_out(block.samples.data() + block.used * channels_, count, rest);
        block.used += count;
        if (count == held) blocks_.pop_front();
    }
    return before_end;
}

void AudioReader::hand_out(const float* from, std::size_t frames, std::span<float>& to) {
    const bool silent = from == nullptr;
    if (silent != silent_) bridge_due_ = true;
    silent_ = silent;
    for (std::size_t i = 0; i < frames; ++i) {
        if (bridge_due_) {
            for (int c = 0; c < channels_; ++c) step_[c] = last_[c] - (silent ? 0 : from[c]);
            bridge_left_ = bridge;
            bridge_due_ = false;
        }
        const float share = static_cast<float>(bridge_left_) / static_cast<float>(bridge);
        for (int c = 0; c < channels_; ++c)
            to[i * channels_ + c] = last_[c] =
                (silent ? 0 : from[i * channels_ + c]) + step_[c] * share;
        if (bridge_left_ > 0) --bridge_left_;
    }
    at_ += static_cast<std::int64_t>(frames);
    to = to.subspan(frames * channels_);
}

bool AudioReader::fill() {
    while (!ended_) {
        const int code = avcodec_receive_frame(decoder_.get(), frame_.get());
        fail_if_av_short(code, source_->path().string());
        if (code == 0) {
            take(*frame_);
            av_frame_unref(frame_.get());
        } else if (code == AVERROR(EAGAIN) && !sent_all_) {
            sent_all_ = !send_next();
        } else if (code == AVERROR_EOF || sent_all_) {
            end_stretch();
            ended_ = true;
        } else {
            note_broken(*packet_);
        }
        if (!blocks_.empty()) return true;
    }
    return false;
}

bool AudioReader::send_next() {
    const bool has_more = source_->read(*packet_);
    const int code = avcodec_send_packet(decoder_.get(), has_more ? packet_.get() : nullptr);
    // Undecodable packets leave a gap, and gaps are silence.
    if (has_more && code < 0) note_broken(*packet_);
    return has_more;
}

void AudioReader::note_broken(const AVPacket& packet) {
    // Damage before the requested time does not matter.
    if (packet.pts == AV_NOPTS_VALUE || sample_at(source_->time_of(packet.pts)) >= at_)
        broken_ = true;
}

void AudioReader::take(const AVFrame& frame) {
    if (frame.nb_samples <= 0) return;
    if (converter_ && !converter_->fits(frame)) end_stretch();
    const auto ticks = frame.best_effort_timestamp;
    if (ticks != AV_NOPTS_VALUE) {
        const auto said = sample_at(source_->time_of(ticks));
        const auto lead = placed_ ? said - coming_ - (converter_ ? converter_->held_back() : 0) : 0;
        drift_ += (static_cast<double>(lead) - drift_) * drift_memory;
        if (!placed_ || std::abs(lead) >= jump || std::abs(drift_) >= most_drift) {
            const auto corrected =
                placed_ && std::abs(lead) < jump ? said - lead + std::lround(drift_) : said;
            end_stretch();
            coming_ = corrected;
            jumps_ = placed_;
            placed_ = true;
            drift_ = 0;
        }
    }
    if (!converter_) {
        try {
            converter_ = std::make_unique<AudioConverter>(frame, channels_);
        } catch (const Failure& failure) {
            if (failure.error.code != ErrorCode::unsupported) throw;
            broken_ = true;
            return;
        }
    }
    keep(converter_->convert(&frame));
}

void AudioReader::end_stretch() {
    if (converter_) keep(converter_->convert(nullptr));
    converter_.reset();
}

void AudioReader::keep(std::vector<float> samples) {
    const auto frames = static_cast<std::int64_t>(samples.size()) / channels_;
    if (frames == 0) return;
    // Float files can contain NaN and infinity, which the encoder refuses.
    for (auto& sample : samples)
        if (!std::isfinite(sample)) sample = 0;
    blocks_.push_back({coming_, std::move(samples), 0, std::exchange(jumps_, false)});
    coming_ += frames;
}

}  // namespace mediaedit::internal
