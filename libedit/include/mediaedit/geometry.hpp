// Points, areas and sizes, in fractions of a picture or in whole pixels.
#pragma once

#include <compare>

namespace mediaedit {

/// A position in a picture. Units: fractions of its width and height, 0 at the left or top edge.
struct Point {
    double x = 0.5;
    double y = 0.5;
    bool operator==(const Point&) const = default;
};

/// A part of a picture. Units: fractions of its width and height.
struct Area {
    double x = 0;
    double y = 0;
    double width = 1;
    double height = 1;
    bool operator==(const Area&) const = default;
};

/// Distances from the four edges. Units: fractions of the height (top, bottom) and width (left,
/// right).
struct Margins {
    double top = 0;
    double right = 0;
    double bottom = 0;
    double left = 0;
    bool operator==(const Margins&) const = default;
};

struct PixelSize {
    int width = 0;
    int height = 0;
    bool operator==(const PixelSize&) const = default;
};

/// Half-open: covers x to x+width, y to y+height.
struct PixelRect {
    int x = 0;
    int y = 0;
    int width = 0;
    int height = 0;
    bool operator==(const PixelRect&) const = default;
};

/// sRGB with straight (not premultiplied) alpha.
struct Color {
    unsigned char red = 0;
    unsigned char green = 0;
    unsigned char blue = 0;
    unsigned char alpha = 255;
    bool operator==(const Color&) const = default;
};

}  // namespace mediaedit
