// mediaedit placements: where can pictures be posted, and in what size?
#include "commands.hpp"

#include <algorithm>
#include <iomanip>
#include <sstream>

namespace cli {
namespace {

using namespace mediaedit;

template <class Value>
Json or_null(const std::optional<Value>& value) {
    return value ? Json(*value) : Json(nullptr);
}

Json placement_json(const VideoNeeds& needs) {
    return {{"formats", needs.formats},
            {"codecs", needs.codecs},
            {"min_frame_rate", or_null(needs.min_frame_rate)},
            {"max_frame_rate", or_null(needs.max_frame_rate)},
            {"max_bits_per_second", or_null(needs.max_bits_per_second)},
            {"max_group_s", or_null(needs.max_group_s)},
            {"sound_codecs", needs.audio_codecs},
            {"max_sound_hz", or_null(needs.max_audio_hz)},
            {"max_sound_channels", or_null(needs.max_audio_channels)},
            {"avoid", needs.avoid}};
}

Json placement_json(const Placement& placement) {
    const bool takes_videos = std::find(placement.kinds.begin(), placement.kinds.end(),
                                        MediaKind::video) != placement.kinds.end();
    auto kinds = Json::array();
    for (const auto kind : placement.kinds)
        kinds.push_back(kind == MediaKind::photo ? "photo" : "video");
    const auto& safe = placement.safe_area;
    return {
        {"id", placement.id},
        {"platform", placement.platform},
        {"name", placement.name},
        {"kinds", kinds},
        {"width", placement.size.width},
        {"height", placement.size.height},
        {"min_duration_s", or_null(placement.min_duration_s)},
        {"max_duration_s", or_null(placement.max_duration_s)},
        {"max_bytes", or_null(placement.max_bytes)},
        {"max_video_bytes", or_null(placement.max_video_bytes)},
        {"frame_rates", placement.frame_rates},
        {"safe_area",
         {{"top", safe.top}, {"right", safe.right}, {"bottom", safe.bottom}, {"left", safe.left}}},
        {"photo_formats", placement.photo_formats},
        {"other_shapes", placement.other_shapes == OtherShapes::cut ? "cut" : "shown_whole"},
        {"caption_max_chars", or_null(placement.caption_max_chars)},
        {"hashtags_max", or_null(placement.hashtags_max)},
        {"alt_text_max_chars", or_null(placement.alt_text_max_chars)},
        {"source", placement.source},
        {"checked_on", placement.checked_on},
        {"video", takes_videos ? placement_json(placement.video) : Json(nullptr)}};
}

ExitCode run_placements(const Session& session) {
    if (session.json()) {
        auto list = Json::array();
        for (const auto& placement : placements()) list.push_back(placement_json(placement));
        session.print(list);
        return done;
    }
    for (const auto& placement : placements()) {
        std::ostringstream line;
        line << std::left << std::setw(26) << placement.id << std::right << std::setw(5)
             << placement.size.width << " x " << std::left << std::setw(5) << placement.size.height
             << "  " << placement.platform << ", " << placement.name;
        session.say(line.str());
    }
    return done;
}

}  // namespace

void add_placements(CLI::App& program, Actions& actions) {
    auto* command =
        program.add_subcommand("placements", tr("where pictures can be posted, and in what size"))
            ->fallthrough();
    command->footer(tr("Example:") + "\n  mediaedit placements --json");
    actions["placements"] = run_placements;
}

}  // namespace cli
