// What a file is.
#include "base/guard.hpp"
#include "engine/open_photo.hpp"

#include <mediaedit/media_info.hpp>

namespace mediaedit {

Result<MediaInfo> probe(const std::filesystem::path& file, const Control& control) {
    return internal::guard([&] { return internal::open_photo(file, control.limits).info; });
}

}  // namespace mediaedit
