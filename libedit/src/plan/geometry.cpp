// Crop and fit arithmetic in whole pixels.
#include "plan/geometry.hpp"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <numbers>

namespace mediaedit::internal {
namespace {

int round_to_int(double value) noexcept { return static_cast<int>(std::lround(value)); }

}  // namespace

PixelRect to_pixels(const Area& area, PixelSize picture) noexcept {
    const int left = std::clamp(round_to_int(area.x * picture.width), 0, picture.width - 1);
    const int top = std::clamp(round_to_int(area.y * picture.height), 0, picture.height - 1);
    const int right =
        std::clamp(round_to_int((area.x + area.width) * picture.width), left + 1, picture.width);
    const int bottom =
        std::clamp(round_to_int((area.y + area.height) * picture.height), top + 1, picture.height);
    return {left, top, right - left, bottom - top};
}

PixelRect to_pixels_outward(const Area& area, PixelSize picture) noexcept {
    // 0.1 + 0.2 is slightly more than 0.3; such rounding errors must not add a pixel.
    constexpr double nothing_px = 1e-6;
    const auto first = [](double px) { return static_cast<int>(std::floor(px + nothing_px)); };
    const auto past = [](double px) { return static_cast<int>(std::ceil(px - nothing_px)); };
    const int left = std::clamp(first(area.x * picture.width), 0, picture.width - 1);
    const int top = std::clamp(first(area.y * picture.height), 0, picture.height - 1);
    const int right =
        std::clamp(past((area.x + area.width) * picture.width), left + 1, picture.width);
    const int bottom =
        std::clamp(past((area.y + area.height) * picture.height), top + 1, picture.height);
    return {left, top, right - left, bottom - top};
}

PixelSize turned_size(PixelSize size, Turn turn) noexcept {
    return turn == Turn::right || turn == Turn::left ? PixelSize{size.height, size.width} : size;
}

PixelSize straightened_size(PixelSize size, double degrees) noexcept {
    if (degrees == 0) return size;
    const double angle = std::abs(degrees) * std::numbers::pi / 180;
    const double longer = std::max(size.width, size.height),
                 shorter = std::min(size.width, size.height);
    const double kept = 1 / (std::cos(angle) + longer / shorter * std::sin(angle));
    return {std::max(1, static_cast<int>(size.width * kept)),
            std::max(1, static_cast<int>(size.height * kept))};
}

PixelRect cover_crop(const PixelRect& within, PixelSize shape, double focus_x_px,
                     double focus_y_px) noexcept {
    PixelRect crop = within;
    const auto product = [](int one, int other) { return static_cast<std::int64_t>(one) * other; };
    if (product(within.width, shape.height) > product(within.height, shape.width))
        crop.width = std::clamp(
            round_to_int(static_cast<double>(within.height) * shape.width / shape.height), 1,
            within.width);
    else
        crop.height =
            std::clamp(round_to_int(static_cast<double>(within.width) * shape.height / shape.width),
                       1, within.height);
    crop.x = std::clamp(round_to_int(focus_x_px - crop.width / 2.0), within.x,
                        within.x + within.width - crop.width);
    crop.y = std::clamp(round_to_int(focus_y_px - crop.height / 2.0), within.y,
                        within.y + within.height - crop.height);
    return crop;
}

PixelRect contain_place(PixelSize content, PixelSize canvas) noexcept {
    const double scale = std::min(static_cast<double>(canvas.width) / content.width,
                                  static_cast<double>(canvas.height) / content.height);
    const int width = std::clamp(round_to_int(content.width * scale), 1, canvas.width);
    const int height = std::clamp(round_to_int(content.height * scale), 1, canvas.height);
    return {(canvas.width - width) / 2, (canvas.height - height) / 2, width, height};
}

}  // namespace mediaedit::internal
