// Reads from the boxes of an MP4 or MOV file what FFmpeg does not report.
#pragma once

#include <cstdint>
#include <filesystem>
#include <istream>
#include <optional>
#include <string>
#include <vector>

namespace mediaedit::internal {

struct Mp4Edit {
    std::int64_t duration = 0;    ///< in the movie's ticks; 0: to the end
    std::int64_t media_time = 0;  ///< in the track's ticks; -1: nothing is shown
    bool plain_speed = true;
};

/// A box's content. Units: bytes from the file's beginning.
struct ByteRange {
    std::uint64_t begin = 0, end = 0;
};

struct Mp4Track {
    std::string handler;                      ///< "vide", "soun", "text", "meta" ...
    std::vector<std::string> sample_entries;  ///< "avc1", "mp4a" ...
    std::uint32_t ticks_per_second = 0;
    std::uint64_t duration = 0;  ///< in the track's ticks
    std::vector<Mp4Edit> edits;
    bool has_composition_offsets = false;
    ByteRange decode_times{}, composition_offsets{};  ///< of `stts` and `ctts`; empty: none
    std::uint64_t samples = 0;                        ///< by its table of sizes
    bool one_sample_a_tick = false;                   ///< uncompressed audio, stored in chunks
};

struct Mp4Layout {
    std::string brand;
    std::uint32_t ticks_per_second = 0;  ///< the movie's
    std::vector<Mp4Track> tracks;
    std::optional<std::uint64_t> moov_at, mdat_at;  ///< of the first `moov` and `mdat`, in bytes
    bool fragmented = false;
    std::uint64_t samples_in_fragments = 0;
    bool has_location = false;  ///< in the user data of the movie or of a track
    bool has_owner_data = false;
    bool damaged = false;     ///< a box has an impossible size; the boxes before it were read
    bool ends_early = false;  ///< the last box is longer than the file
    bool is_cut_off = false;  ///< there are too many boxes or tracks; not all were read
};

/// Reads headers only, never media. Safe for untrusted files: errors set `damaged`, nothing is
/// thrown, and depth, count and size of what is read are bounded.
Mp4Layout read_mp4_layout(std::istream& in);

/// The same. A file that cannot be opened counts as empty.
Mp4Layout read_mp4_layout(const std::filesystem::path& file);

/// Whether the file's tables claim far more frames and packets than any real video has. FFmpeg
/// keeps each of them in memory, and a few bytes can claim billions.
bool asks_for_too_much(const Mp4Layout& layout) noexcept;

/// Whether the track's edit list does anything else than show the whole track.
bool edits_change(const Mp4Track& track, std::uint32_t movie_ticks_per_second) noexcept;

}  // namespace mediaedit::internal
