// The eight EXIF orientations, and how to make a picture upright.
#include "picture/geometry/orientation.hpp"

#include <opencv2/core.hpp>

namespace mediaedit::internal {

Orientation orientation_from_exif(int number) noexcept {
    return number >= 1 && number <= 8 ? static_cast<Orientation>(number) : Orientation::upright;
}

Orientation orientation_of(bool mirror, Turn turn) noexcept {
    switch (turn) {
        case Turn::none: return mirror ? Orientation::mirror : Orientation::upright;
        case Turn::right: return mirror ? Orientation::mirror_right : Orientation::right;
        case Turn::half: return mirror ? Orientation::mirror_half : Orientation::half;
        case Turn::left: return mirror ? Orientation::mirror_left : Orientation::left;
    }
    return Orientation::upright;
}

bool swaps_sides(Orientation orientation) noexcept { return static_cast<int>(orientation) >= 5; }

int turn_degrees(Orientation orientation) noexcept {
    switch (orientation) {
        case Orientation::upright:
        case Orientation::mirror: return 0;
        case Orientation::right:
        case Orientation::mirror_right: return 90;
        case Orientation::half:
        case Orientation::mirror_half: return 180;
        case Orientation::left:
        case Orientation::mirror_left: return 270;
    }
    return 0;
}

bool mirrors(Orientation orientation) noexcept {
    return orientation == Orientation::mirror || orientation == Orientation::mirror_half ||
           orientation == Orientation::mirror_left || orientation == Orientation::mirror_right;
}

PixelSize set_upright(PixelSize stored, Orientation orientation) noexcept {
    return swaps_sides(orientation) ? PixelSize{stored.height, stored.width} : stored;
}

void set_upright(const cv::Mat& stored, Orientation orientation, cv::Mat& to) {
    constexpr int top_to_bottom = 0, left_to_right = 1, both = -1;
    switch (orientation) {
        case Orientation::upright: stored.copyTo(to); break;
        case Orientation::mirror: cv::flip(stored, to, left_to_right); break;
        case Orientation::half: cv::flip(stored, to, both); break;
        case Orientation::mirror_half: cv::flip(stored, to, top_to_bottom); break;
        case Orientation::mirror_left: cv::transpose(stored, to); break;
        case Orientation::right: cv::rotate(stored, to, cv::ROTATE_90_CLOCKWISE); break;
        case Orientation::mirror_right:
            cv::transpose(stored, to);
            cv::flip(to, to, both);
            break;
        case Orientation::left: cv::rotate(stored, to, cv::ROTATE_90_COUNTERCLOCKWISE); break;
    }
}

cv::Mat set_upright(const cv::Mat& stored, Orientation orientation) {
    if (orientation == Orientation::upright) return stored;
    cv::Mat to;
    set_upright(stored, orientation, to);
    return to;
}

PixelRect rows_set_upright(PixelSize stored, Orientation orientation, int first_row,
                           int rows) noexcept {
    const int from_end = stored.height - first_row - rows;
    switch (orientation) {
        case Orientation::upright:
        case Orientation::mirror: return {0, first_row, stored.width, rows};
        case Orientation::half:
        case Orientation::mirror_half: return {0, from_end, stored.width, rows};
        case Orientation::mirror_left:
        case Orientation::left: return {first_row, 0, rows, stored.width};
        case Orientation::right:
        case Orientation::mirror_right: return {from_end, 0, rows, stored.width};
    }
    return {};
}

}  // namespace mediaedit::internal
