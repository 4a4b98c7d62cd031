// The sound of a result, packet for packet.
#include "video/sound_maker.hpp"

#include "base/cancel.hpp"
#include "base/failure.hpp"
#include "base/message.hpp"
#include "video/ffmpeg_versions.hpp"
#include "video/kept_sound.hpp"
#include "video/repeated_sound.hpp"
#include "video/sound_copy.hpp"
#include "video/sound_encoder.hpp"
#include "video/sound_level.hpp"
#include "video/sound_limiter.hpp"
#include "video/sound_reader.hpp"
#include "video/sound_source.hpp"
#include "video/video_file.hpp"

#include <utility>

namespace mediaedit::internal {
namespace {

Note broken_note(const std::filesystem::path& file) {
    return {"sound_damaged",
            tr("Part of the sound of {file} is damaged and was left silent; listen to the result before you post it.", {{"file", file.filename().string()}})};
}

Note not_level_note(const std::filesystem::path& file) {
    return {"sound_not_level", tr("The sound of {file} could not be made as loud as usual without spoiling it; listen to the result before you post it.",
                                  {{"file", file.filename().string()}})};
}

}  // namespace

SoundMaker::SoundMaker(const VideoFile& source, SoundWish wish) : wish_(std::move(wish)), stop_(source.stop()) {
    switch (wish_.sound.kind) {
        case Sound::Kind::off: begin_silent(); break;
        case Sound::Kind::replace: begin_replaced(); break;
        case Sound::Kind::keep:
        case Sound::Kind::level: begin_own(source); break;
    }
    if (!flow_) return;
    encoder_ = std::make_unique<SoundEncoder>(limited_ ? *limited_ : *flow_, sample_at(wish_.result_duration));
}

SoundMaker::~SoundMaker() = default;

void SoundMaker::begin_silent() {
    if (wish_.silent_if_none) flow_ = std::make_unique<SilentSound>();
}

void SoundMaker::begin_replaced() {
    source_ = sound_of_file(wish_.sound.file, stop_);
    if (!begin_reader()) return;
    flow_ = std::make_unique<RepeatedSound>(*reader_, sample_at(wish_.result_duration));
}

void SoundMaker::begin_own(const VideoFile& source) {
    source_ = sound_of_video(source);
    if (!source_) {
        begin_silent();
        return;
    }
    if (wish_.may_copy && wish_.sound.kind == Sound::Kind::keep && begin_copy()) return;
    const auto stretches = kept_stretches(wish_.keep, source_->duration(), wish_.result_duration, sound_rate_hz);
    const bool is_mixed = channels_of(*source_->stream().codecpar) > 2;
    if (!begin_reader()) return;
    flow_ = std::make_unique<KeptSound>(*reader_, stretches);
    if (wish_.sound.kind == Sound::Kind::level) begin_level();
    else if (is_mixed) softened_to_fit(1);
}

bool SoundMaker::begin_copy() {
    copy_ = CopiedSound::plan(*source_, wish_.keep, wish_.result_duration);
    if (!copy_) {
        source_->begin_again();
        return false;
    }
    copied_parameters_.reset(avcodec_parameters_alloc());
    if (!copied_parameters_ || avcodec_parameters_copy(copied_parameters_.get(), source_->stream().codecpar) < 0) {
        copy_.reset();
        return false;
    }
    copied_parameters_->codec_tag = 0;
    copied_parameters_->initial_padding = copied_parameters_->trailing_padding = 0;
    return true;
}

bool SoundMaker::begin_reader() {
    const auto file = source_->path();
    const int channels = result_channels(source_->stream());
    try {
        reader_ = std::make_unique<SoundReader>(std::move(source_), channels);
        return true;
    } catch (const Failure& failure) {
        if (failure.error.code != ErrorCode::unsupported) throw;
    }
    notes_.push_back(broken_note(file));
    flow_ = std::make_unique<SilentSound>();
    return false;
}

void SoundMaker::begin_level() {
    const auto level = find_level_gain(*flow_, sample_at(wish_.result_duration), stop_);
    if (!level.enough) notes_.push_back(not_level_note(reader_->source().path()));
    softened_to_fit(level.gain);
}

void SoundMaker::softened_to_fit(float gain) { limited_ = std::make_unique<LimitedSound>(*flow_, gain); }

const AVCodecParameters* SoundMaker::parameters() const { return copy_ ? copied_parameters_.get() : encoder_ ? &encoder_->parameters() : nullptr; }

AVRational SoundMaker::time_base() const { return {1, copy_ ? copied_parameters_->sample_rate : sound_rate_hz}; }

bool SoundMaker::next(AVPacket& packet) {
    leave_if_stopped(stop_);
    return copy_ ? copy_->next(packet) : encoder_ && encoder_->next(packet);
}

std::vector<Note> SoundMaker::notes() const {
    auto notes = notes_;
    if (reader_ && reader_->broken()) notes.push_back(broken_note(reader_->source().path()));
    return notes;
}

}  // namespace mediaedit::internal
