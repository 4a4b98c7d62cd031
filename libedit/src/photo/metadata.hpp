// What a photo tells beside its pixels: when, where, by whom and with what it was taken.
#pragma once

#include <mediaedit/export.hpp>

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace mediaedit::internal {

struct Metadata {
    int orientation = 1;  ///< EXIF's number, 1 when absent or outside 1 to 8
    bool has_location = false;
    bool has_owner_data = false;  ///< maker, model, serial number, artist, copyright, owner's name
    std::string device;           ///< maker and model
    std::optional<std::string> taken_at;  ///< YYYY-MM-DDTHH:MM:SS
};

/// Reads an EXIF block: a TIFF structure, with or without "Exif\0\0" before it.
/// Never fails: what cannot be read is absent.
Metadata read_exif(std::span<const std::uint8_t> block) noexcept;

/// Adds what an XMP packet tells (GPS, device, creator).
MEDIAEDIT_INTERNAL void add_xmp(Metadata& metadata, std::span<const std::uint8_t> packet);

/// The pieces that TIFF's own entries need too.
MEDIAEDIT_INTERNAL std::string trimmed(std::string_view text);
MEDIAEDIT_INTERNAL std::string device_of(
    const std::string& make, const std::string& model);  ///< the maker is not said twice
MEDIAEDIT_INTERNAL std::optional<std::string> time_from_exif(
    std::string_view text);  ///< from YYYY:MM:DD HH:MM:SS; absent when it is none

}  // namespace mediaedit::internal
