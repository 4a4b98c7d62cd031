// What is known of the sources of a post.
#pragma once

#include "post/package/build_manifest.hpp"

#include <mediaedit/carried_data.hpp>
#include <mediaedit/check.hpp>
#include <mediaedit/post.hpp>

#include <chrono>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace mediaedit::internal {

struct SeenItem {
    std::optional<MediaInfo> info;  ///< absent: cannot be read
    std::optional<Error> error;     ///< why
    EmbeddedMetadata carried;       ///< its metadata
    std::optional<int> faces;       ///< clearly visible ones; absent: not counted, as in videos
    std::string alt_text;           ///< the person's, else the draft
    bool drafted = false;
};

/// Probes all sources, several in parallel. Nothing is decoded.
std::vector<SeenItem> probe_items(const Post& post, const Control& control);

struct FaceCount {
    int faces = 0;            ///< clearly visible ones
    std::vector<Note> notes;  ///< on decoding: what the header does not show
};

/// Decodes a photo and counts its faces. Errors: those of probe.
FaceCount count_faces(const std::filesystem::path& photo, const Control& control);

/// The day on which the first source with a date was taken.
std::optional<std::chrono::year_month_day> day_taken(const std::vector<SeenItem>& items);

}  // namespace mediaedit::internal
