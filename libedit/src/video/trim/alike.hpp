// Whether two jobs make the same video.
#pragma once

#include <mediaedit/export_media.hpp>
#include <mediaedit/media_info.hpp>

namespace mediaedit::internal {

/// Whether both make the same video of a source, apart from Output::max_bytes. Ignores file names
/// and settings without effect (such as the safe area without a text).
bool makes_the_same(const Job& one, const Job& other, const MediaInfo& source);

}  // namespace mediaedit::internal
