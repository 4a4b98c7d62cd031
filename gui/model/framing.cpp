// The picture under the frame.
#include "model/framing.hpp"

#include <algorithm>

namespace sunting {

using namespace mediaedit;

namespace {

/// Units: fractions of the picture.
struct Part {
    double width, height;
};

Part largest(PixelSize turned, double aspect) {
    const double picture = static_cast<double>(turned.width) / turned.height;
    return picture > aspect ? Part{aspect / picture, 1} : Part{1, picture / aspect};
}

}  // namespace

Area crop_for(const Framing& framing, PixelSize turned, double aspect) {
    if (turned.width < 1 || turned.height < 1 || aspect <= 0) return {};
    const auto whole = largest(turned, aspect);
    const double zoom = std::clamp(framing.zoom, 1.0, most_zoom);
    const double width = whole.width / zoom, height = whole.height / zoom;
    return {std::clamp(framing.center.x - width / 2, 0.0, 1 - width),
            std::clamp(framing.center.y - height / 2, 0.0, 1 - height), width, height};
}

Framing framing_of(const FrameShape& shape) {
    if (shape.turned.width < 1 || shape.turned.height < 1 || shape.aspect <= 0 ||
        shape.crop.width <= 0)
        return {};
    const auto whole = largest(shape.turned, shape.aspect);
    return {{shape.crop.x + shape.crop.width / 2, shape.crop.y + shape.crop.height / 2},
            std::clamp(whole.width / shape.crop.width, 1.0, most_zoom)};
}

}  // namespace sunting
