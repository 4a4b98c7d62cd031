// The picture under the frame: moved and zoomed, never so far that the frame shows an edge.
#pragma once

#include <mediaedit/geometry.hpp>
#include <mediaedit/recipe.hpp>

namespace sunting {

/// Whether all of the picture is shown, with something around it where its shape is another.
constexpr bool is_whole(mediaedit::Fit fit) {
    return fit == mediaedit::Fit::contain || fit == mediaedit::Fit::blur;
}

/// How one placement frames an item.
struct FrameShape {
    mediaedit::PixelSize turned{};  ///< the picture as seen
    double aspect = 1;              ///< of the frame: width by height, in pixels
    mediaedit::Fit fit = mediaedit::Fit::cover;
    mediaedit::Area crop{};  ///< of the picture: what the frame shows. Units: fractions
    bool operator==(const FrameShape&) const = default;
};

/// An item at one of its places.
struct PlaceFrame {
    FrameShape shape{};
    mediaedit::Recipe framed{};  ///< the item in this frame, with nothing laid over it
    bool is_open = false;        ///< nobody chose the part that is shown, so the program does
    bool operator==(const PlaceFrame&) const = default;
};

struct Framing {
    mediaedit::Point center{};
    double zoom = 1;  ///< 1: as much as the frame can show; at most `most_zoom`
};

constexpr double most_zoom = 6;

/// The largest part of that shape, `zoom` times smaller, as near to the centre as the picture's
/// edges let it.
mediaedit::Area crop_for(const Framing& framing, mediaedit::PixelSize turned, double aspect);
/// The way back, of the part that is shown: frames of other shapes then show the same middle.
Framing framing_of(const FrameShape& shape);

}  // namespace sunting
