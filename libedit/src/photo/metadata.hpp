// The metadata of a photo that probe reports: time, location, owner, device, orientation.
#pragma once

#include <mediaedit/export.hpp>

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace mediaedit::internal {

struct Metadata {
    int orientation = 1;  ///< EXIF's value; 1 if it is absent or outside 1 to 8
    bool has_location = false;
    bool has_owner_data = false;  ///< maker, model, serial number, artist, copyright, owner's name
    std::string device;           ///< maker and model
    std::optional<std::string> taken_at;  ///< YYYY-MM-DDTHH:MM:SS
};

/// Reads an EXIF block: a TIFF structure, with or without "Exif\0\0" before it. Never fails: skips
/// what cannot be read.
Metadata read_exif(std::span<const std::uint8_t> block) noexcept;

/// Adds the GPS, device and creator of an XMP packet.
MEDIAEDIT_INTERNAL void add_xmp(Metadata& metadata, std::span<const std::uint8_t> packet);

// Helpers that the TIFF reader needs too.
MEDIAEDIT_INTERNAL std::string trimmed(std::string_view text);
/// Joins maker and model. Omits the maker if the model begins with it.
MEDIAEDIT_INTERNAL std::string device_of(const std::string& make, const std::string& model);
/// Converts YYYY:MM:DD HH:MM:SS. Absent: not a time.
MEDIAEDIT_INTERNAL std::optional<std::string> time_from_exif(std::string_view text);

}  // namespace mediaedit::internal
