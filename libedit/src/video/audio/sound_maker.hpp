// The sound of a result, packet for packet.
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

class CopiedSound;
class SoundEncoder;
class SoundFlow;
class SoundReader;
class SoundSource;
class VideoFile;

struct AudioOptions {
    std::vector<TimeRange> keep{};  ///< on the source's clock, as the pictures are kept; empty: all
    Sound sound{};
    Time result_duration{0};      ///< how long the pictures are shown
    bool silent_if_none = false;  ///< a silent track rather than none
    bool may_copy = false;        ///< packets may be copied where the sound stays as it is
};

/// What a recipe says of the sound; the rest is the caller's. A result that is made for a
/// placement, which its canvas tells, is silent rather than without sound.
AudioOptions audio_options_of(const Recipe& recipe);

/// The sound that belongs to the kept ranges, ready for an MP4 without an edit list: AAC-LC, either
/// encoded (48 kHz, two channels, or one where no source has more) or copied. Encoded sound is cut
/// at the sample; copied sound lies at most half a packet, 11 ms, from its place. Sound that cannot
/// be decoded is silence and a note, never a failure. Units: times on the result's clock, 0 = its
/// first picture. Threads: one at a time. Memory: the same however long the film, but for 8 bytes a
/// packet while a copy is planned.
class SoundMaker {
public:
    /// For Sound::Kind::level and mix the sound is read here once or more; otherwise at most its
    /// packets' times are. Errors: those of VideoFile; for a file that replaces the sound or lies
    /// beneath it not_found, unreadable, unsupported.
    SoundMaker(const VideoFile& source, AudioOptions wish);
    ~SoundMaker();
    SoundMaker(const SoundMaker&) = delete;
    SoundMaker& operator=(const SoundMaker&) = delete;

    /// nullptr when the result has no sound. For avformat_new_stream.
    [[nodiscard]] const AVCodecParameters* parameters() const;
    [[nodiscard]] AVRational time_base() const;
    /// Next packet in order, pts = dts in time_base(), without gaps from 0; false at the end.
    /// Errors: cancelled, unreadable.
    bool next(AVPacket& packet);
    [[nodiscard]] bool copied() const { return copy_ != nullptr; }
    /// What the person may want to know; whole when next() has given false.
    [[nodiscard]] std::vector<Note> notes() const;

private:
    void begin_silent();
    void begin_replaced();
    void begin_mixed(const VideoFile& source);
    void begin_own(const VideoFile& source);
    bool begin_copy(SoundSource& source);
    // Each of these puts its sound last of `flows_`. False, and a note: it cannot be decoded.
    bool add_kept(std::unique_ptr<SoundSource> source);
    bool add_repeated(std::unique_ptr<SoundSource> source);
    void add_mixed();
    void add_level();
    void add_limit(float gain);
    SoundReader* new_reader(std::unique_ptr<SoundSource> source);

    AudioOptions wish_;
    std::stop_token stop_;
    std::vector<Note> notes_;
    std::unique_ptr<SoundSource> copied_source_;
    std::vector<std::unique_ptr<SoundReader>> readers_;
    std::vector<std::unique_ptr<SoundFlow>>
        flows_;  // each may draw from those before it; the last is heard
    std::unique_ptr<SoundEncoder> encoder_;
    std::unique_ptr<CopiedSound> copy_;
    Parameters copied_parameters_;
};

}  // namespace mediaedit::internal
