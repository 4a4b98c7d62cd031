// Checks of a video's facts against a placement.
#pragma once

#include "av/video_facts.hpp"

#include <mediaedit/check.hpp>

#include <string>
#include <string_view>
#include <vector>

namespace mediaedit::internal {

/// All findings for a video. Unknown facts are not findings. Shapes: errors first.
std::vector<Finding> check_video(const VideoFacts& facts, const Placement& placement);

// Parts of it. Each adds its findings.
void check_video_picture(const VideoFacts& facts, const Placement& placement,
                         std::vector<Finding>& findings);
void check_video_audio(const VideoFacts& facts, const Placement& placement,
                       std::vector<Finding>& findings);
void check_video_layout(const VideoFacts& facts, const Placement& placement,
                        std::vector<Finding>& findings);

/// Whether the placement's rules advise against `what`.
bool is_avoided(const Placement& placement, std::string_view what);

/// "H.264" of "h264".
std::string codec_text(std::string_view codec);

}  // namespace mediaedit::internal
