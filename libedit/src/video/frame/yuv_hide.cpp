// Makes a part of a frame unrecognisable, irreversibly.
#include "video/frame/yuv_hide.hpp"

#include "video/frame/frame_geometry.hpp"

#include "picture/hide/hide.hpp"
#include "video/frame/yuv_small.hpp"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <cmath>

namespace mediaedit::internal {
namespace {

/// So little detail is left that a small copy is enough.
constexpr double hidden_side_px = 192;
/// Scaling may have spread pixels over the area's edge.
constexpr int carried_px = 2;

}  // namespace

void hide(const YuvPicture& picture, const PixelRect& area, HideWith with, const YuvCodes& codes) {
    const int left = even_below(area.x - carried_px), top = even_below(area.y - carried_px);
    const cv::Rect whole(left, top, even_above(area.x + area.width + carried_px) - left,
                         even_above(area.y + area.height + carried_px) - top);
    const cv::Rect seen = whole & cv::Rect(0, 0, picture.y.cols, picture.y.rows);
    if (seen.empty()) return;
    const auto part = picture.part({seen.x, seen.y, seen.width, seen.height});

    const double scale = std::min(1.0, hidden_side_px / std::max(whole.width, whole.height));
    const auto scaled = [scale](int length) {
        return static_cast<int>(std::lround(length * scale));
    };
    const cv::Size all(std::max(1, scaled(whole.width)), std::max(1, scaled(whole.height)));
    const int x = std::min(scaled(seen.x - whole.x), all.width - 1),
              y = std::min(scaled(seen.y - whole.y), all.height - 1);
    const cv::Size size(std::clamp(scaled(seen.width), 1, all.width - x),
                        std::clamp(scaled(seen.height), 1, all.height - y));
    cv::Mat copy;
    // Pixels outside the frame are unknown; those inside are used instead.
    cv::copyMakeBorder(small_rgb(part, size, codes), copy, y, all.height - y - size.height, x,
                       all.width - x - size.width, cv::BORDER_REFLECT);
    hide(copy, {0, 0, all.width, all.height}, with);
    spread(copy(cv::Rect({x, y}, size)), part,
           with == HideWith::blur ? cv::INTER_LINEAR : cv::INTER_NEAREST, codes);
}

}  // namespace mediaedit::internal
