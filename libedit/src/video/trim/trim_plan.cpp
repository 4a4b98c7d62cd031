// What a trim keeps of a video, what of that is copied, and on which clock.
#include "video/trim/trim_plan.hpp"

#include "base/failure.hpp"
#include "base/message.hpp"
#include "plan/changed_parts.hpp"
#include "video/decode/pictures_around.hpp"
#include "video/frame/frame_colour.hpp"

#include <algorithm>
#include <utility>

namespace mediaedit::internal {
namespace {

/// If more than this, and more than half of the result, must be encoded, all of it is encoded: that
/// gives better control of the file's size.
constexpr std::int64_t most_encoded_s = 10;

/// No camera records more.
constexpr int most_frames_a_second = 240;

/// Overlays are drawn by FrameRenderer, so the source must have the pixel format that it makes. Any
/// matrix and range will do. Errors: CannotCopy: pixels.
void require_plain_frames(const VideoFile& file) {
    const auto& parameters = *file.picture().codecpar;
    const bool is_420 =
        parameters.format == AV_PIX_FMT_YUV420P || parameters.format == AV_PIX_FMT_YUVJ420P;
    const auto shape = parameters.sample_aspect_ratio;
    const bool has_square_pixels = shape.num == 0 || shape.num == shape.den;
    if (!is_420 || needs_tone_map(colour_of(parameters)) || !has_square_pixels ||
        parameters.width % 2 != 0 || parameters.height % 2 != 0)
        throw CannotCopy{"pixels", "not 8 bit 4:2:0 of ordinary colours and square pixels"};
}

std::vector<KeptRange> kept_ranges(VideoFile& file, const CopySource& source,
                                   const Recipe& recipe) {
    std::vector<KeptRange> ranges;
    for (const auto& part : changed_parts(recipe, [&](Time at) { return screen_at(file, at); })) {
        if (part.is_changed) require_plain_frames(file);
        for (auto range :
             plan_ranges(file, part.is_changed ? nullptr : &source, {&part.range, 1})) {
            range.is_changed = part.is_changed;
            ranges.push_back(range);
        }
    }
    return ranges;
}

/// Errors: CannotCopy: mostly_changed, no_key_picture.
void require_little_encoding(const TrimPlan& plan) {
    const auto& cuts = plan.cuts;
    std::int64_t encoded = 0, changed = 0;
    for (const auto& range : plan.ranges) {
        if (range.copy_from != range.begin)
            encoded +=
                (range.copy_from ? cuts.at(*range.copy_from) : cuts.end(range)) - cuts.begin(range);
        if (range.is_changed) changed += cuts.length(range);
    }
    const auto much =
        std::max(plan.length / 2, av_rescale_q(most_encoded_s, {1, 1}, cuts.time_base()));
    if (changed > much) throw CannotCopy{"mostly_changed", ""};
    if (encoded > much) throw CannotCopy{"no_key_picture", "key pictures are too far apart"};
}

/// Counts the frames in the file's table that are decoded while a range is shown, and adds as many
/// as the codec may hold back.
std::int64_t most_frames_by_table(const VideoFile& file, const TrimPlan& plan) {
    auto& stream = file.picture();
    const auto extra = 4 * most_delay * static_cast<std::int64_t>(plan.ranges.size());
    std::int64_t most = extra;
    for (int i = 0; i < avformat_index_get_entries_count(&stream); ++i) {
        const auto at = avformat_index_get_entry(&stream, i)->timestamp;
        most += std::ranges::any_of(plan.ranges, [at](const KeptRange& range) {
            return range.begin <= at && at < range.end;
        });
    }
    // The table's clock may differ from that of the packets.
    const auto usual =
        2 * static_cast<double>(plan.length) * av_q2d(plan.cuts.time_base()) *
        std::min(av_q2d(stream.avg_frame_rate), static_cast<double>(most_frames_a_second));
    return std::max(most, static_cast<std::int64_t>(usual) + extra);
}

}  // namespace

std::int64_t TrimPlan::result_time(std::int64_t pts, const PlacedRange& place) const {
    return place.at + std::max<std::int64_t>(0, cuts.at(pts) - cuts.begin(place.range));
}

TrimPlan plan_trim(VideoFile& file, const Recipe& recipe, const Limits& limits) {
    auto source = examine_for_copy(file);
    auto ranges = kept_ranges(file, source, recipe);
    if (ranges.empty())
        fail(ErrorCode::bad_recipe,
             tr("The part that shall be kept holds no picture; choose another one."), "keep");
    check_length(file, ranges, limits);
    const CutClock cuts(file, ranges);
    TrimPlan plan{std::move(source), std::move(ranges), cuts};
    for (const auto& range : plan.ranges) plan.length += cuts.length(range);
    require_little_encoding(plan);
    return plan;
}

AudioOptions audio_options_of(const TrimPlan& plan, const Recipe& recipe) {
    auto options = audio_options_of(recipe);
    const auto& cuts = plan.cuts;
    for (const auto& range : plan.ranges) {
        const TimeRange heard{cuts.time(cuts.begin(range)), cuts.time(cuts.end(range))};
        // Ranges that touch become one, since the audio is faded at each cut.
        if (!options.keep.empty() && options.keep.back().end == heard.start)
            options.keep.back().end = heard.end;
        else options.keep.push_back(heard);
    }
    options.result_duration = plan.duration();
    options.may_copy = true;
    return options;
}

std::int64_t most_frames(const VideoFile& file, const TrimPlan& plan) {
    if (file.has_table()) return most_frames_by_table(file, plan);
    return static_cast<std::int64_t>(static_cast<double>(plan.length) *
                                     av_q2d(plan.cuts.time_base()) * most_frames_a_second) +
           1024;
}

}  // namespace mediaedit::internal
