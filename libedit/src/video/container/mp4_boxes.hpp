// How an MP4 or MOV file is laid out: what its boxes tell and FFmpeg keeps to itself.
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
    ByteRange decode_times{}, composition_offsets{};  ///< the tables `stts` and `ctts`; empty: none
    std::uint64_t samples = 0;                        ///< as its table of sizes says
    bool one_sample_a_tick = false;  ///< sound that is not compressed: kept by the chunk
};

struct Mp4Layout {
    std::string brand;
    std::uint32_t ticks_per_second = 0;  ///< the movie's
    std::vector<Mp4Track> tracks;
    std::optional<std::uint64_t> moov_at, mdat_at;  ///< the first of each, in bytes
    bool fragmented = false;
    std::uint64_t samples_in_fragments = 0;
    bool has_location = false;  ///< in the user data of the movie or of a track
    bool has_owner_data = false;
    bool damaged = false;     ///< a box is impossible; what was read before it counts
    bool ends_early = false;  ///< the last box is longer than the file
    bool is_cut_off = false;  ///< there are more boxes or tracks than are read
};

/// Reads headers only, never a picture or sound. Made for strangers' files: what is wrong sets
/// `damaged`, nothing is thrown, and neither depth, number nor length of what is read depends on
/// what the file claims.
Mp4Layout read_mp4_layout(std::istream& in);

/// The same. A file that cannot be opened has the layout of an empty one.
Mp4Layout read_mp4_layout(const std::filesystem::path& file);

/// Whether a player that keeps each picture and packet in memory, as FFmpeg does, would need far
/// more of it than any film does: a few bytes may tell of billions.
bool asks_for_too_much(const Mp4Layout& layout) noexcept;

/// Whether the track's edit list does more than to show the track as it is, from its beginning to
/// its end.
bool edits_change(const Mp4Track& track, std::uint32_t movie_ticks_per_second) noexcept;

}  // namespace mediaedit::internal
