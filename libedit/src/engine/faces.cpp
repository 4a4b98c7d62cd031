// The public functions find_faces and follow_faces.
#include "av/av_parts.hpp"
#include "base/guard.hpp"
#include "base/message.hpp"
#include "base/system/thread_count.hpp"
#include "engine/media_kind.hpp"
#include "engine/open_photo.hpp"
#include "picture/serially.hpp"
#include "subjects/face_finder.hpp"

#include <mediaedit/faces.hpp>

#include <algorithm>
#include <cmath>
#include <functional>

namespace mediaedit {
namespace {

using namespace internal;

cv::Mat small_picture(const std::filesystem::path& source, const Control& control) {
    const auto scale_for = [](PixelSize size) {
        return std::min(1.0,
                        static_cast<double>(searched_photo_px) / std::max(size.width, size.height));
    };
    const auto scaled = [&](PixelSize size) {
        const auto even = [scale = scale_for(size)](int side) {
            return std::max(2, static_cast<int>(std::lround(side * scale / 2)) * 2);
        };
        return PixelSize{even(size.width), even(size.height)};
    };
    if (is_video(source)) {
        const auto video = av_parts().open_video_preview(source, control);
        return video->original(Time(0), scaled(video->info().size));
    }
    const auto photo = open_photo(source, control.limits);
    return decode(photo, scale_for(photo.info.size), control).picture.pixels;
}

std::vector<FoundFace> search(const std::filesystem::path& source, const Control& control) {
    std::vector<FoundFace> faces;
    for (const auto& [box, certainty] :
         search_faces(small_picture(source, control), Search::thorough))
        faces.push_back({{box.x, box.y, box.width, box.height}, certainty});
    std::ranges::stable_sort(faces, std::greater{}, [](const FoundFace& face) {
        return face.area.width * face.area.height;
    });
    return faces;
}

}  // namespace

Result<std::vector<FoundFace>> find_faces(const std::filesystem::path& source,
                                          const Control& control) {
    return guard([&] {
        if (thread_count(control) > 1) return search(source, control);
        std::vector<FoundFace> faces;
        serially([&] { faces = search(source, control); });
        return faces;
    });
}

Result<std::vector<FollowedFace>> follow_faces(const std::filesystem::path& source,
                                               const Control& control) {
    return guard([&] {
        if (!is_video(source))
            fail(ErrorCode::bad_argument,
                 tr("{file} is no video; faces are followed only where something moves.",
                    {{"file", source.filename().string()}}),
                 source.string());
        return av_parts().follow_faces(source, control);
    });
}

}  // namespace mediaedit
