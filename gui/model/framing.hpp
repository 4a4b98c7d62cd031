// A picture moved and zoomed under a frame, but never beyond its edges.
#pragma once

#include <mediaedit/geometry.hpp>
#include <mediaedit/recipe.hpp>

namespace sunting {

/// Whether the whole picture is shown, with a background around it where the aspect ratio differs.
constexpr bool is_whole(mediaedit::Fit fit) {
    return fit == mediaedit::Fit::contain || fit == mediaedit::Fit::blur;
}

/// How one placement frames an item.
struct FrameShape {
    mediaedit::PixelSize turned{};  ///< the picture, upright and turned
    double aspect = 1;              ///< of the frame: width / height in pixels
    mediaedit::Fit fit = mediaedit::Fit::cover;
    mediaedit::Area crop{};  ///< what the frame shows. Units: fractions of the picture
    bool operator==(const FrameShape&) const = default;
};

/// An item in one of its placements.
struct PlaceFrame {
    FrameShape shape{};
    mediaedit::Recipe framed{};  ///< the item in this frame, without overlays
    bool is_open = false;        ///< the person did not choose the part, so the program does
    bool operator==(const PlaceFrame&) const = default;
};

struct Framing {
    mediaedit::Point center{};
    double zoom = 1;  ///< 1: as much as fits; at most `most_zoom`
};

constexpr double most_zoom = 6;

/// The largest crop of that aspect ratio divided by `zoom`, as near to the center as the edges
/// allow.
mediaedit::Area crop_for(const Framing& framing, mediaedit::PixelSize turned, double aspect);
/// The inverse of crop_for. With it, frames of other aspect ratios show the same center.
Framing framing_of(const FrameShape& shape);

}  // namespace sunting
