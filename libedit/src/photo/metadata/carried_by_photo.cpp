// Reads the metadata embedded in a photo: EXIF by libexif, the rest by name.
#include "photo/metadata/carried_by_photo.hpp"

#include "photo/bytes.hpp"
#include "photo/metadata/exif_block.hpp"
#include "photo/metadata/metadata_blocks.hpp"

#include <libexif/exif-data.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <memory>
#include <string_view>
#include <utility>

namespace mediaedit::internal {
namespace {

constexpr std::size_t most_shown_bytes = 100;

/// Shortens a value. Never cuts within a code point.
std::string shortened(std::string text) {
    text = text.substr(0, text.find('\0'));
    if (text.size() > most_shown_bytes) {
        auto end = most_shown_bytes;
        while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) --end;
        text.resize(end);
    }
    std::replace_if(
        text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < ' '; }, ' ');
    return text;
}

std::string in_bytes(std::size_t count) { return std::to_string(count) + " bytes"; }

/// Whether a tag of the main directories only serves to show the picture: size, orientation,
/// colours, and offsets of other parts.
bool only_shows_picture(unsigned tag) {
    switch (tag) {
        case 0x0100:
        case 0x0101:
        case 0x0102:
        case 0x0103:
        case 0x0106:
        case 0x0111:
        case 0x0112:
        case 0x0115:
        case 0x0116:
        case 0x0117:
        case 0x011A:
        case 0x011B:
        case 0x011C:
        case 0x0128:
        case 0x0201:
        case 0x0202:
        case 0x0211:
        case 0x0212:
        case 0x0213:
        case 0x0214:
        case 0x013E:
        case 0x013F:
        case 0x8769:
        case 0x8825:
        case 0x9000:
        case 0x9101:
        case 0xA000:
        case 0xA001:
        case 0xA002:
        case 0xA003:
        case 0xA005: return true;
        default: return false;
    }
}

/// Absent: the tag only serves to show the picture.
std::optional<Carried> kind_of(ExifIfd ifd, unsigned tag) {
    if (ifd == EXIF_IFD_INTEROPERABILITY) return {};
    if (ifd == EXIF_IFD_GPS) return tag == 0 ? std::nullopt : std::optional(Carried::place);
    if (ifd == EXIF_IFD_1) return {};
    switch (tag) {
        case 0x010F:
        case 0x0110:
        case 0x927C:
        case 0xA431:
        case 0xA432:
        case 0xA433:
        case 0xA434:
        case 0xA435: return Carried::device;
        case 0x013B:
        case 0x8298:
        case 0x9C9D:
        case 0xA430: return Carried::owner;
        case 0x0132:
        case 0x9003:
        case 0x9004:
        case 0x9010:
        case 0x9011:
        case 0x9012:
        case 0x9290:
        case 0x9291:
        case 0x9292: return Carried::time;
        case 0x0131:
        case 0x013C: return Carried::software;
        case 0x010E:
        case 0x010D:
        case 0x9286:
        case 0x9C9B:
        case 0x9C9C:
        case 0x9C9E:
        case 0x9C9F: return Carried::words;
        default: break;
    }
    return only_shows_picture(tag) ? std::nullopt : std::optional(Carried::other);
}

bool says_something(const ExifEntry& entry) {
    return entry.data && std::any_of(entry.data, entry.data + entry.size,
                                     [](unsigned char c) { return c != 0 && c != ' '; });
}

std::optional<double> degrees(const ExifData& data, unsigned tag, unsigned side_tag,
                              char negative) {
    auto* gps = data.ifd[EXIF_IFD_GPS];
    const auto* entry = exif_content_get_entry(gps, static_cast<ExifTag>(tag));
    if (!entry || !entry->data || entry->format != EXIF_FORMAT_RATIONAL || entry->size < 24)
        return {};
    const auto order = exif_data_get_byte_order(const_cast<ExifData*>(&data));
    double value = 0, unit = 1;
    for (int i = 0; i < 3; ++i, unit /= 60) {
        const auto part_of = exif_get_rational(entry->data + 8 * i, order);
        if (part_of.denominator == 0) {
            if (i == 0) return {};
            continue;
        }
        value += unit * part_of.numerator / part_of.denominator;
    }
    const auto* side = exif_content_get_entry(gps, static_cast<ExifTag>(side_tag));
    return side && side->data && side->size > 0 &&
                   side->data[0] == static_cast<unsigned char>(negative)
               ? -value
               : value;
}

void add_entry(EmbeddedMetadata& carried, ExifIfd ifd, ExifEntry& entry) {
    const auto kind = kind_of(ifd, entry.tag);
    if (!kind || !says_something(entry)) return;
    const char* name = exif_tag_get_name_in_ifd(entry.tag, ifd);
    std::array<char, 256> value{};
    if (entry.tag != EXIF_TAG_MAKER_NOTE) exif_entry_get_value(&entry, value.data(), value.size());
    carried.items.push_back(
        {*kind, "exif." + (name ? std::string(name) : "0x" + std::to_string(entry.tag)),
         entry.tag == EXIF_TAG_MAKER_NOTE ? in_bytes(entry.size) : shortened(value.data())});
}

void add_exif(EmbeddedMetadata& carried, Bytes block) {
    const auto data = load_exif(block);
    if (!data) return;
    for (const auto ifd : {EXIF_IFD_0, EXIF_IFD_EXIF, EXIF_IFD_GPS}) {
        const auto* content = data->ifd[ifd];
        for (unsigned i = 0; content && i < content->count; ++i)
            add_entry(carried, ifd, *content->entries[i]);
    }
    if (data->data && data->size > 0)
        carried.items.push_back({Carried::picture, "exif.Thumbnail", in_bytes(data->size)});
    const auto latitude = degrees(*data, EXIF_TAG_GPS_LATITUDE, EXIF_TAG_GPS_LATITUDE_REF, 'S'),
               longitude = degrees(*data, EXIF_TAG_GPS_LONGITUDE, EXIF_TAG_GPS_LONGITUDE_REF, 'W');
    // 0, 0 (in the sea off Africa) is what programs write when they remove a location.
    if (latitude && longitude && (*latitude != 0 || *longitude != 0))
        carried.place = GpsPosition{*latitude, *longitude};
}

/// Adds the values of an XMP packet, which may be attributes or elements.
void add_xmp_items(EmbeddedMetadata& carried, Bytes packet) {
    static constexpr std::array<std::pair<std::string_view, Carried>, 33> words{
        {{"exif:GPSLatitude", Carried::place},
         {"exif:GPSLongitude", Carried::place},
         {"exif:GPSAltitude", Carried::place},
         {"photoshop:City", Carried::place},
         {"photoshop:Country", Carried::place},
         {"photoshop:State", Carried::place},
         {"Iptc4xmpCore:Location", Carried::place},
         {"Iptc4xmpExt:LocationCreated", Carried::place},
         {"exif:DateTimeOriginal", Carried::time},
         {"xmp:CreateDate", Carried::time},
         {"xmp:ModifyDate", Carried::time},
         {"photoshop:DateCreated", Carried::time},
         {"tiff:Make", Carried::device},
         {"tiff:Model", Carried::device},
         {"aux:SerialNumber", Carried::device},
         {"aux:Lens", Carried::device},
         {"exifEX:BodySerialNumber", Carried::device},
         {"dc:creator", Carried::owner},
         {"dc:rights", Carried::owner},
         {"aux:OwnerName", Carried::owner},
         {"exifEX:CameraOwnerName", Carried::owner},
         {"photoshop:Credit", Carried::owner},
         {"Iptc4xmpCore:CreatorContactInfo", Carried::owner},
         {"xmp:CreatorTool", Carried::software},
         {"xmpMM:History", Carried::software},
         {"xmp:Thumbnails", Carried::picture},
         {"GCamera:MotionPhoto", Carried::picture},
         {"GCamera:MicroVideo", Carried::picture},
         {"dc:title", Carried::words},
         {"dc:description", Carried::words},
         {"dc:subject", Carried::words},
         {"mwg-rs:Regions", Carried::words},
         {"MPRI:Regions", Carried::words}}};
    const auto text = text_at(packet, 0, packet.size());
    bool any = false;
    for (const auto& [word, kind] : words) {
        const auto at = text.find(word);
        if (at == text.npos) continue;
        const auto rest = text.substr(at + word.size(), 300);
        std::string value;
        if (rest.starts_with("=\"")) value = rest.substr(2, rest.find('"', 2) - 2);
        else if (rest.starts_with(">")) value = rest.substr(1, rest.find('<') - 1);
        const auto first = value.find_first_not_of(" \t\r\n");
        carried.items.push_back({kind, "xmp." + std::string(word),
                                 first == value.npos ? "" : shortened(value.substr(first))});
        any = true;
    }
    if (!any) carried.items.push_back({Carried::other, "xmp", in_bytes(packet.size())});
}

void add_tiff(EmbeddedMetadata& carried, const Metadata& metadata) {
    if (metadata.has_location) carried.items.push_back({Carried::place, "tiff.GPS", ""});
    if (!metadata.device.empty())
        carried.items.push_back({Carried::device, "tiff.Model", metadata.device});
    if (metadata.taken_at)
        carried.items.push_back({Carried::time, "tiff.DateTime", *metadata.taken_at});
    if (metadata.has_owner_data) carried.items.push_back({Carried::owner, "tiff", ""});
}

}  // namespace

EmbeddedMetadata carried_by_photo(std::span<const std::uint8_t> file, const PhotoHeader& header) {
    EmbeddedMetadata carried;
    if (header.format == PhotoFormat::tiff) add_tiff(carried, header.metadata);
    for (const auto& block : find_metadata_blocks(file, header.format)) {
        using Kind = MetadataBlock::Kind;
        switch (block.kind) {
            case Kind::exif: add_exif(carried, block.bytes); break;
            case Kind::xmp: add_xmp_items(carried, block.bytes); break;
            case Kind::iptc:
                carried.items.push_back({Carried::words, "iptc", in_bytes(block.size)});
                break;
            case Kind::comment:
                carried.items.push_back({Carried::words, block.name,
                                         shortened({block.bytes.begin(), block.bytes.end()})});
                break;
            case Kind::other:
                carried.items.push_back(
                    {block.name == "behind the picture" ? Carried::picture : Carried::other,
                     block.name, in_bytes(block.size)});
                break;
        }
    }
    return carried;
}

}  // namespace mediaedit::internal
