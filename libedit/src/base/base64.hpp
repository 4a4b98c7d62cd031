// Bytes as letters, for pictures inside a text file.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace mediaedit::internal {

std::string to_base64(std::span<const std::uint8_t> bytes);

/// Absent when a sign is none of base64's, or the end is cut off.
std::optional<std::vector<std::uint8_t>> from_base64(std::string_view text);

/// What a "data:image/...;base64,..." address holds. Absent when `address` is none.
std::optional<std::vector<std::uint8_t>> bytes_in_address(std::string_view address);

/// Whether bytes_in_address gives something, without decoding it.
bool is_picture_address(std::string_view address);

}  // namespace mediaedit::internal
