// Makes the audio packets of a result.
#pragma once

#include "video/handles.hpp"

#include <mediaedit/control.hpp>
#include <mediaedit/media_info.hpp>
#include <mediaedit/recipe.hpp>
#include <mediaedit/time.hpp>

#include <filesystem>
#include <memory>
#include <stop_token>
#include <vector>

namespace mediaedit::internal {

class CopiedAudio;
class AudioEncoder;
class AudioFlow;
class AudioReader;
class AudioSource;
class VideoFile;

struct AudioOptions {
    std::vector<TimeRange> keep{};  ///< on the source's clock, as for the video; empty: all
    Audio audio{};
    Time result_duration{0};      ///< of the video
    bool silent_if_none = false;  ///< add a silent track where there would be none
    bool may_copy = false;        ///< packets may be copied where the audio is not changed
};

/// The recipe's options; the caller sets the rest. A result for a placement (it has a canvas) gets
/// a silent track rather than none.
AudioOptions audio_options_of(const Recipe& recipe);

/// The audio of the kept ranges, ready for an MP4 without an edit list: AAC-LC, either encoded (48
/// kHz, stereo, or mono where no source has more) or copied. Encoded audio is cut at the sample;
/// copied audio is at most half a packet, 11 ms, off. Audio that cannot be decoded becomes silence
/// and a note, never an error. Units: times on the result's clock, 0 = its first frame. Threads:
/// one at a time. Memory: constant, and 8 bytes a packet while a copy is planned.
class AudioMaker {
public:
    /// For Sound::Kind::level and mix the audio is read here at least once; else at most the
    /// packets' times are. Errors: those of VideoFile; for the file of replace and mix not_found,
    /// unreadable, unsupported.
    AudioMaker(const VideoFile& source, AudioOptions options);
    ~AudioMaker();
    AudioMaker(const AudioMaker&) = delete;
    AudioMaker& operator=(const AudioMaker&) = delete;

    /// nullptr when the result has no audio. For avformat_new_stream.
    [[nodiscard]] const AVCodecParameters* parameters() const;
    [[nodiscard]] AVRational time_base() const;
    /// Next packet in order, pts = dts in time_base(), without gaps from 0; false at the end.
    /// Errors: cancelled, unreadable.
    bool next(AVPacket& packet);
    [[nodiscard]] bool copied() const { return copy_ != nullptr; }
    /// Notes for the person; complete when next() has returned false.
    [[nodiscard]] std::vector<Note> notes() const;

private:
    void begin_silent();
    void begin_replaced();
    void begin_mixed(const VideoFile& source);
    void begin_own(const VideoFile& source);
    bool begin_copy(AudioSource& source);
    // Each of these adds a flow to `flows_`. False, and a note: it cannot be decoded.
    bool add_kept(std::unique_ptr<AudioSource> source);
    bool add_repeated(std::unique_ptr<AudioSource> source);
    void add_mixed();
    void add_level();
    void add_limit(float gain);
    AudioReader* new_reader(std::unique_ptr<AudioSource> source);

    AudioOptions options_;
    std::stop_token stop_;
    std::vector<Note> notes_;
    std::unique_ptr<AudioSource> copied_source_;
    std::vector<std::unique_ptr<AudioReader>> readers_;
    std::vector<std::unique_ptr<AudioFlow>>
        flows_;  // each may read from those before it; the last is the output
    std::unique_ptr<AudioEncoder> encoder_;
    std::unique_ptr<CopiedAudio> copy_;
    Parameters copied_parameters_;
};

}  // namespace mediaedit::internal
