// Tells whether a JPEG contains only its picture.
#include "photo/jpeg/plain_jpeg.hpp"

#include <algorithm>
#include <string_view>

namespace mediaedit::internal {
namespace {

constexpr std::uint8_t start_of_image = 0xD8, end_of_image = 0xD9, start_of_scan = 0xDA,
                       comment = 0xFE;

bool is_harmless(std::uint8_t marker, std::span<const std::uint8_t> content) {
    if (marker == comment) return false;
    if (marker < 0xE0 || marker > 0xEF) return true;
    const std::string_view text(reinterpret_cast<const char*>(content.data()), content.size());
    return (marker == 0xE0 && text.starts_with("JFIF")) ||
           (marker == 0xE2 && text.starts_with("ICC_PROFILE")) ||
           (marker == 0xEE && text.starts_with("Adobe"));
}

}  // namespace

bool is_plain_jpeg(std::span<const std::uint8_t> bytes) noexcept {
    if (bytes.size() < 4 || bytes[0] != 0xFF || bytes[1] != start_of_image) return false;
    std::size_t at = 2;
    while (at + 4 <= bytes.size()) {
        if (bytes[at] != 0xFF) return false;
        const auto marker = bytes[at + 1];
        const std::size_t length = bytes[at + 2] * 256u + bytes[at + 3];
        if (length < 2 || at + 2 + length > bytes.size()) return false;
        if (!is_harmless(marker, bytes.subspan(at + 4, length - 2))) return false;
        at += 2 + length;
        if (marker != start_of_scan) continue;
        // Skips the data of a scan, in which 0xFF is followed by 0 or a restart number. In a
        // progressive file, more segments follow.
        while (at + 1 < bytes.size() && (bytes[at] != 0xFF || bytes[at + 1] == 0 ||
                                         (bytes[at + 1] >= 0xD0 && bytes[at + 1] <= 0xD7)))
            ++at;
        if (at + 2 == bytes.size()) return bytes[at] == 0xFF && bytes[at + 1] == end_of_image;
        if (at + 1 < bytes.size() && bytes[at + 1] == end_of_image) return false;
    }
    return false;
}

}  // namespace mediaedit::internal
