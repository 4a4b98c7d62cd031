// Writes an MP4 file as platforms recommend it: `moov` first, no edit list, no metadata about
// person, place or device.
#pragma once

#include "base/system/new_file.hpp"
#include "video/ffmpeg_versions.hpp"
#include "video/handles.hpp"

#include <array>
#include <cstdint>
#include <exception>
#include <memory>

namespace mediaedit::internal {

/// Frames may be stored in another order than they are shown; the first one is shown at 0. Threads:
/// one at a time.
class Mp4Writer {
public:
    struct Track {
        const AVCodecParameters* parameters = nullptr;
        AVRational time_base{0, 1};
        AVRational frame_rate{0, 1};  ///< video only; 0: unknown
        std::int64_t most_packets =
            0;  ///< an upper bound, from which the space for `moov` is computed
        const std::int32_t* display_matrix = nullptr;  ///< nine numbers, or none
    };

    /// `sound` may be nullptr. Errors: cannot_write, unsupported.
    Mp4Writer(NewFile& file, const Track& picture, const Track* audio);

    /// Takes the packet's data over. Its times are in the track's time base; dts rise and are never
    /// later than the pts, and the video begins at pts 0. Negative decode times are moved to 0, one
    /// tick apart, since only some readers understand negative offsets. Errors: cannot_write,
    /// internal.
    void put_picture(AVPacket& packet) { put(packet, 0); }
    /// The last frame of the file, which ends at `end`, in the track's time base. Errors: the same.
    void put_last_picture(AVPacket& packet, std::int64_t end);
    void put_audio(AVPacket& packet) { put(packet, 1); }

    /// Writes the remaining data and the tables. Errors: cannot_write, internal.
    void finish();

private:
    /// Where FFmpeg writes to. No exception may pass through FFmpeg's code.
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
