// Makes the audio packets of a result.
#include "video/audio/audio_maker.hpp"

#include "base/cancel.hpp"
#include "base/failure.hpp"
#include "base/message.hpp"
#include "video/audio/audio_copy.hpp"
#include "video/audio/audio_encoder.hpp"
#include "video/audio/audio_level.hpp"
#include "video/audio/audio_limiter.hpp"
#include "video/audio/audio_loop.hpp"
#include "video/audio/audio_ranges.hpp"
#include "video/audio/audio_reader.hpp"
#include "video/audio/audio_source.hpp"
#include "video/audio/mixed_audio.hpp"
#include "video/container/video_file.hpp"
#include "video/ffmpeg_versions.hpp"

#include <iterator>
#include <utility>

namespace mediaedit::internal {
namespace {

Note broken_note(const std::filesystem::path& file) {
    return {"sound_damaged", tr("Part of the sound of {file} is damaged and was left silent; "
                                "listen to the result before you post it.",
                                {{"file", file.filename().string()}})};
}

Note not_level_note(const std::filesystem::path& file) {
    return {"sound_not_level", tr("The sound of {file} could not be made as loud as usual without "
                                  "spoiling it; listen to the result before you post it.",
                                  {{"file", file.filename().string()}})};
}

}  // namespace

AudioOptions audio_options_of(const Recipe& recipe) {
    AudioOptions options;
    options.audio = recipe.audio;
    options.silent_if_none = recipe.audio.kind != Audio::Kind::off && recipe.canvas.has_value();
    return options;
}

AudioMaker::AudioMaker(const VideoFile& source, AudioOptions options)
    : options_(std::move(options)), stop_(source.stop()) {
    switch (options_.audio.kind) {
        case Audio::Kind::off: begin_silent(); break;
        case Audio::Kind::replace: begin_replaced(); break;
        case Audio::Kind::mix: begin_mixed(source); break;
        case Audio::Kind::keep:
        case Audio::Kind::level: begin_own(source); break;
    }
    if (!flows_.empty())
        encoder_ =
            std::make_unique<AudioEncoder>(*flows_.back(), sample_at(options_.result_duration));
}

AudioMaker::~AudioMaker() = default;

void AudioMaker::begin_silent() {
    if (options_.silent_if_none) flows_.push_back(std::make_unique<SilentAudio>());
}

void AudioMaker::begin_replaced() {
    if (!add_repeated(audio_of_file(options_.audio.file, stop_)))
        flows_.push_back(std::make_unique<SilentAudio>());
}

void AudioMaker::begin_mixed(const VideoFile& source) {
    auto beneath = audio_of_file(options_.audio.file, stop_);
    auto own = audio_of_video(source);
    const bool has_own = own && add_kept(std::move(own));
    const bool has_beneath = add_repeated(std::move(beneath));
    if (has_own && has_beneath) add_mixed();
    if (flows_.empty()) flows_.push_back(std::make_unique<SilentAudio>());
    if (options_.audio.level) add_level();
    else if (has_own) add_limit(1);
}

void AudioMaker::begin_own(const VideoFile& source) {
    auto own = audio_of_video(source);
    if (!own) {
        begin_silent();
        return;
    }
    if (options_.may_copy && options_.audio.kind == Audio::Kind::keep && begin_copy(*own)) {
        copied_source_ = std::move(own);
        return;
    }
    const bool is_folded = channels_of(*own->stream().codecpar) > 2;
    if (!add_kept(std::move(own))) flows_.push_back(std::make_unique<SilentAudio>());
    else if (options_.audio.kind == Audio::Kind::level) add_level();
    else if (is_folded) add_limit(1);
}

bool AudioMaker::begin_copy(AudioSource& source) {
    copy_ = CopiedAudio::plan(source, options_.keep, options_.result_duration);
    if (!copy_) {
        source.begin_again();
        return false;
    }
    copied_parameters_.reset(avcodec_parameters_alloc());
    if (!copied_parameters_ ||
        avcodec_parameters_copy(copied_parameters_.get(), source.stream().codecpar) < 0) {
        copy_.reset();
        return false;
    }
    copied_parameters_->codec_tag = 0;
    copied_parameters_->initial_padding = copied_parameters_->trailing_padding = 0;
    return true;
}

AudioReader* AudioMaker::new_reader(std::unique_ptr<AudioSource> source) {
    const auto file = source->path();
    const int channels = result_channels(source->stream());
    try {
        return readers_.emplace_back(std::make_unique<AudioReader>(std::move(source), channels))
            .get();
    } catch (const Failure& failure) {
        if (failure.error.code != ErrorCode::unsupported) throw;
    }
    notes_.push_back(broken_note(file));
    return nullptr;
}

bool AudioMaker::add_kept(std::unique_ptr<AudioSource> source) {
    const auto stretches =
        kept_stretches(options_.keep, source->duration(), options_.result_duration, audio_rate_hz);
    auto* reader = new_reader(std::move(source));
    if (reader) flows_.push_back(std::make_unique<AudioRanges>(*reader, stretches));
    return reader != nullptr;
}

bool AudioMaker::add_repeated(std::unique_ptr<AudioSource> source) {
    auto* reader = new_reader(std::move(source));
    if (reader)
        flows_.push_back(std::make_unique<AudioLoop>(*reader, sample_at(options_.result_duration)));
    return reader != nullptr;
}

void AudioMaker::add_mixed() {
    auto& beneath = *flows_.back();
    auto& own = **std::prev(flows_.end(), 2);
    const auto length = sample_at(options_.result_duration);
    const auto own_loudness = measure_loudness(own, length, stop_);
    flows_.push_back(std::make_unique<MixedAudio>(
        own, beneath, gain_beneath(own_loudness, measure_loudness(beneath, length, stop_))));
}

void AudioMaker::add_level() {
    const auto level = find_level_gain(*flows_.back(), sample_at(options_.result_duration), stop_);
    if (!level.enough) notes_.push_back(not_level_note(readers_.front()->source().path()));
    add_limit(level.gain);
}

void AudioMaker::add_limit(float gain) {
    flows_.push_back(std::make_unique<LimitedAudio>(*flows_.back(), gain));
}

const AVCodecParameters* AudioMaker::parameters() const {
    return copy_ ? copied_parameters_.get() : encoder_ ? &encoder_->parameters() : nullptr;
}

AVRational AudioMaker::time_base() const {
    return {1, copy_ ? copied_parameters_->sample_rate : audio_rate_hz};
}

bool AudioMaker::next(AVPacket& packet) {
    leave_if_stopped(stop_);
    return copy_ ? copy_->next(packet) : encoder_ && encoder_->next(packet);
}

std::vector<Note> AudioMaker::notes() const {
    auto notes = notes_;
    for (const auto& reader : readers_)
        if (reader->broken()) notes.push_back(broken_note(reader->source().path()));
    return notes;
}

}  // namespace mediaedit::internal
