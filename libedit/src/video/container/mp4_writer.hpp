// An MP4 file as platforms want it: `moov` first, no edit list, nothing about who, where and with
// what.
#pragma once

#include "base/system/new_file.hpp"
#include "video/ffmpeg_versions.hpp"
#include "video/handles.hpp"

#include <array>
#include <cstdint>
#include <exception>
#include <memory>

namespace mediaedit::internal {

/// Pictures may be shown in another order than they are stored; the first one is shown at 0.
/// Threads: one at a time.
class Mp4Writer {
public:
    struct Track {
        const AVCodecParameters* parameters = nullptr;
        AVRational time_base{0, 1};
        AVRational frame_rate{0, 1};    ///< pictures only; 0: unknown
        std::int64_t most_packets = 0;  ///< a bound, from which the room for `moov` is reckoned
        const std::int32_t* display_matrix = nullptr;  ///< nine numbers, or none
    };

    /// `sound` may be nullptr. Errors: cannot_write, unsupported.
    Mp4Writer(NewFile& file, const Track& picture, const Track* sound);

    /// Takes the packet's data over. Its times are in the track's time base; dts rise and are never
    /// behind the pts, and pictures begin at pts 0. Pictures that would be decoded before 0 are
    /// decoded at 0, one tick apart: an offset below 0 is understood by some readers only. Errors:
    /// cannot_write, internal.
    void put_picture(AVPacket& packet) { put(packet, 0); }
    /// The last one in the file; all last until `end` together, in the track's time base. Errors:
    /// the same.
    void put_last_picture(AVPacket& packet, std::int64_t end);
    void put_sound(AVPacket& packet) { put(packet, 1); }

    /// Writes what is missing. Errors: cannot_write, internal.
    void finish();

private:
    /// What FFmpeg writes goes into the file; no exception may pass through its code.
    struct Channel {
        NewFile& file;
        std::exception_ptr failure;
        static int write(void* channel, BytesToWrite bytes, int count);
        static std::int64_t seek(void* channel, std::int64_t offset, int whence);
    };

    void add(const Track& track);
    void put(AVPacket& packet, std::size_t track);
    void expect(int code, const char* doing) const;

    Channel channel_;
    Io io_;
    OutputContext context_;
    std::array<AVRational, 2> time_bases_{};
    std::int64_t last_picture_dts_ = -1;  // in the writer's ticks
};

}  // namespace mediaedit::internal
