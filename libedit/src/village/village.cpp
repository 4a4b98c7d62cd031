// Profiles of villages as files: read, handed on, kept.
#include "base/base64.hpp"
#include "base/guard.hpp"
#include "base/message.hpp"
#include "base/system/new_file.hpp"
#include "base/system/system.hpp"
#include "engine/open_photo.hpp"
#include "village/village_description.hpp"

#include <mediaedit/village.hpp>

#include <algorithm>

namespace mediaedit {
namespace internal {
namespace {

constexpr std::int64_t max_profile_bytes = 16 << 20;
/// A logo beyond this is a mistake, and a profile with it would not go through messengers.
constexpr std::int64_t max_logo_bytes = 8 << 20;

Village read_profile(const std::filesystem::path& file) {
    auto village = reading(
        file, [&] { return value_or_throw(parse_village(read_text(file, max_profile_bytes))); });
    Described<Village>::resolve(village, file.parent_path());
    return village;
}

/// The logo as an address that holds it.
std::string logo_inside(const std::string& logo) {
    if (logo.empty() || logo.starts_with("data:")) return logo;
    Limits limits;
    limits.max_photo_bytes = max_logo_bytes;
    const auto picture = open_photo(
        logo, limits);  // what is no picture is refused here, not in the village that gets the file
    return "data:image/" + picture.info.format + ";base64," + to_base64(picture.bytes);
}

Village write_profile(Village village, const std::filesystem::path& file, IfExists if_exists,
                      std::filesystem::path* written) {
    village.logo = logo_inside(village.logo);
    const auto text = to_json(village);
    auto output = NewFile::open(file, if_exists);
    output.write(text);
    const auto name = output.commit();
    flush_folder_of(name);
    if (written) *written = name;
    return village;
}

std::filesystem::path profiles_folder() { return user_data_folder() / "villages"; }

/// A file name that every system takes.
std::string file_name_for(const Village& village) {
    std::string name;
    for (const char sign : village.village) {
        const auto byte = static_cast<unsigned char>(sign);
        const bool plain = byte >= 0x80 || (byte >= '0' && byte <= '9') ||
                           (byte >= 'A' && byte <= 'Z') || (byte >= 'a' && byte <= 'z');
        if (plain) name += sign;
        else if (!name.empty() && name.back() != '-') name += '-';
    }
    while (!name.empty() && name.back() == '-') name.pop_back();
    return (name.empty() ? "desa" : name) + ".json";
}

}  // namespace
}  // namespace internal

Result<Village> parse_village(std::string_view json) {
    return internal::guard(
        [&] { return internal::read_document<Village>(internal::parse_json(json)); });
}

std::string to_json(const Village& village) { return internal::write_document(village); }

Result<Village> read_village(const std::filesystem::path& file) {
    return internal::guard([&] { return internal::read_profile(file); });
}

Result<Village> export_village(const Village& village, const std::filesystem::path& file,
                               IfExists if_exists) {
    return internal::guard(
        [&] { return internal::write_profile(village, file, if_exists, nullptr); });
}

std::vector<std::filesystem::path> village_files() {
    std::vector<std::filesystem::path> files;
    std::error_code none;
    for (const auto& entry : std::filesystem::directory_iterator(internal::profiles_folder(), none))
        if (entry.path().extension() == ".json" && entry.is_regular_file(none))
            files.push_back(entry.path());
    std::sort(files.begin(), files.end());
    return files;
}

Result<std::filesystem::path> import_village(const std::filesystem::path& file,
                                             IfExists if_exists) {
    return internal::guard([&] {
        const auto village = internal::read_profile(file);
        std::error_code problem;
        std::filesystem::create_directories(
            internal::profiles_folder(), problem);  // what is wrong shows when the file is opened
        std::filesystem::path written;
        internal::write_profile(village,
                                internal::profiles_folder() / internal::file_name_for(village),
                                if_exists, &written);
        return written;
    });
}

}  // namespace mediaedit
