// What a file tells beside its pictures and its sound: where, when, with what and by whom it was
// made.
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
    picture,  ///< another picture or film inside: a thumbnail, a motion photo
    words,    ///< title, description, comment, keywords
    other,    ///< settings of the camera, tracks of data
};

struct CarriedItem {
    Carried kind = Carried::other;
    std::string
        name{};  ///< as its standard calls it: "exif.Model", "com.apple.quicktime.location.ISO6709"
    std::string value{};  ///< UTF-8, shortened where it is long
    bool operator==(const CarriedItem&) const = default;
};

/// Units: degrees, north and east are positive.
struct GpsPosition {
    double latitude = 0;
    double longitude = 0;
    bool operator==(const GpsPosition&) const = default;
};

struct EmbeddedMetadata {
    std::optional<GpsPosition> place{};  ///< where it tells it in numbers
    std::vector<CarriedItem> items{};    ///< empty: the file tells nothing but its picture
    [[nodiscard]] MEDIAEDIT_API bool has(Carried kind) const;
    bool operator==(const EmbeddedMetadata&) const = default;
};

/// Reads headers only. What only serves to show the picture (size, turn, colours) is not told of.
/// The same function over a result shows that it carries nothing.
/// Errors: those of probe.
MEDIAEDIT_API Result<EmbeddedMetadata> carried_data(const std::filesystem::path& file,
                                                    const Control& control = {});

}  // namespace mediaedit
