// Any bytes for the reader of videos: a description within the limits, or an error with a message.
#include "av/av_parts.hpp"
#include "base/guard.hpp"
#include "fuzz/film_folder.hpp"

#include <cmath>
#include <cstdint>

using namespace mediaedit;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const fuzz::FilmFolder folder({data, size});
    if (!folder.is_film()) return 0;
    const auto control = fuzz::small_control();
    const auto info = probe(folder.source(), control);
    const auto facts = internal::guard(
        [&] { return internal::av_parts().inspect_video(folder.source(), control); });
    fuzz::require(info.has_value() == facts.has_value());
    if (!info) {
        fuzz::require_refusal(info.error());
        fuzz::require_refusal(facts.error());
        return 0;
    }
    fuzz::require_within(info->size, control.limits);
    fuzz::require(info->duration && *info->duration > Time(0) &&
                  *info->duration <= control.limits.max_duration);
    fuzz::require(std::isfinite(info->frame_rate) && info->frame_rate >= 0 &&
                  info->frames.value_or(1) > 0);
    fuzz::require(facts->info.size == info->size && facts->info.duration == info->duration &&
                  facts->info.notes == info->notes);
    for (const double number : {facts->picture_bits_per_second, facts->longest_group_s,
                                facts->usual_group_s, facts->pixel_aspect})
        fuzz::require(std::isfinite(number) && number >= 0);
    fuzz::require(std::isfinite(facts->audio_ends_later_s.value_or(0)));
    return 0;
}
