// A video kept open, to be looked at.
#pragma once

#include "overlay/overlay_art.hpp"

#include <mediaedit/geometry.hpp>
#include <mediaedit/media_info.hpp>
#include <mediaedit/plan.hpp>
#include <mediaedit/recipe.hpp>
#include <mediaedit/time.hpp>

#include <opencv2/core/mat.hpp>

namespace mediaedit::internal {

/// Shapes: CV_8UC3 RGB. Threads: one at a time.
class VideoPreviewSource {
public:
    VideoPreviewSource() = default;
    virtual ~VideoPreviewSource() = default;
    VideoPreviewSource(const VideoPreviewSource&) = delete;
    VideoPreviewSource& operator=(const VideoPreviewSource&) = delete;

    [[nodiscard]] virtual const MediaInfo& info() const = 0;

    /// The picture shown at `at`, upright, of exactly this size. Before the first one and behind
    /// the last one these two are shown. Errors: damaged, when there is none.
    virtual cv::Mat original(Time at, PixelSize size) = 0;

    /// What export_media would write of that picture. `scale`: of the result. Errors: those of
    /// make_plan; damaged. Its sides are even.
    virtual cv::Mat edited(const Recipe& recipe, const Logos& logos, Time at, double scale) = 0;

    /// The plan that export_media would carry out, with what had to be found. Errors: those of
    /// make_plan.
    virtual Plan planned(const Recipe& recipe) = 0;
};

}  // namespace mediaedit::internal
