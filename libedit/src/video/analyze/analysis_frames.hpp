// Frames of a clip for the analysis: turned as the recipe says, and small.
#pragma once

#include "video/decode/frame_reader.hpp"
#include "video/frame/frame_renderer.hpp"

#include <mediaedit/media_info.hpp>
#include <mediaedit/recipe.hpp>

#include <opencv2/core/mat.hpp>

namespace mediaedit::internal {

/// Threads: one at a time.
class AnalysisFrames {
public:
    /// `side_px`: the longer side of the frames made. Errors: bad_recipe.
    AnalysisFrames(const Recipe& recipe, const MediaInfo& info, const FrameReader& frames,
                   int side_px);

    [[nodiscard]] PixelSize size() const { return size_; }
    /// Shapes: CV_8UC3 RGB of the whole turned frame.
    cv::Mat look(const AVFrame& frame);

private:
    const FrameReader& frames_;
    PixelSize size_;
    FrameRenderer renderer_;
};

}  // namespace mediaedit::internal
