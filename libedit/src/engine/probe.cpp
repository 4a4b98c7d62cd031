// What a file is.
#include "base/guard.hpp"
#include "engine/media_kind.hpp"
#include "engine/open_photo.hpp"
#include "picture/av_parts.hpp"

#include <mediaedit/media_info.hpp>

namespace mediaedit {

Result<MediaInfo> probe(const std::filesystem::path& file, const Control& control) {
    return internal::guard([&] {
        if (internal::is_video(file)) return internal::av_parts().describe_video(file, control);
        return internal::open_photo(file, control.limits).info;
    });
}

}  // namespace mediaedit
