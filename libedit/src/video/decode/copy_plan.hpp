// Plans which packets can be copied when parts of a video are kept, and which frames must be
// encoded.
#pragma once

#include "video/bitstream/h264.hpp"
#include "video/container/video_file.hpp"

#include <mediaedit/time.hpp>

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace mediaedit::internal {

/// Thrown when frames cannot be copied; whoever catches it encodes all of them.
struct CannotCopy {
    std::string code;  ///< of the Report's note, see docs/apps/trimming.md
    std::string detail;
};

/// The written result is not what it was meant to be. Throws CannotCopy.
[[noreturn]] inline void fail_verification(const std::string& detail) {
    throw CannotCopy{"verification", detail};
}

/// One kept range. Units: ticks of the video stream.
///
///     source   ..I....B....I.........I.........I.....|...
///                     begin copy_from           end of the last copied ... end
///
/// If it begins or ends within a frame that is on the screen for long, only a part of that frame's
/// time is kept (plan/screen_time.hpp):
///
///     source   B-----------------|-|-|-|-|-B-----------------|
///              begin  cut_begin                cut_end       end
struct KeptRange {
    std::int64_t begin = 0;  ///< pts of the first frame shown
    std::int64_t end =
        0;  ///< pts of the frame after the last one, or the end of the last one's time
    std::optional<std::int64_t> cut_begin{},
        cut_end{};  ///< Units: ticks of CutClock, 0 at the file's first frame
    std::optional<std::int64_t> copy_from{};  ///< the true key frame from which on packets are
                                              ///< copied; absent: all is encoded
    bool is_changed = false;                  ///< something is drawn on its frames
};

/// The clock on which kept ranges are put together, 0 at the file's first frame. It has the video
/// stream's ticks, so that nothing is rounded. If a frame is cut in time, its ticks are finer: in
/// an AVI with one frame a second a tick is a second.
class CutClock {
public:
    CutClock(const VideoFile& file, std::span<const KeptRange> ranges);
    /// The clock with the finest ticks for this file, in which cuts are given.
    static CutClock for_cuts(const VideoFile& file);

    [[nodiscard]] AVRational time_base() const { return {base_.num, base_.den * fineness_}; }
    [[nodiscard]] std::int64_t at(std::int64_t pts) const { return (pts - origin_) * fineness_; }
    [[nodiscard]] std::int64_t begin(const KeptRange& range) const {
        return range.cut_begin ? *range.cut_begin : at(range.begin);
    }
    [[nodiscard]] std::int64_t end(const KeptRange& range) const {
        return range.cut_end ? *range.cut_end : at(range.end);
    }
    [[nodiscard]] std::int64_t length(const KeptRange& range) const {
        return end(range) - begin(range);
    }
    [[nodiscard]] std::int64_t ticks(Time time) const {
        return av_rescale_q_rnd(time.count(), AV_TIME_BASE_Q, time_base(), AV_ROUND_NEAR_INF);
    }
    [[nodiscard]] Time time(std::int64_t ticks) const {
        return Time(av_rescale_q_rnd(ticks, time_base(), AV_TIME_BASE_Q, AV_ROUND_NEAR_INF));
    }

private:
    CutClock(const VideoFile& file, bool cuts);

    AVRational base_;
    int fineness_ = 1;
    std::int64_t origin_;
};

/// What the copied stream is made of.
struct CopySource {
    AvcRecord record;
    unsigned free_set_id = 0;  ///< no parameter set of the source has it
};

/// Errors: CannotCopy: codec, container, parameter_sets, interlaced.
CopySource examine_for_copy(const VideoFile& file);

/// Finds the frames with which the ranges of `keep` (times on the source's clock, sorted, not
/// overlapping; empty: all) begin and end, and where those are cut in time. Ranges without a frame
/// are left out. Errors: CannotCopy: timestamps; cancelled.
std::vector<KeptRange> plan_ranges(VideoFile& file, const CopySource* source,
                                   std::span<const TimeRange> keep);

/// The frames of a damaged file may span far more time than its headers say. Errors: too_large,
/// when all ranges together are longer than the limits allow.
void check_length(const VideoFile& file, std::span<const KeptRange> ranges, const Limits& limits);

/// Whether a packet of the copied stream is a true key frame (IDR). Errors: CannotCopy: units;
/// parameter_sets, when it contains sets other than those of the record.
bool is_true_key(const AVPacket& packet, const AvcRecord& record);

}  // namespace mediaedit::internal
