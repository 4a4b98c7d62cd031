// Checks of a video's facts against a placement.
#include "placement/check/check_video.hpp"

#include "placement/check/findings.hpp"
#include "placement/fact_numbers.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace mediaedit::internal {

bool is_avoided(const Placement& placement, std::string_view what) {
    const auto& avoid = placement.video.avoid;
    return std::ranges::find(avoid, what) != avoid.end();
}

std::string codec_text(std::string_view codec) {
    static constexpr std::array<std::pair<std::string_view, std::string_view>, 11> names{{
        {"h264", "H.264"},
        {"hevc", "HEVC (H.265)"},
        {"h263", "H.263"},
        {"mpeg4", "MPEG-4 (DivX)"},
        {"mpeg2video", "MPEG-2"},
        {"mpeg1video", "MPEG-1"},
        {"mjpeg", "Motion JPEG"},
        {"prores", "ProRes"},
        {"amr_nb", "AMR"},
        {"ac3", "Dolby Digital (AC-3)"},
        {"vorbis", "Vorbis"},
    }};
    const auto found =
        std::ranges::find(names, codec, &std::pair<std::string_view, std::string_view>::first);
    if (found != names.end()) return std::string(found->second);
    return codec.starts_with("pcm_") ? "PCM" : upper(codec);
}

std::vector<Finding> check_video(const VideoFacts& facts, const Placement& placement) {
    std::vector<Finding> findings;
    if (!check_kind(facts.info, placement, findings)) return findings;
    check_file_facts(facts.info, placement, findings);
    check_video_picture(facts, placement, findings);
    check_video_audio(facts, placement, findings);
    check_video_layout(facts, placement, findings);
    check_privacy(facts.info, findings);
    sort_findings(findings);
    return findings;
}

}  // namespace mediaedit::internal
