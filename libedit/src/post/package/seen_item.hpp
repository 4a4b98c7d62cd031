// What is seen of a post's photos and clips before and after they are made into anything.
#pragma once

#include "post/package/build_manifest.hpp"

#include <mediaedit/carried_data.hpp>
#include <mediaedit/check.hpp>
#include <mediaedit/post.hpp>

#include <optional>
#include <string>
#include <vector>

namespace mediaedit::internal {

struct SeenItem {
    std::optional<MediaInfo> info;  ///< absent: cannot be read
    std::optional<Error> error;     ///< why
    EmbeddedMetadata carried;       ///< what it tells beside its picture
    std::optional<int> faces;       ///< clearly seen; absent: not counted, as in clips
    std::string alt_text;           ///< the person's, else the draft
    bool drafted = false;
};

/// Probes all, several side by side. Nothing is decoded.
std::vector<SeenItem> probe_items(const Post& post, const Control& control);

struct FaceCount {
    int faces = 0;            ///< clearly seen
    std::vector<Note> notes;  ///< on its decoding: what its header does not tell
};

/// Decodes a photo and counts. Errors: those of probe.
FaceCount count_faces(const std::filesystem::path& photo, const Control& control);

/// The day on which the first of them was taken, when its device wrote that.
std::optional<std::chrono::year_month_day> day_taken(const std::vector<SeenItem>& items);

}  // namespace mediaedit::internal
