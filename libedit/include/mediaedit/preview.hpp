// A source kept open, to be looked at and edited live.
#pragma once

#include <mediaedit/control.hpp>
#include <mediaedit/export.hpp>
#include <mediaedit/media_info.hpp>
#include <mediaedit/picture_view.hpp>
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

    [[nodiscard]] const MediaInfo& info() const noexcept;

    /// The source upright, no larger than `within`. Of a video the picture that is shown at `at`, exactly; asked for in rising order they play.
    Result<PictureView> original(Time at, PixelSize within);

    /// What export_media would write for `recipe`, no larger than `within`: the same drawing, scaled.
    Result<PictureView> edited(const Recipe& recipe, Time at, PixelSize within);

    /// Faces and the point that draws the eye, found once; of a video in its first picture.
    Result<Subjects> subjects();

private:
    struct State;
    explicit Preview(std::unique_ptr<State> state);
    std::unique_ptr<State> state_;
};

}  // namespace mediaedit
