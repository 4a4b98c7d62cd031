// The public function probe.
#include "base/guard.hpp"
#include "engine/open_source.hpp"

#include <mediaedit/media_info.hpp>

namespace mediaedit {

Result<MediaInfo> probe(const std::filesystem::path& file, const Control& control) {
    return internal::guard([&] { return internal::open_source(file, control).info; });
}

}  // namespace mediaedit
