// From a source file to finished files.
#pragma once

#include <mediaedit/control.hpp>
#include <mediaedit/export.hpp>
#include <mediaedit/media_info.hpp>
#include <mediaedit/recipe.hpp>
#include <mediaedit/result.hpp>
#include <mediaedit/time.hpp>

#include <cstdint>
#include <filesystem>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace mediaedit {

enum class IfExists {
    refuse,  ///< error `exists`
    replace,
    number,  ///< name (2).jpg, name (3).jpg ...
};

enum class Quality { small, good, best };

/// Where a result goes. The format follows the name: jpg jpeg png webp avif | mp4 mov.
struct Output {
    std::filesystem::path file;
    IfExists if_exists = IfExists::refuse;
    Quality quality = Quality::best;
    std::optional<std::uintmax_t> max_bytes{};
    bool may_copy = true;  ///< videos only: pictures that the recipe leaves as they are may be
                           ///< copied; false: all are encoded
    /// Videos only: the most that encoded pictures may take, as a platform allows it. Absent: as
    /// much as the quality needs, so that an edit loses nothing.
    std::optional<std::int64_t> max_bits_per_second{};
    /// Files that the caller reads for this beside source and recipe: no result is written over
    /// them, however it is named (error `exists`).
    std::vector<std::filesystem::path> inputs{};
};

struct Job {
    Recipe recipe;
    Output output;
};

enum class Mode { copied, partly_copied, encoded };

/// What was done.
struct Report {
    std::filesystem::path source;
    std::filesystem::path
        file;  ///< the name it got, with its number where IfExists::number gave one
    PixelSize size;
    std::uintmax_t bytes = 0;
    std::optional<Time> duration;
    Mode mode = Mode::encoded;
    std::int64_t frames_copied = 0;
    std::int64_t frames_encoded = 0;
    std::string encoder;  ///< FFmpeg's name of what encoded the pictures: "libx264", "h264_vaapi"
                          ///< ...; empty for a photo, and where all was copied
    std::vector<Note> notes;
    std::vector<Report> further_parts{};  ///< of a video that was split: the second part and those
                                          ///< behind it; see PrepareOptions::too_long
};

/// Makes one result. What is read (the source, the recipe's pictures and sounds) is never changed,
/// by whatever name or link; `output.file` appears only when it is whole. Errors: those of probe;
/// bad_recipe, bad_argument, exists, cannot_write, cancelled. Threads: safe to call from several at
/// once; its own end before it returns.
MEDIAEDIT_API Result<Report> export_media(const std::filesystem::path& source, const Recipe& recipe,
                                          const Output& output, const Control& control = {});

/// Makes several results of one source, which is decoded once.
/// Shapes: one entry per job, in order; a job that fails does not stop the others.
/// Errors: as export_media, in each entry; when the source cannot be used, in all.
MEDIAEDIT_API std::vector<Result<Report>> export_many(const std::filesystem::path& source,
                                                      std::span<const Job> jobs,
                                                      const Control& control = {});

/// Saves the picture of a video that is shown at `at`, upright, as a photo: a cover.
/// Errors: as export_media; bad_argument for a photo, and when no picture is shown then.
MEDIAEDIT_API Result<Report> export_frame(const std::filesystem::path& source, Time at,
                                          const Output& output, const Control& control = {});

/// The same of what `recipe` makes of it: what it hides is hidden on the cover too.
MEDIAEDIT_API Result<Report> export_frame(const std::filesystem::path& source, const Recipe& recipe,
                                          Time at, const Output& output,
                                          const Control& control = {});

}  // namespace mediaedit
