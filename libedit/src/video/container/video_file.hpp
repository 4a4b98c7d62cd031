// A video file that is open: its streams, its clock, its packets.
#pragma once

#include "picture/geometry/orientation.hpp"
#include "video/bitstream/picture_start.hpp"
#include "video/container/clock_breaks.hpp"
#include "video/container/edit_shifts.hpp"
#include "video/container/input_file.hpp"
#include "video/container/mp4_boxes.hpp"
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
#include <utility>
#include <vector>

namespace mediaedit::internal {

/// Times: pictures and sound share one clock that is 0 at the first picture that can be decoded and
/// is shown; where the file's clock jumps, it goes on. Threads: one at a time.
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

    /// The same as open() and reopened().
    VideoFile(const std::filesystem::path& file, const Limits& limits, std::stop_token stop)
        : VideoFile(open(file, limits, std::move(stop))) {}
    struct Again {
        const VideoFile& file;
    };
    explicit VideoFile(Again again) : VideoFile(again.file.reopened()) {}

    VideoFile(VideoFile&&);
    ~VideoFile();
    VideoFile(const VideoFile&) = delete;
    VideoFile& operator=(const VideoFile&) = delete;

    [[nodiscard]] const std::filesystem::path& path() const { return file_; }
    [[nodiscard]] const Limits& limits() const { return limits_; }
    [[nodiscard]] const std::stop_token& stop() const { return stop_; }
    /// What its boxes tell; of other containers than MP4 and its family it means nothing.
    [[nodiscard]] const Mp4Layout& layout() const { return layout_; }
    [[nodiscard]] const AVFormatContext& format() const { return input_->format(); }
    [[nodiscard]] AVStream& picture() const { return *picture_; }
    /// nullptr: no sound.
    [[nodiscard]] AVStream* sound() const { return sound_; }

    [[nodiscard]] Orientation orientation() const { return orientation_; }
    /// As stored; and as seen: upright, in square pixels.
    [[nodiscard]] PixelSize stored() const {
        return {picture_->codecpar->width, picture_->codecpar->height};
    }
    [[nodiscard]] PixelSize upright() const;
    /// Of a pixel as stored; {0, 1}: it is taken for square.
    [[nodiscard]] AVRational pixel_shape() const;

    /// The first picture's pts, in the picture stream's ticks.
    [[nodiscard]] std::int64_t origin() const { return origin_; }
    /// A picture's time: the nearest microsecond to its pts.
    [[nodiscard]] Time time_of(std::int64_t pts) const;
    /// Any stream's ticks on the shared clock.
    [[nodiscard]] Time time_of(const AVStream& stream, std::int64_t ticks) const;
    [[nodiscard]] std::int64_t ticks_of(const AVStream& stream, Time time) const;

    /// How far the file goes by what its headers say; checked against what is there where the
    /// container tells places.
    [[nodiscard]] Time duration() const { return duration_; }
    /// By the container's own headers the file should go on; of MP4 and its family the table tells.
    [[nodiscard]] bool is_cut_short() const { return is_cut_short_; }

    /// The pts of the first pictures shown, in order, where the container has no table of all of
    /// them; `shown_to_the_end` when there are no more.
    [[nodiscard]] const std::vector<std::int64_t>& first_shown() const { return first_shown_; }
    [[nodiscard]] bool shown_to_the_end() const { return shown_to_the_end_; }
    /// Whether the container tells of each picture where it lies (MP4 and its family).
    [[nodiscard]] bool has_table() const;
    /// When each packet of the sound begins, in its ticks and in order, where the container tells
    /// it without being read; else empty.
    [[nodiscard]] std::vector<std::int64_t> told_sound_starts() const;

    /// When each picture is shown, in its ticks and in order, before any edit list: of a table with
    /// uneven times in which pictures are stored in another order than they are shown, so that the
    /// times at which they are decoded do not tell. Else empty.
    [[nodiscard]] std::vector<std::int64_t> told_picture_times() const;
    /// How long a picture is on the screen by its own word; where it has none, by the film's rate.
    /// Units: ticks of the picture, at least one.
    [[nodiscard]] std::int64_t length_of(const AVPacket& picture) const;

    /// The next packet of the two streams, in file order; false at the end. A damaged end is an
    /// end, and sets `damaged`. Errors: cancelled, unreadable (the drive is gone).
    bool read(AVPacket& packet);
    /// Likewise the next one of the pictures.
    bool read_picture(AVPacket& packet);
    [[nodiscard]] bool damaged() const { return damaged_; }

    /// The next picture that is read is one from which on the picture at `pts` (in ticks of the
    /// picture) can be decoded, whatever the container calls a key picture; else the first of all.
    /// Pictures that cannot be decoded from there on are not read. Errors: cancelled, unreadable.
    void seek(std::int64_t pts);
    /// What is read before this pts only serves to make what follows.
    [[nodiscard]] std::int64_t whole_from() const { return whole_from_; }

private:
    /// A place where decoding can begin, in a file whose places are found by reading it.
    struct Place {
        std::int64_t pts = 0, byte = 0;
    };
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

    // video_clock.cpp
    void find_origin();
    [[nodiscard]] Time told_duration() const;
    [[nodiscard]] std::int64_t last_step_of_table() const;
    void measure_duration();

    // video_seek.cpp
    void scan();
    void set_on_one_clock(AVPacket& packet);
    bool read_to_start(Skipped skipped);
    void find_whole(const PictureStart& start);
    [[nodiscard]] bool leans_back(const AVPacket& packet);
    bool go_to(std::int64_t pts);
    void go_to_beginning();

    std::filesystem::path file_;
    Limits limits_;
    std::stop_token stop_;
    Mp4Layout layout_;
    std::unique_ptr<InputFile> input_;
    AVStream* picture_ = nullptr;
    AVStream* sound_ = nullptr;
    EditShifts edits_;
    Orientation orientation_ = Orientation::upright;
    std::int64_t origin_ = 0;
    Time duration_{0};
    std::deque<Packet> ahead_;  // read while looking for the origin or a start
    std::unique_ptr<StartFinder> starts_;
    std::int64_t start_pts_ = INT64_MIN, whole_from_ = INT64_MIN;
    bool is_behind_open_start_ = false;
    std::shared_ptr<const ClockBreaks> breaks_;  // of streams only
    std::shared_ptr<const std::vector<Place>> places_;
    std::int64_t last_place_[2] = {0, 0};   // of pictures and sound
    std::int64_t scanned_end_ = INT64_MIN;  // of the pictures of a stream
    std::int64_t first_stored_ =
        INT64_MAX;  // the first picture that shall be shown, whether it can be decoded or not
    bool is_cut_short_ = false;
    std::vector<std::int64_t> first_shown_;
    bool shown_to_the_end_ = false;
    bool damaged_ = false;
};

/// How large the container's table says a picture is: FFmpeg keeps it in 30 bits, the highest of
/// which it takes for a sign.
inline std::int64_t bytes_of(const AVIndexEntry& entry) {
    return static_cast<std::int64_t>(static_cast<unsigned>(entry.size) & 0x3FFF'FFFFU);
}

/// When a packet's content is shown, as near as its container tells; AV_NOPTS_VALUE: not at all.
inline std::int64_t pts_or_dts(const AVPacket& packet) {
    return packet.pts != AV_NOPTS_VALUE ? packet.pts : packet.dts;
}

/// The turn and mirroring that a display matrix asks for; other angles go to the nearest quarter.
Orientation orientation_from_matrix(const std::int32_t* matrix) noexcept;

}  // namespace mediaedit::internal
