// Applies a recipe to the frames of a video.
#pragma once

#include "overlay/overlay_art.hpp"
#include "picture/geometry/orientation.hpp"
#include "plan/screen_time.hpp"
#include "video/frame/frame_colour.hpp"
#include "video/handles.hpp"

#include <mediaedit/plan.hpp>
#include <mediaedit/time.hpp>

#include <memory>
#include <span>

namespace mediaedit::internal {

/// upright -> turn -> hide -> crop -> fit -> adjust -> overlays, as for photos, but directly in
/// YUV. Threads: one at a time; works on up to `threads` inside.
class FrameRenderer {
public:
    struct Source {
        /// The file's orientation. The frame size comes from the plan, whose picture is the whole
        /// frame.
        Orientation orientation = Orientation::upright;
    };

    /// Without `layers` the frames are the input for OverlayArt::layers. `made_in`: the matrix and
    /// range of the frames made; other than BT.709 limited only if nothing is tone mapped, adjusted
    /// or filled.
    FrameRenderer(const Plan& plan, const Source& source, std::span<const OverlayLayer> layers,
                  int threads, const FrameColour& made_in = {});
    ~FrameRenderer();

    /// A new AV_PIX_FMT_YUV420P frame: BT.709 limited unless `made_in` says otherwise, square
    /// pixels, all tags set, pts of `frame`. Its size is the plan's result; an odd side loses a
    /// pixel. Shapes: `frame` progressive, of any size and pixel format; each has its own colour
    /// tags. `at`: overlays shown at this time on the source's clock are drawn. `screen`: the
    /// frame's time on the screen, for hidden areas. Errors: unsupported, too_large (no memory).
    Frame render(const AVFrame& frame, Time at, const OnScreen& screen);
    /// The same for a frame on its own.
    Frame render(const AVFrame& frame, Time at) { return render(frame, at, {at, at + Time(1)}); }

    /// The adjustments in use. An automatic fix is measured on the first frame, and then included.
    [[nodiscard]] const Adjust& adjust() const;

private:
    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace mediaedit::internal
