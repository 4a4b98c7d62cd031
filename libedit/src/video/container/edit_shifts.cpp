// Several edits of one track.
#include "video/container/edit_shifts.hpp"

#include "video/container/mp4_times.hpp"

#include <algorithm>
#include <cstddef>
#include <optional>

namespace mediaedit::internal {
namespace {

/// A longer film with several edits is left as it is: no camera makes one.
constexpr std::size_t most_samples = 2'000'000;

/// One edit that shows something. Units: the track's ticks.
struct Edit {
    std::int64_t start = 0;  ///< in what is shown
    std::int64_t lead = 0;   ///< from the decoding of its first picture in the file's order until
                             ///< the first one is shown
};

/// Empty: something is unusual about them.
std::vector<Edit> edits_of(const std::filesystem::path& file, const Mp4Track& track,
                           std::uint32_t movie_ticks) {
    std::vector<Edit> edits;
    const auto samples = sample_times(file, track, most_samples);
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

/// Where the entries of each edit begin in FFmpeg's index: it goes back to a key picture then.
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

/// When the first picture of a run that is not left out is decoded.
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
        // Each first one on its place: else this is another FFmpeg, or another file.
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

void EditShifts::set_right(AVPacket& packet) const {
    if (moved_.empty()) return;
    const auto wish = std::pair(packet.pos, packet.dts);
    const auto key = [](const Moved& one) { return std::pair(one.place, one.dts); };
    const auto found = std::ranges::lower_bound(moved_, wish, {}, key);
    if (found == moved_.end() || key(*found) != wish) return;
    packet.dts += found->shift;
    if (packet.pts != AV_NOPTS_VALUE) packet.pts += found->shift;
}

}  // namespace mediaedit::internal
