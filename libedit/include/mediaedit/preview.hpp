// A source kept open, to be looked at and edited live.
#pragma once

#include <mediaedit/control.hpp>
#include <mediaedit/export.hpp>
#include <mediaedit/media_info.hpp>
#include <mediaedit/picture_view.hpp>
#include <mediaedit/plan.hpp>
#include <mediaedit/recipe.hpp>
#include <mediaedit/result.hpp>
#include <mediaedit/subjects.hpp>

#include <filesystem>
#include <memory>

namespace mediaedit {

/// Threads: one call at a time; different previews may be used from different threads.
class MEDIAEDIT_API Preview {
public:
    /// Errors: those of probe.
    static Result<Preview> open(const std::filesystem::path& source, const Control& control = {});

    Preview(Preview&&) noexcept;
    Preview& operator=(Preview&&) noexcept;
    ~Preview();

    /// As probe tells it; the notes on what shows only while a photo is decoded (damaged_in_places,
    /// truncated) join once it was.
    [[nodiscard]] const MediaInfo& info() const noexcept;

    /// The source upright, no larger than `within`, and as large as `edited` gives it where the
    /// recipe leaves its size alone. Of a video, whose sides are even above one pixel, the picture
    /// that is shown at `at`, exactly; asked for in rising order they play.
    Result<PictureView> original(Time at, PixelSize within);

    /// What export_media would write for `recipe`, no larger than `within`: the same drawing,
    /// scaled.
    Result<PictureView> edited(const Recipe& recipe, Time at, PixelSize within);

    /// The plan by which `edited` draws and export_media writes, with all that had to be found for
    /// it: the focus, at cuts of a video too, and the faces that are hidden. Errors: those of
    /// make_plan.
    Result<Plan> planned(const Recipe& recipe);

    /// Faces and the point that draws the eye, found once; of a video in its first picture.
    Result<Subjects> subjects();

private:
    struct State;
    explicit Preview(std::unique_ptr<State> state);
    std::unique_ptr<State> state_;
};

}  // namespace mediaedit
