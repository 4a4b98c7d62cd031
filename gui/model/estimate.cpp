// How large the results will be and how long they take.
#include "model/estimate.hpp"

#include "model/edits.hpp"

#include <mediaedit/language.hpp>
#include <mediaedit/prepare.hpp>

#include <algorithm>
#include <chrono>
#include <cmath>

namespace sunting {

using namespace mediaedit;

namespace {

// Measured on results of phone photos, in the quality that is saved.
constexpr double photo_bytes_a_pixel = 0.55, photo_seconds = 0.12;
constexpr double video_bits_a_pixel = 0.11;

}  // namespace

bool is_copied(const State& state, std::size_t item, const Placement& placement) {
    const auto& shown = state.post().items[item];
    const auto facts = state.facts(shown.file);
    if (!facts || facts->info.kind != MediaKind::video) return false;
    const bool drawn = !state.post().template_id.empty() || shown.faces == FaceChoice::hide;
    return !drawn && facts->fits.contains(placement.id) &&
           keeps_pictures(facts->info, placement, shown.recipe);
}

Estimate estimate_of(const State& state) {
    Estimate estimate;
    double encoded_s = 0;
    bool any_video = false, all_copied = true;
    for (std::size_t i = 0; i < state.post().items.size(); ++i) {
        const auto facts = state.facts(state.post().items[i].file);
        if (!facts) continue;
        for (const auto& placement : placements_of_item(state, i)) {
            ++estimate.files;
            const double pixels = static_cast<double>(placement.size.width) * placement.size.height;
            if (facts->info.kind == MediaKind::photo) {
                estimate.bytes +=
                    std::min(pixels * photo_bytes_a_pixel,
                             static_cast<double>(placement.max_bytes.value_or(1U << 30)));
                estimate.seconds += photo_seconds;
                continue;
            }
            any_video = true;
            const auto length =
                kept_length(*state.work(), i, facts->info.duration.value_or(Time(0)));
            const double seconds = std::chrono::duration<double>(length).count(),
                         whole =
                             std::chrono::duration<double>(facts->info.duration.value_or(Time(1)))
                                 .count();
            if (is_copied(state, i, placement)) {
                estimate.bytes +=
                    static_cast<double>(facts->info.bytes) * seconds / std::max(0.1, whole);
                estimate.seconds += 1;
                continue;
            }
            all_copied = false;
            const double rate =
                std::min(facts->info.frame_rate > 0 ? facts->info.frame_rate : 30.0, 60.0);
            estimate.bytes += seconds * rate * pixels * video_bits_a_pixel / 8;
            encoded_s +=
                seconds * rate * pixels / std::max(1e6, state.settings.encoded_pixels_per_s);
        }
    }
    estimate.seconds += encoded_s;
    if (any_video)
        estimate.reason =
            all_copied
                ? tr("Fast, because the pictures are copied as they are.")
                : tr("Every picture of the clip is drawn anew, because the shape changes, "
                     "something is added, or the place does not take it as it was recorded.");
    return estimate;
}

}  // namespace sunting
