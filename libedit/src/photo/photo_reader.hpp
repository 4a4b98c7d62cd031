// Reading any photo: sniff, look at the header, decode.
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

/// The word for MediaInfo::format.
std::string to_string(PhotoFormat format);

/// What the content is; the name of the file is no evidence. Absent: no photo format that is read.
/// Reads at most the first 4 KiB.
std::optional<PhotoFormat> sniff_photo(std::span<const std::uint8_t> bytes) noexcept;

/// What the header says; no pixel is decoded and no memory taken for one.
struct PhotoHeader {
    PhotoFormat format = PhotoFormat::jpeg;
    PixelSize stored;
    Orientation orientation =
        Orientation::upright;  ///< HEIF's own turn where it has one, else EXIF's
    int bit_depth = 8;
    bool has_alpha = false;
    bool animated = false;
    std::string color;  ///< MediaInfo::color
    Metadata metadata;
    std::vector<Note> notes;  ///< such as first_picture_only, truncated where the header shows it
    [[nodiscard]] PixelSize upright() const { return set_upright(stored, orientation); }
};

/// Errors: damaged, unsupported, too_large. `name` is the file's, for messages.
PhotoHeader read_photo_header(std::span<const std::uint8_t> bytes, const std::string& name,
                              const Limits& limits);

struct ReadRequest {
    /// The reader may give any scale at which the upright picture is at least this large in both
    /// directions. Empty: the full size.
    PixelSize at_least;
    Limits limits;
    std::stop_token stop;
    int threads = 1;
    std::function<void(double)> on_progress{};  ///< 0 to 1, from the thread that reads
};

struct Photo {
    Picture picture;  ///< upright, sRGB; perhaps smaller than full_size, by the same factor in both
                      ///< directions
    PixelSize full_size;      ///< upright
    std::vector<Note> notes;  ///< such as truncated
};

/// Errors: damaged, unsupported, too_large, cancelled.
Photo read_photo(std::span<const std::uint8_t> bytes, const std::string& name,
                 const PhotoHeader& header, const ReadRequest& request);

}  // namespace mediaedit::internal
