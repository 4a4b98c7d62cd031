// Tells whether a JPEG contains only its picture.
#pragma once

#include <cstdint>
#include <span>

namespace mediaedit::internal {

/// True for a JPEG with only JFIF, Adobe and ICC segments and nothing after its end, so that it may
/// be copied unchanged.
bool is_plain_jpeg(std::span<const std::uint8_t> bytes) noexcept;

}  // namespace mediaedit::internal
