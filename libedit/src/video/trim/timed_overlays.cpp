// Draws on the frames of a video what a recipe shows for a part of the time.
#include "video/trim/timed_overlays.hpp"

#include "base/system/thread_count.hpp"
#include "plan/need_plan.hpp"
#include "video/analyze/clip_recipe.hpp"
#include "video/decode/frame_reader.hpp"
#include "video/frame/frame_colour.hpp"
#include "video/frame/frame_picture.hpp"

namespace mediaedit::internal {

Frame TimedOverlays::draw(const AVFrame& frame, Time at, const OnScreen& screen) {
    if (!renderer_) prepare(frame, at, screen);
    auto made = as_stored(*renderer_->render(frame, at, screen), file_.orientation());
    made->format = frame.format;  // full-range 4:2:0 has a format name of its own
    return made;
}

void TimedOverlays::prepare(const AVFrame& frame, Time at, const OnScreen& screen) {
    std::vector<Note> ignored;
    FrameReader frames(file_, 1);
    const auto recipe = ClipSettler(frames, info_).settle(recipe_, {}, ignored).recipe;
    const auto plan = need_plan(recipe, info_);
    const OverlayArt art(recipe.overlays, plan, logos_, control_.stop);
    const int threads = thread_count(control_);
    FrameRenderer bare(plan, {file_.orientation()}, {}, threads);
    const auto layers = art.layers(to_rgb(*bare.render(frame, at, screen)));
    renderer_.emplace(plan, FrameRenderer::Source{file_.orientation()}, layers, threads,
                      colour_of(frame));
}

}  // namespace mediaedit::internal
