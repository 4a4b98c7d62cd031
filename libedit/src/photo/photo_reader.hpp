// Reads photos of all formats: recognise, read the header, decode.
#pragma once

#include "photo/metadata.hpp"
#include "picture/geometry/orientation.hpp"
#include "picture/picture.hpp"

#include <mediaedit/control.hpp>
#include <mediaedit/geometry.hpp>
#include <mediaedit/media_info.hpp>

#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <stop_token>
#include <string>
#include <vector>

namespace mediaedit::internal {

enum class PhotoFormat { jpeg, png, webp, heic, avif, tiff, gif, bmp };

/// The value of MediaInfo::format.
std::string to_string(PhotoFormat format);

/// Recognises the format by the first 4 KiB of the content. Absent: not a supported photo format.
std::optional<PhotoFormat> sniff_photo(std::span<const std::uint8_t> bytes) noexcept;

/// The header of a photo. Reading it decodes no pixels and allocates no memory for them.
struct PhotoHeader {
    PhotoFormat format = PhotoFormat::jpeg;
    PixelSize stored;
    Orientation orientation = Orientation::upright;  ///< from EXIF; HEIF is already upright
    int bit_depth = 8;
    bool has_alpha = false;
    bool animated = false;
    std::string color;  ///< MediaInfo::color
    Metadata metadata;
    std::vector<Note> notes;  ///< such as first_picture_only; truncated if the header shows it
    [[nodiscard]] PixelSize upright() const { return set_upright(stored, orientation); }
};

/// `name` is the file's name for messages. Errors: damaged, unsupported, too_large.
PhotoHeader read_photo_header(std::span<const std::uint8_t> bytes, const std::string& name,
                              const Limits& limits);

struct ReadRequest {
    /// The reader may use any scale at which both sides of the upright picture are at least this
    /// large. Empty: the full size.
    PixelSize at_least;
    Limits limits;
    std::stop_token stop;
    int threads = 1;
    std::function<void(double)> on_progress{};  ///< receives 0 to 1, on the reading thread
};

struct Photo {
    Picture picture;          ///< upright, sRGB; full_size or smaller with the same aspect ratio
    PixelSize full_size;      ///< upright
    std::vector<Note> notes;  ///< such as truncated
};

/// Errors: damaged, unsupported, too_large, cancelled.
Photo read_photo(std::span<const std::uint8_t> bytes, const std::string& name,
                 const PhotoHeader& header, const ReadRequest& request);

}  // namespace mediaedit::internal
