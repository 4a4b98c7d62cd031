// The metadata of a photo that probe reports, by libexif.
#include "photo/metadata.hpp"

#include "photo/bytes.hpp"
#include "photo/metadata/exif_block.hpp"

#include <libexif/exif-data.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <memory>
#include <string_view>
#include <vector>

namespace mediaedit::internal {
namespace {

constexpr auto owner_name_tag = static_cast<ExifTag>(0xA430);
constexpr auto body_serial_tag = static_cast<ExifTag>(0xA431);
constexpr auto lens_serial_tag = static_cast<ExifTag>(0xA435);

const ExifEntry* find(const ExifData& data, ExifIfd ifd, ExifTag tag) {
    return exif_content_get_entry(data.ifd[ifd], tag);
}

/// The text of an entry without padding: cameras pad with spaces as well as zeros.
std::string text_of(const ExifEntry* entry) {
    if (!entry || !entry->data) return {};
    return trimmed({reinterpret_cast<const char*>(entry->data), entry->size});
}

bool says_something(const ExifEntry* entry) {
    if (!entry || !entry->data) return false;
    return std::any_of(entry->data, entry->data + entry->size,
                       [](unsigned char c) { return c != 0 && c != ' '; });
}

/// Phones without a GPS fix write an empty position; a real one has a denominator.
bool is_place(const ExifEntry* entry, ExifByteOrder order) {
    return entry && entry->data && entry->format == EXIF_FORMAT_RATIONAL && entry->size >= 8 &&
           exif_get_rational(entry->data, order).denominator != 0;
}

void read_into(Metadata& metadata, const ExifData& data) {
    const auto order = exif_data_get_byte_order(const_cast<ExifData*>(&data));
    if (const auto* entry = find(data, EXIF_IFD_0, EXIF_TAG_ORIENTATION);
        entry && entry->format == EXIF_FORMAT_SHORT && entry->size >= 2) {
        const int value = exif_get_short(entry->data, order);
        if (value >= 1 && value <= 8) metadata.orientation = value;
    }
    metadata.has_location =
        is_place(find(data, EXIF_IFD_GPS, static_cast<ExifTag>(EXIF_TAG_GPS_LATITUDE)), order) &&
        is_place(find(data, EXIF_IFD_GPS, static_cast<ExifTag>(EXIF_TAG_GPS_LONGITUDE)), order);
    metadata.device = device_of(text_of(find(data, EXIF_IFD_0, EXIF_TAG_MAKE)),
                                text_of(find(data, EXIF_IFD_0, EXIF_TAG_MODEL)));
    metadata.has_owner_data = !metadata.device.empty();
    for (const ExifTag tag :
         {EXIF_TAG_ARTIST, EXIF_TAG_COPYRIGHT, EXIF_TAG_XP_AUTHOR, body_serial_tag})
        if (says_something(find(data, EXIF_IFD_0, tag))) metadata.has_owner_data = true;
    for (const ExifTag tag :
         {EXIF_TAG_MAKER_NOTE, owner_name_tag, body_serial_tag, lens_serial_tag})
        if (says_something(find(data, EXIF_IFD_EXIF, tag))) metadata.has_owner_data = true;
    for (const ExifTag tag : {EXIF_TAG_DATE_TIME_ORIGINAL, EXIF_TAG_DATE_TIME_DIGITIZED})
        if (!metadata.taken_at)
            metadata.taken_at = time_from_exif(text_of(find(data, EXIF_IFD_EXIF, tag)));
}

}  // namespace

std::string trimmed(std::string_view text) {
    text = text.substr(0, text.find('\0'));
    while (!text.empty() && static_cast<unsigned char>(text.back()) <= ' ') text.remove_suffix(1);
    while (!text.empty() && static_cast<unsigned char>(text.front()) <= ' ') text.remove_prefix(1);
    std::string clean(text.substr(0, 100));
    std::replace_if(
        clean.begin(), clean.end(),
        [](char c) {
            return static_cast<unsigned char>(c) < ' ' || static_cast<unsigned char>(c) > '~';
        },
        '?');
    return clean;
}

std::string device_of(const std::string& make, const std::string& model) {
    if (make.empty() || model.empty()) return make + model;
    const bool named = model.size() >= make.size() &&
                       std::equal(make.begin(), make.end(), model.begin(),
                                  [](unsigned char one, unsigned char other) {
                                      return std::tolower(one) == std::tolower(other);
                                  });
    return named ? model : make + " " + model;
}

std::optional<std::string> time_from_exif(std::string_view text) {
    constexpr std::string_view shape = "0000:00:00 00:00:00";
    if (text.size() < shape.size()) return std::nullopt;
    std::string time(text.substr(0, shape.size()));
    for (std::size_t i = 0; i < shape.size(); ++i)
        if (shape[i] == '0' ? !std::isdigit(static_cast<unsigned char>(time[i]))
                            : time[i] != shape[i])
            return std::nullopt;
    if (time.starts_with("0000") || time.substr(5, 2) < "01" || time.substr(5, 2) > "12" ||
        time.substr(8, 2) < "01" || time.substr(8, 2) > "31" || time.substr(11, 2) > "23" ||
        time.substr(14, 2) > "59" || time.substr(17, 2) > "60")
        return std::nullopt;
    time[4] = time[7] = '-';
    time[10] = 'T';
    return time;
}

Metadata read_exif(std::span<const std::uint8_t> block) noexcept {
    Metadata metadata;
    try {
        if (const auto data = load_exif(block)) read_into(metadata, *data);
    } catch (...) {  // memory is short: returns what is known so far
    }
    return metadata;
}

void add_xmp(Metadata& metadata, std::span<const std::uint8_t> packet) {
    const auto text = text_at(packet, 0, packet.size());
    const auto names = [text](std::string_view word) { return text.find(word) != text.npos; };
    if (names("exif:GPSLatitude") && names("exif:GPSLongitude")) metadata.has_location = true;
    for (const std::string_view word :
         {"tiff:Make", "tiff:Model", "dc:creator", "dc:rights", "aux:SerialNumber", "aux:OwnerName",
          "exifEX:BodySerialNumber", "exifEX:CameraOwnerName", "photoshop:Credit",
          "Iptc4xmpCore:CreatorContactInfo"})
        if (names(word)) metadata.has_owner_data = true;
    if (metadata.device.empty()) {
        // XMP allows attributes and elements.
        const auto value = [text](std::string_view word) -> std::string {
            const auto at = text.find(word);
            if (at == text.npos) return {};
            auto rest = text.substr(at + word.size(), 200);
            if (rest.starts_with("=\"")) return trimmed(rest.substr(2, rest.find('"', 2) - 2));
            if (rest.starts_with(">")) return trimmed(rest.substr(1, rest.find('<') - 1));
            return {};
        };
        metadata.device = device_of(value("tiff:Make"), value("tiff:Model"));
    }
}

}  // namespace mediaedit::internal
