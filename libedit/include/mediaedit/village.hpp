// The profile of a village: what all posts of its office share.
//
//     const Village village = read_village("sukamaju.json").value();
#pragma once

#include <mediaedit/export.hpp>
#include <mediaedit/export_media.hpp>
#include <mediaedit/geometry.hpp>
#include <mediaedit/result.hpp>

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace mediaedit {

/// Names, logo, colours and contact data. Captions and pictures leave out what is empty.
struct Village {
    std::string village{};   ///< without the word "Desa": "Sukamaju"
    std::string district{};  ///< without "Kecamatan": "Sumberagung"
    /// With "Kabupaten" or "Kota", since a regency and a city may share a name: "Kabupaten Contoh".
    std::string regency{};
    std::string logo{};  ///< path of a picture, or "data:image/png;base64,..."
    Color main_color{15, 76, 92, 255};
    Color second_color{244, 184, 96, 255};
    std::string font = "Noto Sans";  ///< a font family known to Pango
    std::string office_phone{}, office_whatsapp{}, office_email{}, office_address{};
    /// Other numbers of the office, such as a second phone or the village's bank account. Checks do
    /// not report them as personal data.
    std::vector<std::string> other_numbers{};
    std::string aspiration_form{};  ///< URL of a form for suggestions and complaints
    bool lapor = true;  ///< captions name SP4N-LAPOR! (lapor.go.id, SMS 1708) as a contact
    std::vector<std::string> hashtags{};  ///< with or without #
    std::string opening_hours{};          ///< "Senin-Jumat 08.00-15.00 WIB"
    bool operator==(const Village&) const = default;
};

/// Reads a profile from JSON, "schema": "mediaedit.village/1". The logo's path stays as written.
/// Errors: bad_recipe; `where` is the field's path. Source: docs/apps/village-profile.md,
/// libedit/data/village.schema.json
MEDIAEDIT_API Result<Village> parse_village(std::string_view json);

/// Reads a profile file. A relative logo path is resolved against the file's folder.
/// Errors: as parse_village; not_found, unreadable, too_large (over 16 MiB).
MEDIAEDIT_API Result<Village> read_village(const std::filesystem::path& file);

/// Writes the canonical JSON: keys in a fixed order, without empty fields.
/// parse_village(to_json(v)) == v.
MEDIAEDIT_API std::string to_json(const Village& village);

/// Writes the profile with its logo embedded, so that a district can hand one file to all its
/// villages. Returns the profile as written. Errors: those of probe if the logo cannot be read;
/// too_large if it exceeds 8 MiB; exists, cannot_write.
MEDIAEDIT_API Result<Village> export_village(const Village& village,
                                             const std::filesystem::path& file,
                                             IfExists if_exists = IfExists::refuse);

/// The profile files of the user ($XDG_DATA_HOME/mediaedit/villages/*.json), sorted by name.
MEDIAEDIT_API std::vector<std::filesystem::path> village_files();

/// Copies a profile file into the user's profiles and returns the path of the copy.
/// Errors: as read_village, export_village.
MEDIAEDIT_API Result<std::filesystem::path> import_village(const std::filesystem::path& file,
                                                           IfExists if_exists = IfExists::number);

}  // namespace mediaedit
