// An open video's audio, for playback and waveforms.
#include "video/audio/open_audio_preview.hpp"

#include "base/cancel.hpp"
#include "base/failure.hpp"
#include "video/audio/audio_flow.hpp"
#include "video/audio/audio_limiter.hpp"
#include "video/audio/audio_reader.hpp"
#include "video/audio/audio_source.hpp"
#include "video/container/video_file.hpp"
#include "video/ffmpeg_versions.hpp"

#include <algorithm>
#include <cmath>
#include <memory>
#include <optional>
#include <stop_token>
#include <utility>

namespace mediaedit::internal {
namespace {

constexpr std::size_t block_frames = 4096;
/// A reader fades in where it begins; the waveform must not show that, so it is read from earlier.
constexpr std::int64_t lead_in = click_fade;

std::size_t to_size(std::int64_t count) { return static_cast<std::size_t>(count); }

std::int16_t to_whole(float sample) {
    return static_cast<std::int16_t>(std::clamp(std::lround(sample * 32768), -32768L, 32767L));
}

/// A reader's audio from one place on.
class AudioFromPlace final : public AudioFlow {
public:
    explicit AudioFromPlace(AudioReader& reader) : reader_(reader) {}

    void set_place(std::int64_t sample) { place_ = sample; }
    [[nodiscard]] int channels() const override { return reader_.channels(); }
    void read(std::span<float> samples) override { reader_.read(samples); }
    void rewind() override { reader_.start_at(place_); }

private:
    AudioReader& reader_;
    std::int64_t place_ = 0;
};

class OpenAudioPreview final : public AudioPreviewSource {
public:
    OpenAudioPreview(const std::filesystem::path& file, const Control& control)
        : stop_(control.stop) {
        const auto video = VideoFile::open(file, control.limits, control.stop);
        duration_ = video.duration();
        auto source = audio_of_video(video);
        if (!source) return;
        const bool is_folded = channels_of(*source->stream().codecpar) > 2;
        const int channels = result_channels(source->stream());
        try {
            reader_.emplace(std::move(source), channels);
        } catch (const Failure& failure) {
            if (failure.error.code != ErrorCode::unsupported) throw;
            return;
        }
        from_place_.emplace(*reader_);
        // As in an export: a mixdown of many channels may exceed 1.
        if (is_folded) limited_.emplace(*from_place_, 1.0F);
    }

    [[nodiscard]] bool has_audio() const override { return reader_.has_value(); }

    std::vector<float> peaks(TimeRange range, std::size_t count) override {
        std::vector<float> loudest(count, 0.0F);
        leave_if_stopped(stop_);
        const auto start = sample_at(range.start), end = sample_at(range.end.value_or(duration_));
        if (!reader_ || count == 0 || end <= start) return loudest;
        const auto length = static_cast<double>(end - start);
        const auto channels = to_size(reader_->channels());
        std::vector<float> block;
        at_.reset();  // the reader moves elsewhere
        auto at = std::max<std::int64_t>(start, 0);
        if (std::exchange(wave_at_, std::nullopt) != at) {
            const auto before = std::max<std::int64_t>(at - lead_in, 0);
            reader_->start_at(before);
            block.resize(to_size(at - before) * channels);
            reader_->read(block);
        }
        while (at < end) {
            leave_if_stopped(stop_);
            block.resize(std::min(block_frames, to_size(end - at)) * channels);
            const auto held = reader_->read(block);
            for (std::size_t i = 0; i < held; ++i) {
                const auto part = std::min(
                    count - 1, static_cast<std::size_t>(static_cast<double>(at - start) / length *
                                                        static_cast<double>(count)));
                for (std::size_t channel = 0; channel < channels; ++channel)
                    loudest[part] =
                        std::max(loudest[part], std::abs(block[i * channels + channel]));
                ++at;
            }
            if (held < block.size() / channels) break;
        }
        wave_at_ = at;
        for (auto& peak : loudest) peak = std::min(peak, 1.0F);
        return loudest;
    }

    void read(Time time, std::span<std::int16_t> samples) override {
        leave_if_stopped(stop_);
        auto at = sample_at(time);
        if (!reader_) {
            std::ranges::fill(samples, std::int16_t{0});
            return;
        }
        if (at < 0) {
            const auto before = samples.first(2 * std::min(samples.size() / 2, to_size(-at)));
            std::ranges::fill(before, std::int16_t{0});
            at += static_cast<std::int64_t>(before.size()) / 2;
            samples = samples.subspan(before.size());
            if (samples.empty()) return;
        }
        if (at_ != at) go_to(at);
        // If reading ends early, the next call must not continue from here.
        at_.reset();
        wave_at_.reset();
        while (!samples.empty()) {
            leave_if_stopped(stop_);
            const auto frames = std::min(block_frames, samples.size() / 2);
            take(samples.first(2 * frames));
            samples = samples.subspan(2 * frames);
            at += static_cast<std::int64_t>(frames);
        }
        at_ = at;
    }

private:
    void go_to(std::int64_t sample) {
        from_place_->set_place(sample);
        flow().rewind();
    }

    AudioFlow& flow() { return limited_ ? static_cast<AudioFlow&>(*limited_) : *from_place_; }

    void take(std::span<std::int16_t> samples) {
        const auto channels = to_size(flow().channels());
        block_.resize(samples.size() / 2 * channels);
        flow().read(block_);
        for (std::size_t i = 0; i < samples.size(); ++i)
            samples[i] = to_whole(block_[i / 2 * channels + i % 2 % channels]);
    }

    std::stop_token stop_;
    Time duration_{0};
    std::optional<AudioReader> reader_;
    std::optional<AudioFromPlace> from_place_;
    std::optional<LimitedAudio> limited_;
    std::optional<std::int64_t> at_;       // the sample frame that the next read continues with
    std::optional<std::int64_t> wave_at_;  // the same for peaks
    std::vector<float> block_;
};

}  // namespace

std::unique_ptr<AudioPreviewSource> open_audio_preview(const std::filesystem::path& file,
                                                       const Control& control) {
    return std::make_unique<OpenAudioPreview>(file, control);
}

}  // namespace mediaedit::internal
