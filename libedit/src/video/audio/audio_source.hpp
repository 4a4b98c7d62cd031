// The packets of one audio stream, from any time on.
#pragma once

#include "video/handles.hpp"

#include <mediaedit/control.hpp>
#include <mediaedit/time.hpp>

#include <cstdint>
#include <deque>
#include <filesystem>
#include <memory>
#include <optional>
#include <stop_token>
#include <vector>

namespace mediaedit::internal {

class VideoFile;

/// Threads: one at a time.
class AudioSource {
public:
    AudioSource() = default;
    virtual ~AudioSource() = default;
    AudioSource(const AudioSource&) = delete;
    AudioSource& operator=(const AudioSource&) = delete;

    [[nodiscard]] virtual const std::filesystem::path& path() const = 0;
    [[nodiscard]] virtual const AVStream& stream() const = 0;
    /// Ticks of the stream on the source's clock.
    [[nodiscard]] virtual Time time_of(std::int64_t ticks) const = 0;
    /// Of the video; 0 if there is none.
    [[nodiscard]] virtual Time duration() const = 0;

    /// When each packet begins, in ticks of the stream and in order. Empty if that is not known
    /// without reading the packets.
    [[nodiscard]] virtual std::vector<std::int64_t> starts_by_table() const { return {}; }

    /// The stream's next packet; false at the end, and where damage ends the file.
    /// Errors: cancelled, unreadable.
    bool read(AVPacket& packet);
    /// The next packet is the last one that begins at or before `time`, or the first of all.
    /// Errors: as the opening's.
    void go_to(Time time);
    /// The next packet is the first of all.
    void begin_again();

protected:
    virtual bool read_on(AVPacket& packet) = 0;
    /// Seeks to about `time`. False: the container cannot. May throw unreadable.
    virtual bool seek(Time time) = 0;
    virtual void reopen() = 0;

private:
    [[nodiscard]] std::optional<Time> start_of(const AVPacket& packet) const;
    bool look_ahead();

    std::deque<Packet> ahead_;
};

/// The audio of a video, on the video's clock. nullptr: it has none. Errors: those of VideoFile.
std::unique_ptr<AudioSource> audio_of_video(const VideoFile& file);

/// The audio of any audio or video file. Its clock is the file's own. Errors: not_found,
/// unreadable, unsupported (no sound that can be read), too_large, cancelled.
std::unique_ptr<AudioSource> audio_of_file(const std::filesystem::path& file, std::stop_token stop);

}  // namespace mediaedit::internal
