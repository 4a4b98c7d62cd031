// Trims a video: copies packets, and encodes only the frames between a cut and the next key frame.
#pragma once

#include "base/system/new_file.hpp"
#include "overlay/overlay_art.hpp"
#include "video/decode/copy_plan.hpp"

#include <mediaedit/control.hpp>
#include <mediaedit/media_info.hpp>
#include <mediaedit/recipe.hpp>
#include <mediaedit/time.hpp>

#include <cstdint>
#include <filesystem>
#include <functional>
#include <vector>

namespace mediaedit::internal {

struct Trimmed {
    std::int64_t frames_copied = 0;
    std::int64_t frames_encoded = 0;
    Time duration{0};
    std::vector<Note> notes;
};

/// Writes the kept parts of `source` to `file`, which is not committed: exactly the kept frames,
/// once each and in order. Frames with timed overlays are encoded, others copied where possible.
/// The result has been verified. `recipe`: one that changes_only_parts. Errors: CannotCopy, after
/// which `file` must be dropped; those of VideoFile, Mp4Writer.
Trimmed trim_by_copying(const VideoFile& source, const MediaInfo& info, const Recipe& recipe,
                        const Logos& logos, NewFile& file, const Control& control,
                        const std::function<void(double)>& progress);

}  // namespace mediaedit::internal
