// Faces that may have to be hidden.
#include "base/guard.hpp"
#include "base/message.hpp"
#include "base/thread_count.hpp"
#include "engine/media_kind.hpp"
#include "engine/open_photo.hpp"
#include "picture/av_parts.hpp"
#include "picture/face_finder.hpp"
#include "picture/serially.hpp"

#include <mediaedit/faces.hpp>

#include <algorithm>
#include <functional>

namespace mediaedit {
namespace {

using namespace internal;

/// More than the search looks at.
constexpr double decoded_side_px = 1600;

cv::Mat small_picture(const std::filesystem::path& source, const Control& control) {
    const auto scale_for = [](PixelSize size) { return std::min(1.0, decoded_side_px / std::max(size.width, size.height)); };
    if (is_video(source)) {
        const auto video = av_parts().open_look(source, control);
        return video->original(Time(0), scale_for(video->info().size));
    }
    const auto photo = open_photo(source, control.limits);
    return decode(photo, scale_for(photo.info.size), control).picture.pixels;
}

std::vector<FoundFace> search(const std::filesystem::path& source, const Control& control) {
    std::vector<FoundFace> faces;
    for (const auto& [box, certainty] : search_faces(small_picture(source, control), Search::thorough)) faces.push_back({{box.x, box.y, box.width, box.height}, certainty});
    std::ranges::stable_sort(faces, std::greater{}, [](const FoundFace& face) { return face.area.width * face.area.height; });
    return faces;
}

}  // namespace

Result<std::vector<FoundFace>> find_faces(const std::filesystem::path& source, const Control& control) {
    return guard([&] {
        if (thread_count(control) > 1) return search(source, control);
        std::vector<FoundFace> faces;
        serially([&] { faces = search(source, control); });
        return faces;
    });
}

Result<std::vector<FollowedFace>> follow_faces(const std::filesystem::path& source, const Control& control) {
    return guard([&] {
        if (!is_video(source)) fail(ErrorCode::bad_argument, tr("{file} is no video; faces are followed only where something moves.", {{"file", source.filename().string()}}), source.string());
        return av_parts().follow_faces(source, control);
    });
}

}  // namespace mediaedit
