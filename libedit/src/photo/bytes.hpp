// Reads numbers and texts from the bytes of a file. Anything beyond the end is 0 or empty.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

namespace mediaedit::internal {

using Bytes = std::span<const std::uint8_t>;

inline std::uint32_t byte_at(Bytes bytes, std::size_t at) noexcept {
    return at < bytes.size() ? bytes[at] : 0;
}

inline std::uint32_t little_16(Bytes bytes, std::size_t at) noexcept {
    return byte_at(bytes, at) | byte_at(bytes, at + 1) << 8;
}
inline std::uint32_t little_32(Bytes bytes, std::size_t at) noexcept {
    return little_16(bytes, at) | little_16(bytes, at + 2) << 16;
}
inline std::uint32_t big_16(Bytes bytes, std::size_t at) noexcept {
    return byte_at(bytes, at) << 8 | byte_at(bytes, at + 1);
}
inline std::uint32_t big_32(Bytes bytes, std::size_t at) noexcept {
    return big_16(bytes, at) << 16 | big_16(bytes, at + 2);
}

inline std::string_view text_at(Bytes bytes, std::size_t at, std::size_t length) noexcept {
    if (at > bytes.size() || length > bytes.size() - at) return {};
    return {reinterpret_cast<const char*>(bytes.data()) + at, length};
}

inline Bytes part(Bytes bytes, std::size_t at, std::size_t length) noexcept {
    if (at > bytes.size()) return {};
    const auto rest = bytes.size() - at;
    return bytes.subspan(at, length < rest ? length : rest);
}

}  // namespace mediaedit::internal
