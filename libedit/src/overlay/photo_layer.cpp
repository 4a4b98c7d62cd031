// A photo that fills an area of a result.
#include "overlay/photo_layer.hpp"

#include "picture/geometry/resample.hpp"
#include "plan/geometry.hpp"
#include "text/panel_layer.hpp"

#include <opencv2/imgproc.hpp>

namespace mediaedit::internal {
namespace {

/// The part of the photo that is visible.
PixelRect seen_part(const Logo& photo, const PictureOverlay& overlay, PixelSize shape) {
    const PixelSize size{photo.pixels.cols, photo.pixels.rows};
    const PixelRect whole{0, 0, size.width, size.height};
    const auto around = [&](const Point& focus) {
        return cover_crop(whole, shape, focus.x * size.width, focus.y * size.height);
    };
    if (overlay.focus) return around(*overlay.focus);
    const PixelRect centred = around({});
    if (centred == whole) return whole;
    const double width = static_cast<double>(centred.width) / size.width,
                 height = static_cast<double>(centred.height) / size.height;
    return around(choose_window(photo.subjects ? *photo.subjects
                                               : map_subjects({photo.pixels}, Search::quick),
                                width, height)
                      .focus);
}

}  // namespace

std::string logo_key(const PictureOverlay& picture) {
    return (picture.area ? "photo " : "logo ") + picture.file;
}

cv::Mat premultiplied(const cv::Mat& picture) {
    cv::Mat rgba;
    if (picture.channels() == 3) {
        cv::cvtColor(picture, rgba, cv::COLOR_RGB2RGBA);
        return rgba;
    }
    rgba = picture.clone();
    for (int y = 0; y < rgba.rows; ++y)
        for (auto *pixel = rgba.ptr<cv::Vec4b>(y), *end = pixel + rgba.cols; pixel != end; ++pixel)
            for (int c = 0; c < 3; ++c)
                (*pixel)[c] = static_cast<unsigned char>(((*pixel)[c] * (*pixel)[3] + 127) / 255);
    return rgba;
}

Layer make_photo_layer(const Logo& photo, const PictureOverlay& overlay,
                       const PlannedOverlay& plan) {
    const auto& box = plan.within;
    const auto seen = seen_part(photo, overlay, {box.width, box.height});
    cv::Mat rgba = premultiplied(
        resample(photo.pixels, {seen.x, seen.y, seen.width, seen.height}, {box.width, box.height}));
    round_corners(rgba, plan.radius_px);
    return {rgba, box.x, box.y};
}

}  // namespace mediaedit::internal
