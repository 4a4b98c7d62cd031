// The metadata embedded in a file: where, when, with which device and by whom it was made.
//
//     auto metadata = carried_data("photo.jpg");
//     if (metadata && metadata->has(Carried::place)) warn();
#pragma once

#include <mediaedit/control.hpp>
#include <mediaedit/export.hpp>
#include <mediaedit/result.hpp>

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace mediaedit {

enum class Carried {
    place,
    time,
    device,  ///< maker, model, lens, serial number, the maker's own notes
    owner,   ///< artist, author, rights
    software,
    picture,  ///< another picture or video inside: a thumbnail, a motion photo
    words,    ///< title, description, comment, keywords
    other,    ///< camera settings, data tracks
};

struct CarriedItem {
    Carried kind = Carried::other;
    /// The name in its standard: "exif.Model", "com.apple.quicktime.location.ISO6709".
    std::string name{};
    std::string value{};  ///< UTF-8; a long one is shortened
    bool operator==(const CarriedItem&) const = default;
};

/// Units: degrees, north and east are positive.
struct GpsPosition {
    double latitude = 0;
    double longitude = 0;
    bool operator==(const GpsPosition&) const = default;
};

struct EmbeddedMetadata {
    std::optional<GpsPosition> place{};  ///< if the file gives it as numbers
    std::vector<CarriedItem> items{};    ///< empty if the file has no metadata
    [[nodiscard]] MEDIAEDIT_API bool has(Carried kind) const;
    bool operator==(const EmbeddedMetadata&) const = default;
};

/// Reads the metadata of a photo or video from its headers. Leaves out what is only needed to show
/// the picture: size, orientation, colour profile. Use it on a result to verify that no metadata
/// is left. Errors: those of probe.
MEDIAEDIT_API Result<EmbeddedMetadata> carried_data(const std::filesystem::path& file,
                                                    const Control& control = {});

}  // namespace mediaedit
