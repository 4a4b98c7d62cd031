// Jobs of one call that come to the same video.
#pragma once

#include <mediaedit/export_media.hpp>
#include <mediaedit/media_info.hpp>

namespace mediaedit::internal {

/// Whether both make the same video of a source, apart from Output::max_bytes. Names, and what a
/// recipe says of things it does not have (the safe area without a text), do not matter.
bool makes_the_same(const Job& one, const Job& other, const MediaInfo& source);

}  // namespace mediaedit::internal
