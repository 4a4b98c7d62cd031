// An open source: a photo in memory or an open video.
#pragma once

#include "base/system/inputs.hpp"
#include "engine/open_photo.hpp"

#include <mediaedit/control.hpp>
#include <mediaedit/export_media.hpp>
#include <mediaedit/media_info.hpp>

#include <filesystem>
#include <memory>
#include <optional>
#include <span>
#include <vector>

namespace mediaedit::internal {

class VideoFile;

struct OpenSource {
    std::filesystem::path file;
    MediaInfo info;
    std::optional<OpenPhoto> photo;                    ///< absent for a video
    std::shared_ptr<const VideoFile> video = nullptr;  ///< absent for a photo; read from the disk
};

/// Errors: those of probe.
OpenSource open_source(const std::filesystem::path& file, const Control& control);

/// As export_many. Adds the files that it reads to `inputs`, which contains the other inputs of the
/// call. Errors: only those that concern all jobs; each job has its own Result.
std::vector<Result<Report>> export_source(const OpenSource& source, std::span<const Job> jobs,
                                          Inputs& inputs, const Control& control);

}  // namespace mediaedit::internal
