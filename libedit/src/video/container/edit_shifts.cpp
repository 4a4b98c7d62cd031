// Corrects FFmpeg's times in a track with several edits.
#include "video/container/edit_shifts.hpp"

#include "video/container/mp4_times.hpp"

#include <algorithm>
#include <cstddef>
#include <optional>

namespace mediaedit::internal {
namespace {

/// Longer videos with several edits are not corrected; no camera makes them.
constexpr std::size_t most_edited_samples = 2'000'000;

/// An edit that shows something. Units: the track's ticks.
struct Edit {
    std::int64_t start = 0;  ///< on the presentation's clock
    std::int64_t lead = 0;   ///< from the decoding of its first frame in the file's order until its
                             ///< first frame is shown
};

/// Empty: the edits are unusual.
std::vector<Edit> edits_of(const std::filesystem::path& file, const Mp4Track& track,
                           std::uint32_t movie_ticks) {
    std::vector<Edit> edits;
    const auto samples = sample_times(file, track, most_edited_samples);
    std::int64_t start = 0;
    for (const auto& edit : track.edits) {
        if (!edit.plain_speed || edit.duration < 0) return {};
        const auto length = av_rescale(edit.duration, track.ticks_per_second, movie_ticks);
        std::optional<std::int64_t> decoded, shown;
        for (const auto& sample : samples) {
            if (edit.media_time < 0 || sample.shown < edit.media_time) continue;
            if (edit.duration > 0 && sample.shown - edit.media_time >= length) continue;
            if (!decoded) decoded = sample.decoded;
            shown = std::min(shown.value_or(sample.shown), sample.shown);
        }
        if (decoded) edits.push_back({start, *shown - *decoded});
        start += length;
    }
    return edits;
}

/// Where the entries of each edit begin in FFmpeg's index: there it goes back to a key frame.
std::vector<int> runs_of(AVStream& picture) {
    std::vector<int> runs;
    const AVIndexEntry* last = nullptr;
    for (int i = 0; i < avformat_index_get_entries_count(&picture); ++i) {
        const auto* entry = avformat_index_get_entry(&picture, i);
        if (!last || entry->timestamp <= last->timestamp || entry->pos < last->pos)
            runs.push_back(i);
        last = entry;
    }
    return runs;
}

/// When the first visible frame of a run is decoded.
std::optional<std::int64_t> first_kept(AVStream& picture, int begin, int end) {
    for (int i = begin; i < end; ++i) {
        const auto* entry = avformat_index_get_entry(&picture, i);
        if ((entry->flags & AVINDEX_DISCARD_FRAME) == 0) return entry->timestamp;
    }
    return {};
}

}  // namespace

EditShifts::EditShifts(const std::filesystem::path& file, const Mp4Layout& layout,
                       AVStream& picture) {
    const auto track = std::ranges::find(layout.tracks, "vide", &Mp4Track::handler);
    if (track == layout.tracks.end() || track->edits.size() < 2 || !track->has_composition_offsets)
        return;
    if (layout.ticks_per_second == 0 || track->ticks_per_second == 0 || layout.fragmented) return;
    const auto edits = edits_of(file, *track, layout.ticks_per_second);
    auto runs = runs_of(picture);
    if (edits.size() < 2 || runs.size() != edits.size()) return;
    runs.push_back(avformat_index_get_entries_count(&picture));
    const auto first = first_kept(picture, runs[0], runs[1]);
    for (std::size_t i = 1; i < edits.size(); ++i) {
        const auto begin = first_kept(picture, runs[i], runs[i + 1]);
        // Each edit's first frame must be where FFmpeg is known to put it; otherwise FFmpeg behaves
        // differently.
        if (!first || !begin || *begin - *first != edits[i].start - edits[0].start) {
            moved_.clear();
            return;
        }
        const auto shift = edits[0].lead - edits[i].lead;
        for (int k = runs[i]; shift != 0 && k < runs[i + 1]; ++k) {
            const auto* entry = avformat_index_get_entry(&picture, k);
            moved_.push_back({entry->pos, entry->timestamp, shift});
        }
    }
    std::ranges::sort(moved_, {}, [](const Moved& one) { return std::pair(one.place, one.dts); });
}

void EditShifts::correct_times(AVPacket& packet) const {
    if (moved_.empty()) return;
    const auto wanted = std::pair(packet.pos, packet.dts);
    const auto key = [](const Moved& one) { return std::pair(one.place, one.dts); };
    const auto found = std::ranges::lower_bound(moved_, wanted, {}, key);
    if (found == moved_.end() || key(*found) != wanted) return;
    packet.dts += found->shift;
    if (packet.pts != AV_NOPTS_VALUE) packet.pts += found->shift;
}

}  // namespace mediaedit::internal
