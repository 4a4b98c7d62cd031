// What of a video can be copied when parts of it are kept, and what must be encoded between.
#pragma once

#include "video/h264.hpp"
#include "video/video_file.hpp"

#include <mediaedit/time.hpp>

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace mediaedit::internal {

/// Why pictures cannot be copied. Thrown; whoever catches it encodes all.
struct CannotCopy {
    std::string code;    ///< of the Report's note, see docs/trimming.md
    std::string detail;
};

/// One kept range. Units: ticks of the picture stream.
///
///     source   ..I....B....I.........I.........I.....|...
///                     begin copy_from           end of the last copied ... end
struct KeptRange {
    std::int64_t begin = 0;                  ///< pts of the first picture shown
    std::int64_t end = 0;                    ///< where a picture behind the last one would stand
    std::optional<std::int64_t> copy_from;   ///< the true key picture from which on packets are copied; absent: all is encoded
    bool is_changed = false;                 ///< something is drawn on its pictures
};

/// What the copied stream is made of.
struct CopySource {
    AvcRecord record;
    unsigned free_set_id = 0;  ///< no parameter set of the source goes by it
};

/// Errors: CannotCopy: codec, container, parameter_sets, interlaced.
CopySource examine_for_copy(const VideoFile& file);

/// Finds the pictures that `keep` (times on the source's clock, sorted, not overlapping; empty: all) begins and ends with.
/// Ranges in which no picture is shown are left out.
/// Errors: CannotCopy: timestamps; cancelled.
std::vector<KeptRange> plan_ranges(VideoFile& file, const CopySource* source, std::span<const TimeRange> keep);

/// What a damaged file's pictures say of their times may be far more than its headers say. Errors: too_large, when all ranges together are longer than a video may be.
void check_length(const VideoFile& file, std::span<const KeptRange> ranges, const Limits& limits);

/// Whether a packet of the copied stream is a true key picture (IDR). Errors: CannotCopy: units; parameter_sets, when sets stand
/// in it that are not those of the record.
bool is_true_key(const AVPacket& packet, const AvcRecord& record);

}  // namespace mediaedit::internal
