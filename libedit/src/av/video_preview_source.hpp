// An open video, for Preview.
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

    /// The frame shown at `at`, upright, scaled to exactly `size`. Times outside the video give its
    /// first or last frame. Errors: damaged if no frame can be decoded.
    virtual cv::Mat original(Time at, PixelSize size) = 0;

    /// That frame as export_media would write it, scaled by `scale`. Shapes: even sides. Errors:
    /// those of make_plan; damaged.
    virtual cv::Mat edited(const Recipe& recipe, const Logos& logos, Time at, double scale) = 0;

    /// The plan that export_media would use, with everything detected. Errors: those of make_plan.
    virtual Plan planned(const Recipe& recipe) = 0;
};

}  // namespace mediaedit::internal
