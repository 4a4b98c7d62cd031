// The village's profile: what every post of an office has in common.
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

/// Who posts, how it looks, how it is answered. Empty texts are left out of captions and pictures.
struct Village {
    std::string village{};   ///< without the word "Desa": "Sukamaju"
    std::string district{};  ///< without "Kecamatan": "Sumberagung"
    std::string regency{};   ///< with its word, for a regency and a city may share a name:
                             ///< "Kabupaten Contoh"
    std::string
        logo{};  ///< a picture: its path, or "data:image/png;base64,..." with the picture itself
    Color main_color{15, 76, 92, 255};
    Color second_color{244, 184, 96, 255};
    std::string font = "Noto Sans";  ///< a family Pango knows
    std::string office_phone{}, office_whatsapp{}, office_email{}, office_address{};
    std::vector<std::string> other_numbers{};  ///< the office's own: a second phone, the village's
                                               ///< bank account. No alarm is raised about them
    std::string aspiration_form{};             ///< the address of a form for wishes and complaints
    bool lapor = true;  ///< SP4N-LAPOR! (lapor.go.id, SMS 1708) is named as a way to answer
    std::vector<std::string> hashtags{};  ///< with or without #
    std::string opening_hours{};          ///< "Senin-Jumat 08.00-15.00 WIB"
    bool operator==(const Village&) const = default;
};

/// Reads a profile, "schema": "mediaedit.village/1". The logo stays as written.
/// Errors: bad_recipe; `where` is the field's path. Source: docs/apps/village-profile.md,
/// libedit/data/village.schema.json
MEDIAEDIT_API Result<Village> parse_village(std::string_view json);

/// Reads a profile's file; a relative logo becomes relative to its folder.
/// Errors: as parse_village; not_found, unreadable, too_large (over 16 MiB).
MEDIAEDIT_API Result<Village> read_village(const std::filesystem::path& file);

/// The canonical text: fixed order, empty fields left out. parse_village(to_json(v)) == v.
MEDIAEDIT_API std::string to_json(const Village& village);

/// Writes the profile with its logo inside, so that one file serves all villages of a district.
/// Gives the same profile as it now stands in the file.
/// Errors: those of the logo when it is no picture that can be read, or over 8 MiB; exists,
/// cannot_write.
MEDIAEDIT_API Result<Village> export_village(const Village& village,
                                             const std::filesystem::path& file,
                                             IfExists if_exists = IfExists::refuse);

/// The profile files of the user ($XDG_DATA_HOME/mediaedit/villages/*.json), by name.
MEDIAEDIT_API std::vector<std::filesystem::path> village_files();

/// Reads a profile that somebody handed over and keeps it among the user's. Gives the file it has
/// there. Errors: as read_village, export_village.
MEDIAEDIT_API Result<std::filesystem::path> import_village(const std::filesystem::path& file,
                                                           IfExists if_exists = IfExists::number);

}  // namespace mediaedit
