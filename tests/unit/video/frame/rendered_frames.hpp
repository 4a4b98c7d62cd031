// Renders a frame, and the same picture as a photo, to compare them.
#pragma once

#include "video/frame/frame_renderer.hpp"

#include "overlay/overlay_art.hpp"
#include "picture/draw/render.hpp"
#include "picture/geometry/orientation.hpp"
#include "support/made_pictures.hpp"
#include "video/frame/yuv_picture.hpp"

#include <mediaedit/geometry.hpp>
#include <mediaedit/media_info.hpp>
#include <mediaedit/plan.hpp>
#include <mediaedit/recipe.hpp>
#include <mediaedit/time.hpp>

#include <gtest/gtest.h>

#include <opencv2/imgproc.hpp>

#include <vector>

namespace mediaedit::test {

inline Plan plan_for(const Recipe& recipe, PixelSize upright) {
    MediaInfo info;
    info.kind = MediaKind::video;
    info.size = upright;
    auto plan = make_plan(recipe, info);
    EXPECT_TRUE(plan) << plan.error().message;
    return *plan;
}

inline cv::Mat seen(const AVFrame& frame) { return to_rgb(internal::planes_of(frame)); }

/// The recipe's result for a frame that is stored with `orientation`.
inline cv::Mat rendered(const Recipe& recipe, const AVFrame& frame,
                        internal::Orientation orientation = internal::Orientation::upright,
                        PixelSize upright = {}, Time at = Time(0), int threads = 1) {
    if (upright == PixelSize{})
        upright = set_upright(PixelSize{frame.width, frame.height}, orientation);
    const auto plan = plan_for(recipe, upright);
    internal::FrameRenderer bare(plan, {orientation}, {}, threads);
    std::vector<internal::OverlayLayer> layers;
    if (!plan.overlays.empty())
        layers =
            internal::OverlayArt(recipe.overlays, plan, {}).layers(seen(*bare.render(frame, at)));
    internal::FrameRenderer renderer(plan, {orientation}, layers, threads);
    return seen(*renderer.render(frame, at));
}

/// The same recipe's result for a photo.
inline cv::Mat as_photo(const Recipe& recipe, const cv::Mat& upright) {
    const auto plan = plan_for(recipe, {upright.cols, upright.rows});
    cv::Mat picture = internal::render(internal::render_turned(upright, plan), plan).pixels;
    internal::OverlayArt(recipe.overlays, plan, {}).draw(picture);
    return picture;
}

inline double mean_difference(const cv::Mat& one, const cv::Mat& other) {
    EXPECT_EQ(one.size(), other.size());
    if (one.size() != other.size()) return 255;
    return cv::norm(one, other, cv::NORM_L1) / static_cast<double>(one.total() * 3);
}

/// The largest difference in any channel of any pixel.
inline double largest_difference(const cv::Mat& one, const cv::Mat& other) {
    return one.size() == other.size() ? cv::norm(one, other, cv::NORM_INF) : 255;
}

/// Soft shapes and colours, as in a photo.
inline cv::Mat soft_picture(int width, int height) {
    cv::Mat picture = test::place_ramp(width, height);
    cv::circle(picture, {width / 3, height / 2}, height / 5, cv::Scalar(210, 160, 130), -1);
    cv::rectangle(picture, {width / 2, height / 4, width / 5, height / 3}, cv::Scalar(60, 90, 50),
                  -1);
    cv::GaussianBlur(picture, picture, {}, 3);
    return picture;
}

}  // namespace mediaedit::test
