// Applies a plan to a decoded picture.
#include "picture/draw/render.hpp"

#include "base/cancel.hpp"
#include "picture/color/adjust.hpp"
#include "picture/draw/blend.hpp"
#include "picture/geometry/orientation.hpp"
#include "picture/geometry/resample.hpp"
#include "picture/hide/hide.hpp"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <cmath>

namespace mediaedit::internal {
namespace {

/// Converts pixels of the planned picture to pixels of the decoded one, which may be smaller.
struct Shrink {
    double x = 1;
    double y = 1;

    Shrink(const cv::Mat& decoded, PixelSize planned)
        : x(static_cast<double>(decoded.cols) / planned.width),
          y(static_cast<double>(decoded.rows) / planned.height) {}

    /// Rounded to the nearest pixels, inside `decoded`, never empty.
    [[nodiscard]] cv::Rect operator()(const PixelRect& rect, const cv::Mat& decoded) const {
        const int left = std::clamp(static_cast<int>(std::lround(rect.x * x)), 0, decoded.cols - 1);
        const int top = std::clamp(static_cast<int>(std::lround(rect.y * y)), 0, decoded.rows - 1);
        const int right = std::clamp(static_cast<int>(std::lround((rect.x + rect.width) * x)),
                                     left + 1, decoded.cols);
        const int bottom = std::clamp(static_cast<int>(std::lround((rect.y + rect.height) * y)),
                                      top + 1, decoded.rows);
        return {left, top, right - left, bottom - top};
    }

    /// As above, but rounded outward to all pixels that are touched.
    [[nodiscard]] PixelRect outward(const PixelRect& rect, const cv::Mat& decoded) const {
        const int left = std::clamp(static_cast<int>(std::floor(rect.x * x)), 0, decoded.cols - 1);
        const int top = std::clamp(static_cast<int>(std::floor(rect.y * y)), 0, decoded.rows - 1);
        const int right = std::clamp(static_cast<int>(std::ceil((rect.x + rect.width) * x)),
                                     left + 1, decoded.cols);
        const int bottom = std::clamp(static_cast<int>(std::ceil((rect.y + rect.height) * y)),
                                      top + 1, decoded.rows);
        return {left, top, right - left, bottom - top};
    }
};

cv::Mat straighten(const cv::Mat& picture, double degrees, PixelSize upright, PixelSize kept) {
    // Our angles are clockwise, OpenCV's are counterclockwise.
    const Shrink shrink(picture, upright);
    const cv::Size size(std::max(1, static_cast<int>(std::lround(kept.width * shrink.x))),
                        std::max(1, static_cast<int>(std::lround(kept.height * shrink.y))));
    const cv::Point2f middle(static_cast<float>(picture.cols - 1) / 2,
                             static_cast<float>(picture.rows - 1) / 2);
    cv::Mat rotation = cv::getRotationMatrix2D(middle, -degrees, 1);
    rotation.at<double>(0, 2) += (size.width - 1) / 2.0 - middle.x;
    rotation.at<double>(1, 2) += (size.height - 1) / 2.0 - middle.y;
    cv::Mat straight;
    cv::warpAffine(picture, straight, rotation, size, cv::INTER_CUBIC, cv::BORDER_REPLICATE);
    return straight;
}

PixelSize before_straightening(const Plan& plan) {
    const bool swapped = plan.turn == Turn::left || plan.turn == Turn::right;
    return swapped ? PixelSize{plan.upright.height, plan.upright.width} : plan.upright;
}

/// Returns a copy of the visible part with its areas hidden. `crop` is changed to coordinates of
/// the returned picture.
cv::Mat hide_areas(const cv::Mat& turned, const Plan& plan, cv::Rect& crop,
                   const std::stop_token& stop) {
    if (plan.hidden.empty()) return turned;
    // Copies the crop and all areas that reach into it. An area is always hidden as a whole, so
    // that its blocks do not depend on the crop.
    const Shrink shrink(turned, plan.turned);
    cv::Rect copied = crop;
    std::vector<PixelRect> areas;
    for (const auto& hidden : plan.hidden) {
        const auto area = shrink.outward(hidden.area, turned);
        areas.push_back(area);
        if (const cv::Rect rect(area.x, area.y, area.width, area.height); !(rect & crop).empty())
            copied |= rect;
    }
    cv::Mat part = turned(copied).clone();
    for (std::size_t i = 0; i < areas.size(); ++i) {
        leave_if_stopped(stop);
        hide(part, {areas[i].x - copied.x, areas[i].y - copied.y, areas[i].width, areas[i].height},
             plan.hidden[i].with);
    }
    crop -= copied.tl();
    return part;
}

void adjust_as_planned(cv::Mat& picture, const Adjust& requested) {
    Adjust all = requested;
    if (requested.automatic) {
        const Adjust measured = measure_automatic(picture);
        all.light = std::clamp(all.light + measured.light, -1.0, 1.0);
        all.contrast = std::clamp(all.contrast + measured.contrast, -1.0, 1.0);
        all.color = std::clamp(all.color + measured.color, -1.0, 1.0);
        all.warmth = std::clamp(all.warmth + measured.warmth, -1.0, 1.0);
        all.automatic = false;
    }
    if (all != Adjust{}) adjust(picture, all);
}

}  // namespace

cv::Mat render_turned(const cv::Mat& upright, const Plan& plan) {
    // A recipe turns before it mirrors, Orientation mirrors first, so the direction is reversed.
    Turn turn = plan.turn;
    if (plan.mirror && turn == Turn::right) turn = Turn::left;
    else if (plan.mirror && turn == Turn::left) turn = Turn::right;
    cv::Mat turned = set_upright(upright, orientation_of(plan.mirror, turn));
    if (plan.straighten_deg != 0)
        turned = straighten(turned, plan.straighten_deg, before_straightening(plan), plan.turned);
    return turned;
}

Picture render(const cv::Mat& turned, const Plan& plan, const std::stop_token& stop) {
    cv::Rect crop = Shrink(turned, plan.turned)(plan.crop, turned);
    const cv::Mat source = hide_areas(turned, plan, crop, stop);
    const cv::Size placed_size(plan.placed.width, plan.placed.height);
    cv::Mat placed = resample(source, crop, placed_size);
    adjust_as_planned(placed, plan.adjust);

    const cv::Size result_size(plan.result.width, plan.result.height);
    if (placed.size() == result_size) return {placed};

    const cv::Vec3b background(plan.background.red, plan.background.green, plan.background.blue);
    const cv::Mat opaque = flatten(placed, background);
    cv::Mat result(result_size, CV_8UC3, cv::Scalar(background));
    if (plan.fit == Fit::blur && plan.frame != plan.placed) {
        const cv::Rect frame(plan.frame.x, plan.frame.y, plan.frame.width, plan.frame.height);
        blurred_backdrop(opaque, frame.size()).copyTo(result(frame));
    }
    opaque.copyTo(result(cv::Rect({plan.placed.x, plan.placed.y}, placed_size)));
    return {result};
}

Plan scale_plan(const Plan& plan, double scale) {
    const auto scaled = [scale](int length) {
        return static_cast<int>(std::lround(length * scale));
    };
    const auto scaled_rect = [&](const PixelRect& rect) {
        return PixelRect{scaled(rect.x), scaled(rect.y),
                         std::max(1, scaled(rect.x + rect.width) - scaled(rect.x)),
                         std::max(1, scaled(rect.y + rect.height) - scaled(rect.y))};
    };
    Plan smaller = plan;
    smaller.result = {std::max(1, scaled(plan.result.width)),
                      std::max(1, scaled(plan.result.height))};
    const auto scaled_inside = [&](const PixelRect& rect) {
        if (rect == PixelRect{0, 0, plan.result.width, plan.result.height})
            return PixelRect{0, 0, smaller.result.width, smaller.result.height};
        PixelRect inside = scaled_rect(rect);
        inside.x = std::min(inside.x, smaller.result.width - 1);
        inside.y = std::min(inside.y, smaller.result.height - 1);
        inside.width = std::min(inside.width, smaller.result.width - inside.x);
        inside.height = std::min(inside.height, smaller.result.height - inside.y);
        return inside;
    };
    smaller.frame = scaled_inside(plan.frame);
    smaller.placed = scaled_inside(plan.placed);
    smaller.safe_area = scaled_rect(plan.safe_area);
    smaller.scale = plan.scale * scale;
    for (auto& overlay : smaller.overlays) {
        overlay.within = scaled_rect(overlay.within);
        overlay.size_px = std::max(1, scaled(overlay.size_px));
        overlay.max_width_px = std::max(1, scaled(overlay.max_width_px));
        overlay.em_px *= scale;
        overlay.radius_px = scaled(overlay.radius_px);
    }
    return smaller;
}

}  // namespace mediaedit::internal
