// From sources to finished files for each placement: the main job.
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

/// What becomes of a video that is longer than its placement takes.
enum class TooLong {
    refuse,  ///< error `too_long`, before any work
    split,   ///< several files, numbered in their names, each within the limit
};

struct PrepareOptions {
    IfExists if_exists = IfExists::refuse;
    Quality quality = Quality::best;
    std::optional<std::uintmax_t> max_bytes{};  ///< where the placement has none, or a larger one
    TooLong too_long = TooLong::refuse;
    std::vector<std::filesystem::path> inputs{};  ///< as Output::inputs
};

/// One source for each of `targets`, as `DIR/<stem>--<placement>.jpg` or `.mp4`. The folder is made
/// if absent. A stem that makes a name longer than the drive takes is shortened (note
/// `name_shortened`). Shapes: one entry per target, in order; a video that was split has its other
/// parts in Report::further_parts. Errors: as export_many; bad_argument when a placement does not
/// take this kind of media; too_long, see PrepareOptions. Threads: as export_many.
MEDIAEDIT_API std::vector<Result<Report>> prepare(const std::filesystem::path& source,
                                                  const Recipe& recipe,
                                                  std::span<const Placement> targets,
                                                  const std::filesystem::path& folder,
                                                  const PrepareOptions& options = {},
                                                  const Control& control = {});

/// Whether nothing about the pictures of a video has to be encoded anew for each of `targets`:
/// codec, colours, rate, groups. Shape and size are not looked at; see keeps_pictures. With both,
/// prepare() copies them, unless the file turns out while it is copied not to allow it
/// (Report::mode). Shapes: one entry per target, in order; false for photos. Errors: as probe.
/// Threads: as export_many.
MEDIAEDIT_API Result<std::vector<bool>> pictures_fit(const std::filesystem::path& source,
                                                     std::span<const Placement> targets,
                                                     const Control& control = {});

/// Whether the recipe leaves the pictures of such a video as they are for the placement, but for
/// what is drawn on them a while. Quick: no file is opened.
MEDIAEDIT_API bool keeps_pictures(const MediaInfo& info, const Placement& placement,
                                  const Recipe& recipe);

/// The recipe for the source of that index, once it is known what it is.
using RecipeForSource = std::function<Result<Recipe>(std::size_t index, const MediaInfo& info)>;
/// The results of one source, as prepare gives them, or why the source or its recipe cannot be
/// used.
using SourceDone =
    std::function<void(std::size_t index, Result<std::vector<Result<Report>>> results)>;

/// prepare() for many sources, several side by side. One that fails does not stop the others.
/// Names are settled before the work, in the order of the sources: a second one of the same stem
/// becomes `<stem>-2--<placement>.jpg`. `done` comes for each source in order, but not for those
/// that were not begun when `control.stop` was asked. Progress counts all sources; Progress::source
/// tells which one moved. Errors: of each source its own. What the two functions throw ends
/// nothing: of `recipe_for` it is the source's error (`internal`), of `done` it is lost. Memory:
/// photos wait for each other when together they might need more than
/// `control.limits.max_memory_bytes`. Threads: both functions may be called from any thread,
/// `recipe_for` from several at once, `done` never.
MEDIAEDIT_API void prepare_all(std::span<const std::filesystem::path> sources,
                               const RecipeForSource& recipe_for,
                               std::span<const Placement> targets,
                               const std::filesystem::path& folder, const PrepareOptions& options,
                               const Control& control, const SourceDone& done);

}  // namespace mediaedit
