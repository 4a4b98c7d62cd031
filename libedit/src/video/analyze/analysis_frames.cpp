// Frames of a clip for the analysis: turned as the recipe says, and small.
#include "video/analyze/analysis_frames.hpp"

#include "base/failure.hpp"
#include "plan/need_plan.hpp"
#include "video/frame/frame_picture.hpp"

#include <mediaedit/plan.hpp>

#include <algorithm>
#include <cmath>

namespace mediaedit::internal {
namespace {

Plan plan_of_looks(const Recipe& recipe, const MediaInfo& info, int side_px) {
    Recipe look;
    look.turn = recipe.turn;
    look.mirror = recipe.mirror;
    look.straighten_deg = recipe.straighten_deg;
    const auto turned = need_plan(look, info).turned;
    const double scale =
        std::min(1.0, static_cast<double>(side_px) / std::max(turned.width, turned.height));
    const auto even = [&](int side) {
        return std::max(16, static_cast<int>(std::lround(side * scale / 2)) * 2);
    };
    look.canvas = Canvas{{even(turned.width), even(turned.height)}, Fit::stretch, {}, {}};
    return need_plan(look, info);
}

}  // namespace

AnalysisFrames::AnalysisFrames(const Recipe& recipe, const MediaInfo& info,
                               const FrameReader& frames, int side_px)
    : frames_(frames),
      size_(plan_of_looks(recipe, info, side_px).result),
      renderer_(plan_of_looks(recipe, info, side_px), {frames.file().orientation()}, {}, 1) {}

cv::Mat AnalysisFrames::look(const AVFrame& frame) {
    return to_rgb(*renderer_.render(frame, frames_.file().time_of(frame.pts)));
}

}  // namespace mediaedit::internal
