// Parses the headers of GIF and BMP files.
#include "photo/rare_headers.hpp"

#include <cstdlib>

namespace mediaedit::internal {
namespace {

/// The offset after a chain of sub-blocks.
std::size_t after_blocks(Bytes bytes, std::size_t at) {
    while (at < bytes.size() && bytes[at] != 0) at += std::size_t{1} + bytes[at];
    return at + 1;
}

std::size_t palette_bytes(std::uint32_t flags) {
    return (flags & 0x80) != 0 ? std::size_t{3} << ((flags & 7) + 1) : 0;
}

}  // namespace

std::optional<RareHeader> read_gif_header(Bytes bytes) {
    constexpr std::uint32_t extension = 0x21, picture = 0x2C, graphic_control = 0xF9;
    RareHeader header;
    header.width = little_16(bytes, 6);
    header.height = little_16(bytes, 8);
    int pictures = 0;
    std::size_t at = 13 + palette_bytes(byte_at(bytes, 10));
    while (at < bytes.size() && pictures < 2) {
        if (bytes[at] == extension) {
            if (pictures == 0 && byte_at(bytes, at + 1) == graphic_control &&
                (byte_at(bytes, at + 3) & 1) != 0)
                header.has_alpha = true;
            at = after_blocks(bytes, at + 2);
        } else if (bytes[at] == picture) {
            const std::int64_t left = little_16(bytes, at + 1), top = little_16(bytes, at + 3),
                               width = little_16(bytes, at + 5), height = little_16(bytes, at + 7);
            if (++pictures == 1) {
                if (width == 0 || height == 0 || left + width > header.width ||
                    top + height > header.height)
                    return std::nullopt;
                if (width < header.width || height < header.height)
                    header.has_alpha = true;  // the rest of the canvas is transparent
            }
            at = after_blocks(bytes, at + 10 + palette_bytes(byte_at(bytes, at + 9)) + 1);
            if (pictures == 1) header.picture = part(bytes, 0, at);
        } else {
            break;
        }
    }
    if (pictures == 0) return std::nullopt;
    header.pictures = pictures;
    return header;
}

std::optional<RareHeader> read_bmp_header(Bytes bytes) {
    RareHeader header;
    header.picture = bytes;
    const auto size = little_32(bytes, 14);
    if (size == 12) {
        header.width = little_16(bytes, 18);
        header.height = little_16(bytes, 20);
        return header;
    }
    header.width = static_cast<std::int32_t>(little_32(bytes, 18));
    header.height = std::abs(static_cast<std::int64_t>(
        static_cast<std::int32_t>(little_32(bytes, 22))));  // negative: top row first
    const auto bits = little_16(bytes, 28);
    if (bits != 1 && bits != 2 && bits != 4 && bits != 8 && bits != 16 && bits != 24 && bits != 32)
        return std::nullopt;
    header.has_alpha = bits == 32 && size >= 56 && little_32(bytes, 66) != 0;
    return header;
}

}  // namespace mediaedit::internal
