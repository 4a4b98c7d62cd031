// Base64 and data: URLs, for pictures inside a text file.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace mediaedit::internal {

std::string to_base64(std::span<const std::uint8_t> bytes);

/// Absent if a character is not base64, or the end is missing.
std::optional<std::vector<std::uint8_t>> from_base64(std::string_view text);

/// The content of a "data:image/...;base64,..." URL. Absent if `address` is not one.
std::optional<std::vector<std::uint8_t>> bytes_in_address(std::string_view address);

/// Whether `address` is such a URL. Its content is not decoded.
bool is_picture_address(std::string_view address);

}  // namespace mediaedit::internal
