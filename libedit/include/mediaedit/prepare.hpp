// Makes a file for each placement: the main job of this library.
//
//     const Placement story = find_placement("instagram-story").value();
//     for (const auto& report : prepare("photo.jpg", recipe, {&story, 1}, "posts"))
//         std::cout << (report ? report->file.string() : report.error().message) << '\n';
#pragma once

#include <mediaedit/control.hpp>
#include <mediaedit/export_media.hpp>
#include <mediaedit/placement.hpp>

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <optional>
#include <span>
#include <vector>

namespace mediaedit {

/// How to handle a video that is longer than the placement allows.
enum class TooLong {
    refuse,  ///< error `too_long`, before any work
    split,   ///< several numbered files, each within the limit
};

struct PrepareOptions {
    IfExists if_exists = IfExists::refuse;
    Quality quality = Quality::best;
    std::optional<std::uintmax_t> max_bytes{};  ///< applies if it is below the placement's limit
    TooLong too_long = TooLong::refuse;
    std::vector<std::filesystem::path> inputs{};  ///< as Output::inputs
};

/// Makes a file of one source for each of `targets`, named `<stem>--<placement>.jpg` or `.mp4`.
/// Creates `folder` if it does not exist. A stem is shortened if the name would be too long for the
/// file system (note `name_shortened`). Shapes: one entry per target, in the same order; the later
/// parts of a video that was split are in Report::further_parts. Errors: as export_many;
/// bad_argument if a placement does not accept this kind of media; too_long, see PrepareOptions.
/// Threads: as export_many.
MEDIAEDIT_API std::vector<Result<Report>> prepare(const std::filesystem::path& source,
                                                  const Recipe& recipe,
                                                  std::span<const Placement> targets,
                                                  const std::filesystem::path& folder,
                                                  const PrepareOptions& options = {},
                                                  const Control& control = {});

/// For each of `targets`: can the video stream be copied? Checks codec, colours, frame rate and
/// keyframes, but not size and shape; see keeps_pictures. If both are true, prepare() copies the
/// stream, unless copying fails because of the file (see Report::mode). Shapes: one entry per
/// target, in the same order; false for photos. Errors: as probe. Threads: as export_many.
MEDIAEDIT_API Result<std::vector<bool>> pictures_fit(const std::filesystem::path& source,
                                                     std::span<const Placement> targets,
                                                     const Control& control = {});

/// Does the recipe keep the frames of such a video unchanged for the placement, except for timed
/// overlays? Fast: opens no file.
MEDIAEDIT_API bool keeps_pictures(const MediaInfo& info, const Placement& placement,
                                  const Recipe& recipe);

/// Returns the recipe for the source at `index`. Called after the source has been probed.
using RecipeForSource = std::function<Result<Recipe>(std::size_t index, const MediaInfo& info)>;
/// Receives the results of one source, as prepare returns them, or the error of the source or of
/// its recipe.
using SourceDone =
    std::function<void(std::size_t index, Result<std::vector<Result<Report>>> results)>;

/// As prepare(), for many sources in parallel. A source that fails does not stop the others. Names
/// are assigned before the work, in the order of the sources: the second one with the same stem
/// becomes `<stem>-2--<placement>.jpg`. `done` is called for each source, in order, except for
/// those that had not begun when `control.stop` was requested. Progress covers all sources.
/// Errors: each source has its own. An exception from `recipe_for` becomes the error `internal` of
/// its source; one from `done` is ignored. Memory: photos that together may need more than
/// `control.limits.max_memory_bytes` wait for each other. Threads: both functions may be called
/// from any thread; `recipe_for` may be called from several at once, `done` is not.
MEDIAEDIT_API void prepare_all(std::span<const std::filesystem::path> sources,
                               const RecipeForSource& recipe_for,
                               std::span<const Placement> targets,
                               const std::filesystem::path& folder, const PrepareOptions& options,
                               const Control& control, const SourceDone& done);

}  // namespace mediaedit
