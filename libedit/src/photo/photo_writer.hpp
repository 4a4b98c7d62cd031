// Encodes a finished picture.
#pragma once

#include "picture/picture.hpp"

#include <mediaedit/export_media.hpp>
#include <mediaedit/media_info.hpp>

#include <cstdint>
#include <optional>
#include <stop_token>
#include <string>
#include <vector>

namespace mediaedit::internal {

enum class WriteFormat { jpeg, png, webp, avif };

/// The format for a file extension, in upper or lower case. Absent: the format cannot be written.
std::optional<WriteFormat> write_format_of(const std::filesystem::path& file);

struct Encoded {
    std::vector<std::uint8_t> bytes;
    std::vector<Note> notes;  ///< quality_lowered, if max_bytes required it
};

struct EncodeRequest {
    WriteFormat format = WriteFormat::jpeg;
    Quality quality = Quality::best;
    std::optional<std::uintmax_t> max_bytes;
    std::stop_token stop;
};

/// Encodes the picture with an sRGB profile and without other metadata (location, device, owner,
/// thumbnail, orientation). JPEG: alpha is blended with white; quality 97 4:4:4 (best), then 95
/// 4:4:4, 95 4:2:0 and lower until the result is within `max_bytes`. Errors: bad_argument if no
/// quality is small enough; cancelled; unsupported if an encoder is missing.
Encoded encode_photo(const Picture& picture, const EncodeRequest& request);

}  // namespace mediaedit::internal
