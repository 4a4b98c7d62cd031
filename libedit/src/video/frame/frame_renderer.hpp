// Decoded frames in, finished frames out: one picture of a video as the recipe wants it.
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

/// upright -> turn -> hide -> crop -> fit -> adjust -> overlays, as photos have it, but straight in
/// YUV. Threads: one at a time; works on up to `threads` inside.
class FrameRenderer {
public:
    struct Source {
        /// How the file wants its frames to be turned. Their shape needs no word: the plan's
        /// picture is the whole frame.
        Orientation orientation = Orientation::upright;
    };

    /// Without `layers` the frames are what OverlayArt::layers wants to look at.
    /// `made_in`: of which matrix and range the frames become; another than BT.709 limited only
    /// where nothing is tone mapped, adjusted or filled.
    FrameRenderer(const Plan& plan, const Source& source, std::span<const OverlayLayer> layers,
                  int threads, const FrameColour& made_in = {});
    ~FrameRenderer();

    /// A new AV_PIX_FMT_YUV420P frame: BT.709, limited range unless the constructor was told
    /// another, square pixels, all tags set, pts of `frame`. Its size is the plan's result; an odd
    /// side loses a pixel. Shapes: `frame` progressive, of any size and pixel format; each has its
    /// own colour tags. `at`: the moment on the source's clock at which an overlay must last to be
    /// drawn. `screen`: the frame's time on the screen, for hidden areas. Errors: unsupported,
    /// too_large (no memory).
    Frame render(const AVFrame& frame, Time at, const OnScreen& screen);
    /// A frame that is looked at by itself.
    Frame render(const AVFrame& frame, Time at) { return render(frame, at, {at, at + Time(1)}); }

    /// Light and colour as settled: an automatic fix is measured on the first frame, and then is
    /// part of the numbers.
    [[nodiscard]] const Adjust& adjust() const;

private:
    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace mediaedit::internal
