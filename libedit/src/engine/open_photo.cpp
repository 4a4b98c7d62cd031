// A photo file in memory, with its parsed header.
#include "engine/open_photo.hpp"

#include "base/failure.hpp"
#include "base/foreign_file.hpp"
#include "base/message.hpp"
#include "base/system/system.hpp"
#include "base/system/thread_count.hpp"
#include "engine/media_kind.hpp"

#include <algorithm>
#include <cmath>
#include <thread>
#include <utility>

namespace mediaedit::internal {
namespace {

MediaInfo describe(const PhotoHeader& header, std::uintmax_t bytes) {
    MediaInfo info;
    info.kind = MediaKind::photo;
    info.format = to_string(header.format);
    info.size = header.upright();
    info.rotation_deg = turn_degrees(header.orientation);
    info.mirrored = mirrors(header.orientation);
    info.color = header.color;
    info.bit_depth = header.bit_depth;
    info.has_alpha = header.has_alpha;
    info.animated = header.animated;
    info.has_location = header.metadata.has_location;
    info.has_owner_data = header.metadata.has_owner_data;
    info.device = header.metadata.device;
    info.taken_at = header.metadata.taken_at;
    info.bytes = bytes;
    info.notes = header.notes;
    return info;
}

}  // namespace

OpenPhoto open_photo(const std::filesystem::path& file, const Limits& limits) {
    return open_photo(file, read_file(file, limits.max_photo_bytes), limits);
}

OpenPhoto open_photo(const std::filesystem::path& file, std::vector<std::uint8_t> bytes,
                     const Limits& limits) {
    OpenPhoto photo;
    photo.file = file;
    const auto name = file.filename().string();
    photo.bytes = std::move(bytes);
    if (!sniff_photo(photo.bytes)) {
        if (looks_like_video(photo.bytes))
            fail(ErrorCode::unsupported,
                 tr("{file} is a video; here a photo is needed.", {{"file", name}}), file.string());
        refuse_foreign(file, photo.bytes);
    }
    if (raw_photo_in_tiff(photo.bytes)) refuse_foreign(file, photo.bytes);
    photo.header = read_photo_header(photo.bytes, name, limits);
    photo.info = describe(photo.header, photo.bytes.size());
    return photo;
}

Photo decode(const OpenPhoto& photo, double share, const Control& control,
             std::function<void(double)> progress) {
    ReadRequest request;
    if (share < 1) {
        const auto full = photo.info.size;
        request.at_least = {std::max(1, static_cast<int>(std::ceil(full.width * share))),
                            std::max(1, static_cast<int>(std::ceil(full.height * share)))};
    }
    request.limits = control.limits;
    request.stop = control.stop;
    request.threads = thread_count(control);
    request.on_progress = std::move(progress);
    return read_photo(photo.bytes, photo.file.filename().string(), photo.header, request);
}

}  // namespace mediaedit::internal
