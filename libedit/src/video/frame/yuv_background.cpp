// Fills the background of a picture that does not fill its result.
#include "video/frame/yuv_background.hpp"

#include "picture/geometry/resample.hpp"
#include "video/frame/yuv_codes.hpp"
#include "video/frame/yuv_small.hpp"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <array>
#include <cmath>

namespace mediaedit::internal {
namespace {

/// The blurred copy needs no more pixels.
constexpr double blurred_side_px = 256;

cv::Size shrunk(PixelSize size, double scale) {
    return {std::max(1, static_cast<int>(std::lround(size.width * scale))),
            std::max(1, static_cast<int>(std::lround(size.height * scale)))};
}

/// The areas around `placed`. Some may be empty.
std::array<PixelRect, 4> free_parts(PixelSize size, const PixelRect& placed) {
    const int right = placed.x + placed.width, bottom = placed.y + placed.height;
    return {{{0, 0, size.width, placed.y},
             {0, bottom, size.width, size.height - bottom},
             {0, placed.y, placed.x, placed.height},
             {right, placed.y, size.width - right, placed.height}}};
}

bool is_empty(const PixelRect& box) { return box.width <= 0 || box.height <= 0; }

}  // namespace

void fill_behind(const YuvPicture& result, const PixelRect& placed, const Color& colour) {
    const auto codes =
        YuvCodes().of({static_cast<double>(colour.red), static_cast<double>(colour.green),
                       static_cast<double>(colour.blue)});
    for (const auto& box : free_parts(result.size(), placed)) {
        if (is_empty(box)) continue;
        auto part = result.part(box);
        part.y.setTo(cv::Scalar(std::round(codes.y)));
        part.u.setTo(cv::Scalar(std::round(codes.u)));
        part.v.setTo(cv::Scalar(std::round(codes.v)));
    }
}

void blur_behind(const YuvPicture& result, const PixelRect& placed) {
    const double scale = std::min(1.0, blurred_side_px / std::max(result.y.cols, result.y.rows));
    const cv::Mat copy =
        small_rgb(result.part(placed), shrunk({placed.width, placed.height}, scale));
    const auto behind = make_yuv(result.size(), CV_8U);
    spread(blurred_backdrop(copy, shrunk(result.size(), scale)), behind, cv::INTER_LINEAR);
    for (const auto& box : free_parts(result.size(), placed)) {
        if (is_empty(box)) continue;
        const auto from = behind.part(box);
        auto to = result.part(box);
        from.y.copyTo(to.y);
        from.u.copyTo(to.u);
        from.v.copyTo(to.v);
    }
}

}  // namespace mediaedit::internal
