// Keeps a source open and draws it with a recipe, for a live preview.
//
//     auto preview = Preview::open("photo.jpg");
//     auto picture = preview->edited(recipe, Time(0), {1280, 720});
//     if (picture) show(picture->rgba, picture->size);
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

/// Threads: one call at a time per object; different objects may be used from different threads.
class MEDIAEDIT_API Preview {
public:
    /// Errors: those of probe.
    static Result<Preview> open(const std::filesystem::path& source, const Control& control = {});

    Preview(Preview&&) noexcept;
    Preview& operator=(Preview&&) noexcept;
    ~Preview();

    /// As probe returns it. Notes that only decoding a photo reveals (damaged_in_places, truncated)
    /// are added after it has been decoded.
    [[nodiscard]] const MediaInfo& info() const noexcept;

    /// Draws the upright source, no larger than `within`, at the size of `edited` with a recipe
    /// that does not change the size. Of a video, draws exactly the frame that is shown at `at`;
    /// its sides are even if above one pixel. Rising times are fast enough for playback. Errors:
    /// bad_argument if `within` is empty; those of decoding.
    Result<PictureView> original(Time at, PixelSize within);

    /// Draws what export_media would write for `recipe`, scaled down to fit `within`. Errors: as
    /// original; bad_recipe with the field's path.
    Result<PictureView> edited(const Recipe& recipe, Time at, PixelSize within);

    /// The plan that `edited` and export_media use. It contains what was detected: the focus, for
    /// videos in each scene, and the faces to hide. Errors: those of make_plan.
    Result<Plan> planned(const Recipe& recipe);

    /// The faces and the focus of a photo, or of the first frame of a video. Errors: those of
    /// decoding.
    Result<Subjects> subjects();

private:
    struct State;
    explicit Preview(std::unique_ptr<State> state);
    std::unique_ptr<State> state_;
};

}  // namespace mediaedit
