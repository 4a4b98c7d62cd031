// Finds cuts between scenes.
#pragma once

#include "video/decode/copy_plan.hpp"
#include "video/decode/frame_reader.hpp"

#include <mediaedit/media_info.hpp>
#include <mediaedit/recipe.hpp>

#include <opencv2/core/mat.hpp>

#include <cstdint>
#include <span>
#include <vector>

namespace mediaedit::internal {

/// What distinguishes frames of different scenes.
struct Glance {
    std::int64_t pts = 0;
    cv::Mat small;    ///< CV_8UC3, a few pixels wide
    cv::Mat colours;  ///< CV_32F, a colour histogram
};

/// Shapes: CV_8UC3 RGB of any size.
Glance glance_at(std::int64_t pts, const cv::Mat& rgb);

/// The first frame of each further scene in `ranges`, exactly. Dissolves and flashes are not cuts;
/// a scene shorter than half a second is merged with the one before. Units: ticks, rising. `seen`:
/// samples of the clip, turned as `recipe` says, rising. Between two similar ones no cut is
/// searched; between others only a few seconds of video are decoded in all. Errors: those of
/// FrameReader.
std::vector<std::int64_t> find_scene_cuts(const Recipe& recipe, const MediaInfo& info,
                                          FrameReader& frames, std::span<const KeptRange> ranges,
                                          std::span<const Glance> seen);

}  // namespace mediaedit::internal
