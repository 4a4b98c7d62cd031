// Tells photos from videos by their content.
#include "engine/media_kind.hpp"

#include "base/system/system.hpp"
#include "photo/photo_reader.hpp"

#include <algorithm>
#include <string_view>

namespace mediaedit::internal {
namespace {

/// MPEG transport streams have packets of 188 bytes that start with this sync byte. Cameras (M2TS)
/// put a timestamp of 4 bytes before each packet.
constexpr std::uint8_t packet_mark = 0x47;
constexpr std::size_t packet_bytes = 188, time_bytes = 4;

bool is_transport_stream(std::span<const std::uint8_t> head, std::size_t before) {
    const std::size_t step = packet_bytes + before;
    if (head.size() < before + 2 * step + 1) return false;
    return head[before] == packet_mark && head[before + step] == packet_mark &&
           head[before + 2 * step] == packet_mark;
}

}  // namespace

bool looks_like_video(std::span<const std::uint8_t> head) noexcept {
    const std::string_view text(reinterpret_cast<const char*>(head.data()),
                                std::min<std::size_t>(head.size(), 64));
    if (text.size() < 12) return false;
    const auto box = text.substr(4, 4);
    if (box == "ftyp" && text.substr(8, 4) == "crx ") return false;  // a raw photo, CR3
    for (const std::string_view name :
         {"ftyp", "moov", "mdat", "wide", "free", "skip", "moof", "styp", "sidx", "pnot"})
        if (box == name) return true;
    return text.starts_with("\x1A\x45\xDF\xA3") ||
           (text.starts_with("RIFF") && text.substr(8, 4) == "AVI ") ||
           text.starts_with("FLV\x01") || text.starts_with("\x30\x26\xB2\x75") ||
           text.starts_with(std::string_view("\0\0\x01\xBA", 4)) || is_transport_stream(head, 0) ||
           is_transport_stream(head, time_bytes);
}

bool is_video(const std::filesystem::path& file) {
    const auto head = read_head(file, 4096);
    return !sniff_photo(head) && looks_like_video(head);
}

}  // namespace mediaedit::internal
