// Encoding a finished picture.
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

/// By the name's ending, in any case. Absent: none that is written.
std::optional<WriteFormat> write_format_of(const std::filesystem::path& file);

struct Encoded {
    std::vector<std::uint8_t> bytes;
    std::vector<Note> notes;  ///< quality_lowered, when max_bytes forced it
};

struct EncodeRequest {
    WriteFormat format = WriteFormat::jpeg;
    Quality quality = Quality::best;
    std::optional<std::uintmax_t> max_bytes;
    std::stop_token stop;
};

/// The picture alone with an sRGB profile: no place, device, owner, no thumbnail, no orientation.
/// JPEG: alpha is laid on white. Quality 97 4:4:4 (best), then 95 4:4:4, 95 4:2:0 and down until
/// `max_bytes` holds. Errors: bad_argument when no quality is small enough; cancelled; unsupported
/// when an encoder is missing.
Encoded encode_photo(const Picture& picture, const EncodeRequest& request);

}  // namespace mediaedit::internal
