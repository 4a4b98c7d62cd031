// Whether a video stream can be copied for a placement.
#include "placement/prepare/video_fits.hpp"

#include "placement/check/check_video.hpp"

#include <algorithm>
#include <array>
#include <string_view>

namespace mediaedit::internal {
namespace {

/// Findings on the container, which every result has fixed.
constexpr std::array<std::string_view, 4> fixed_by_copying{"format", "edit_list", "moov_last",
                                                           "extra_tracks"};

}  // namespace

bool pictures_fit(const VideoFacts& facts, const Placement& placement) {
    std::vector<Finding> findings;
    check_video_picture(facts, placement, findings);
    check_video_layout(facts, placement, findings);
    return !facts.full_range && std::ranges::all_of(findings, [](const Finding& finding) {
        return std::ranges::find(fixed_by_copying, finding.code) != fixed_by_copying.end();
    });
}

}  // namespace mediaedit::internal
