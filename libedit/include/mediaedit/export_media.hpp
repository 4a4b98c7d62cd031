// Exports a photo or video with a recipe applied.
//
//     Recipe recipe;
//     recipe.crop = Area{0.1, 0, 0.8, 1};
//     auto report = export_media("photo.jpg", recipe, {"result.jpg"});
//     std::cout << (report ? report->file.string() : report.error().message) << '\n';
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

/// Where a result goes. The extension selects the format: jpg jpeg png webp avif | mp4 mov.
struct Output {
    std::filesystem::path file;
    IfExists if_exists = IfExists::refuse;
    Quality quality = Quality::best;
    std::optional<std::uintmax_t> max_bytes{};
    /// Videos only. Allows copying the frames that the recipe does not change; if false, all are
    /// encoded.
    bool may_copy = true;
    /// Videos only. The highest bit rate of encoded frames that a platform allows. Absent: as high
    /// as the quality needs, so that no detail is lost.
    std::optional<std::int64_t> max_bits_per_second{};
    /// Other files that the caller reads for this job. A result that would overwrite one of them,
    /// by any name or link, gives the error `exists`.
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
    std::filesystem::path file;  ///< the final name, with the number that IfExists::number added
    PixelSize size;
    std::uintmax_t bytes = 0;
    std::optional<Time> duration;
    Mode mode = Mode::encoded;
    std::int64_t frames_copied = 0;
    std::int64_t frames_encoded = 0;
    /// FFmpeg's name of the video encoder: "libx264", "h264_vaapi" ... Empty for photos, and if
    /// nothing was encoded.
    std::string encoder;
    std::vector<Note> notes;
    /// The second and later parts of a video that was split; see PrepareOptions::too_long.
    std::vector<Report> further_parts{};
};

/// Exports one result. Never changes the source, or the overlay and sound files of the recipe, by
/// any name or link. `output.file` appears only when it is complete. Errors: those of probe;
/// bad_recipe, bad_argument, exists, cannot_write, cancelled. Threads: may be called from several
/// threads at once; the threads it starts end before it returns.
MEDIAEDIT_API Result<Report> export_media(const std::filesystem::path& source, const Recipe& recipe,
                                          const Output& output, const Control& control = {});

/// Exports several results of one source, which is decoded only once. A job that fails does not
/// stop the others. Shapes: one entry per job, in the same order. Errors: as export_media, for each
/// entry; if the source cannot be used, all entries hold that error. Threads: as export_media.
MEDIAEDIT_API std::vector<Result<Report>> export_many(const std::filesystem::path& source,
                                                      std::span<const Job> jobs,
                                                      const Control& control = {});

/// Saves the frame that a video shows at `at` as an upright photo, such as a cover.
/// Errors: as export_media; bad_argument for a photo, or if no frame is shown at `at`.
MEDIAEDIT_API Result<Report> export_frame(const std::filesystem::path& source, Time at,
                                          const Output& output, const Control& control = {});

/// As above, with `recipe` applied: what it hides is hidden in the photo too.
MEDIAEDIT_API Result<Report> export_frame(const std::filesystem::path& source, const Recipe& recipe,
                                          Time at, const Output& output,
                                          const Control& control = {});

}  // namespace mediaedit
