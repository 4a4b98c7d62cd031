// Where a clip cuts from one scene to another.
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

/// So much of a picture as tells scenes apart.
struct Glance {
    std::int64_t pts = 0;
    cv::Mat small;    ///< CV_8UC3, a few pixels wide
    cv::Mat colours;  ///< CV_32F, how much there is of each
};

/// Shapes: CV_8UC3 RGB of any size.
Glance glance_at(std::int64_t pts, const cv::Mat& rgb);

/// The first picture of each further scene in what is kept: exactly the one with which the picture
/// changes at once. A dissolve is no cut, nor is a flash; a scene of less than half a second
/// belongs to the one before. Units: ticks, rising. `seen`: what was seen of the clip, turned as
/// `recipe` wants it, rising; between two that look alike no cut is looked for, and between others
/// no more than a few seconds of pictures are decoded in all.
/// Errors: those of FrameReader.
std::vector<std::int64_t> find_scene_cuts(const Recipe& recipe, const MediaInfo& info,
                                          FrameReader& frames, std::span<const KeptRange> ranges,
                                          std::span<const Glance> seen);

}  // namespace mediaedit::internal
