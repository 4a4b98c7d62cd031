// An open video file: its streams, its clock, its packets.
#pragma once

#include "picture/geometry/orientation.hpp"
#include "video/bitstream/picture_start.hpp"
#include "video/container/edit_shifts.hpp"
#include "video/container/input_file.hpp"
#include "video/container/mp4_boxes.hpp"
#include "video/container/stream_index.hpp"
#include "video/handles.hpp"

#include <mediaedit/control.hpp>
#include <mediaedit/geometry.hpp>
#include <mediaedit/time.hpp>

#include <cstddef>
#include <cstdint>
#include <deque>
#include <filesystem>
#include <memory>
#include <stop_token>
#include <string>
#include <vector>

namespace mediaedit::internal {

/// Times: video and audio share one clock, 0 at the first frame that can be decoded and is shown.
/// Jumps of the file's clock are removed. Threads: one at a time.
class VideoFile {
public:
    /// Errors: not_found, unreadable, damaged, unsupported, too_large, cancelled.
    static VideoFile open(const std::filesystem::path& file, const Limits& limits,
                          std::stop_token stop);
    /// Opens a file that was just written here: its headers are trusted, and no packets are probed.
    /// Errors: the same.
    static VideoFile open_own(const std::filesystem::path& file, const Limits& limits,
                              std::stop_token stop);
    enum class Use { all, audio_only };
    /// Opens the same file again, at its beginning, without finding out again what is known of it.
    /// Errors: the same.
    [[nodiscard]] VideoFile reopened(Use use = Use::all) const;

    VideoFile(VideoFile&&);
    ~VideoFile();
    VideoFile(const VideoFile&) = delete;
    VideoFile& operator=(const VideoFile&) = delete;

    [[nodiscard]] const std::filesystem::path& path() const { return file_; }
    [[nodiscard]] const Limits& limits() const { return limits_; }
    [[nodiscard]] const std::stop_token& stop() const { return stop_; }
    /// What the boxes tell; meaningless for containers other than MP4 and its family.
    [[nodiscard]] const Mp4Layout& layout() const { return layout_; }
    [[nodiscard]] const AVFormatContext& format() const { return input_->format(); }
    [[nodiscard]] AVStream& picture() const { return *picture_; }
    /// nullptr: no audio.
    [[nodiscard]] AVStream* audio() const { return audio_; }

    [[nodiscard]] Orientation orientation() const { return orientation_; }
    /// The size as stored; and as shown: upright, with square pixels.
    [[nodiscard]] PixelSize stored() const {
        return {picture_->codecpar->width, picture_->codecpar->height};
    }
    [[nodiscard]] PixelSize upright() const;
    /// The pixel aspect ratio as stored; {0, 1}: taken for square.
    [[nodiscard]] AVRational pixel_shape() const;

    /// The first frame's pts, in the video stream's ticks.
    [[nodiscard]] std::int64_t origin() const { return origin_; }
    /// A frame's time, rounded to the nearest microsecond.
    [[nodiscard]] Time time_of(std::int64_t pts) const;
    /// Any stream's ticks on the shared clock.
    [[nodiscard]] Time time_of(const AVStream& stream, std::int64_t ticks) const;
    [[nodiscard]] std::int64_t ticks_of(const AVStream& stream, Time time) const;

    /// By the headers; if the container has a table, checked against the file's size.
    [[nodiscard]] Time duration() const { return duration_; }
    /// Whether the file is shorter than its container says. For MP4 and its family the table tells.
    [[nodiscard]] bool is_cut_short() const { return is_cut_short_; }

    /// The pts of the first frames shown, in order, if the container has no table of all frames.
    /// `shown_to_the_end`: there are no more.
    [[nodiscard]] const std::vector<std::int64_t>& first_shown() const { return first_shown_; }
    [[nodiscard]] bool shown_to_the_end() const { return shown_to_the_end_; }
    /// Whether the container has a table of all frames (MP4 and its family).
    [[nodiscard]] bool has_table() const;
    /// When each audio packet begins, in its ticks and in order, by the container's table; empty
    /// without one.
    [[nodiscard]] std::vector<std::int64_t> audio_starts_by_table() const;

    /// When each frame is shown, in its ticks and in order, before any edit list. Only for tables
    /// with uneven times and reordered frames, whose decode times do not tell; else empty.
    [[nodiscard]] std::vector<std::int64_t> frame_times_by_table() const;
    /// How long a frame is on the screen, by its packet or else by the frame rate. Units: ticks of
    /// the video stream, at least one.
    [[nodiscard]] std::int64_t length_of(const AVPacket& picture) const;

    /// The next packet of video or audio, in file order; false at the end. Damage ends the file,
    /// and sets `damaged`. Errors: cancelled, unreadable (the drive is gone).
    bool read(AVPacket& packet);
    /// The next video packet.
    bool read_picture(AVPacket& packet);
    [[nodiscard]] bool damaged() const { return damaged_; }

    /// The next frame read is one from which the frame at `pts` (in the video stream's ticks) can
    /// be decoded, whatever the container flags as key frames; else the first of all. Frames that
    /// cannot be decoded from there are skipped. Errors: cancelled, unreadable.
    void seek(std::int64_t pts);
    /// Frames before this pts are only needed to decode what follows.
    [[nodiscard]] std::int64_t whole_from() const { return whole_from_; }

private:
    enum class Skipped { dropped, kept_if_all };

    struct Request {
        std::filesystem::path file;
        Limits limits;
        std::stop_token stop;
    };
    /// Not open yet.
    explicit VideoFile(Request request);

    // video_open.cpp
    void open_headers();
    void open_and_probe();
    void take_streams_of(const VideoFile& known);
    void choose_streams();

    bool read_any(AVPacket& packet);
    bool read_stored(AVPacket& packet);
    [[nodiscard]] bool is_stream() const {
        return (format().iformat->flags & AVFMT_TS_DISCONT) != 0;
    }

    [[nodiscard]] bool has_scanned_end() const { return index_ && index_->end() != INT64_MIN; }

    // video_clock.cpp
    void find_origin();
    [[nodiscard]] Time stated_duration() const;
    [[nodiscard]] std::int64_t last_step_of_table() const;
    void measure_duration();

    // video_seek.cpp
    void scan();
    void set_on_one_clock(AVPacket& packet);
    bool read_to_start(Skipped skipped);
    void find_whole(const PictureStart& start);
    [[nodiscard]] bool refers_back(const AVPacket& packet);
    bool go_to(std::int64_t pts);
    void go_to_beginning();

    std::filesystem::path file_;
    Limits limits_;
    std::stop_token stop_;
    Mp4Layout layout_;
    std::unique_ptr<InputFile> input_;
    AVStream* picture_ = nullptr;
    AVStream* audio_ = nullptr;
    EditShifts edits_;
    Orientation orientation_ = Orientation::upright;
    std::int64_t origin_ = 0;
    Time duration_{0};
    std::deque<Packet> ahead_;  // read while looking for the origin or a start
    std::unique_ptr<StartFinder> starts_;
    std::int64_t start_pts_ = INT64_MIN, whole_from_ = INT64_MIN;
    bool is_behind_open_start_ = false;
    std::shared_ptr<const StreamIndex> index_;  // of transport and program streams only
    std::int64_t last_place_[2] = {0, 0};       // of video and audio
    std::int64_t first_stored_ =
        INT64_MAX;  // pts of the first frame to be shown, even if it cannot be decoded
    bool is_cut_short_ = false;
    std::vector<std::int64_t> first_shown_;
    bool shown_to_the_end_ = false;
    bool damaged_ = false;
};

/// A frame's size by the container's table. FFmpeg stores it in 30 bits, and takes the highest one
/// for a sign.
inline std::int64_t bytes_of(const AVIndexEntry& entry) {
    return static_cast<std::int64_t>(static_cast<unsigned>(entry.size) & 0x3FFF'FFFFU);
}

/// When a packet's content is shown, as far as its container tells; AV_NOPTS_VALUE: unknown.
inline std::int64_t pts_or_dts(const AVPacket& packet) {
    return packet.pts != AV_NOPTS_VALUE ? packet.pts : packet.dts;
}

/// The rotation and mirroring of a display matrix; angles are rounded to the nearest quarter turn.
Orientation orientation_from_matrix(const std::int32_t* matrix) noexcept;

}  // namespace mediaedit::internal
