// Draws on the frames of a video what a recipe shows for a part of the time.
#pragma once

#include "overlay/overlay_art.hpp"
#include "plan/changed_parts.hpp"
#include "plan/screen_time.hpp"
#include "video/container/video_file.hpp"
#include "video/frame/frame_renderer.hpp"
#include "video/handles.hpp"

#include <mediaedit/control.hpp>
#include <mediaedit/media_info.hpp>
#include <mediaedit/recipe.hpp>
#include <mediaedit/time.hpp>

#include <optional>
#include <vector>

namespace mediaedit::internal {

/// Prepares the overlays at the first frame. Threads: one at a time.
class TimedOverlays {
public:
    /// All outlive it. Nobody reads `file` meanwhile, so that it can be opened again.
    TimedOverlays(const VideoFile& file, const MediaInfo& info, const Recipe& recipe,
                  const Logos& logos, const Control& control)
        : file_(file), info_(info), recipe_(recipe), logos_(logos), control_(control) {}

    /// The parts of a frame's time in which different overlays are shown. `kept`: of `screen`.
    [[nodiscard]] std::vector<ShownPart> parts_of(const OnScreen& screen,
                                                  const OnScreen& kept) const {
        return looks_of(screen, kept, changes_);
    }
    /// The frame with what is drawn on it at `at`, in the source's orientation and pixel format.
    /// Errors: those of FrameRenderer and ClipSettler.
    Frame draw(const AVFrame& frame, Time at, const OnScreen& screen);

private:
    void prepare(const AVFrame& frame, Time at, const OnScreen& screen);

    const VideoFile& file_;
    const MediaInfo& info_;
    const Recipe& recipe_;
    const Logos& logos_;
    const Control& control_;
    std::vector<Time> changes_ = overlay_changes(recipe_);
    std::optional<FrameRenderer> renderer_;
};

}  // namespace mediaedit::internal
