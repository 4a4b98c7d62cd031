// What a TIFF file says about itself.
#include "photo/rare_headers.hpp"

#include <algorithm>

namespace mediaedit::internal {
namespace {

struct Entry {
    std::uint32_t tag = 0;
    std::uint32_t type = 0;
    std::uint32_t count = 0;
    std::size_t at = 0;  ///< where its values lie
};

class Directory {
public:
    Directory(Bytes bytes, bool big, std::size_t at) : bytes_(bytes), big_(big) {
        const auto count = read_16(at);
        for (std::size_t i = 0; i < count; ++i) {
            const auto entry_at = at + 2 + 12 * i;
            if (entry_at + 12 > bytes.size()) return;
            Entry entry{read_16(entry_at), read_16(entry_at + 2), read_32(entry_at + 4), entry_at + 8};
            if (static_cast<std::uint64_t>(size_of(entry.type)) * entry.count > 4) entry.at = read_32(entry_at + 8);
            entries_.push_back(entry);
        }
        next_ = read_32(at + 2 + std::size_t{12} * count);
    }

    [[nodiscard]] std::size_t next() const { return next_; }

    [[nodiscard]] const Entry* find(std::uint32_t tag) const {
        const auto found = std::find_if(entries_.begin(), entries_.end(), [tag](const Entry& entry) { return entry.tag == tag; });
        return found == entries_.end() ? nullptr : &*found;
    }

    [[nodiscard]] auto times(std::uint32_t tag) const {
        return std::count_if(entries_.begin(), entries_.end(), [tag](const Entry& entry) { return entry.tag == tag; });
    }

    [[nodiscard]] std::uint32_t number(std::uint32_t tag, std::uint32_t otherwise = 0) const {
        const auto* entry = find(tag);
        if (!entry || entry->count == 0) return otherwise;
        switch (size_of(entry->type)) {
            case 1: return byte_at(bytes_, entry->at);
            case 2: return read_16(entry->at);
            case 4: return read_32(entry->at);
            default: return otherwise;
        }
    }

    [[nodiscard]] Bytes data(std::uint32_t tag) const {
        const auto* entry = find(tag);
        return entry ? part(bytes_, entry->at, static_cast<std::size_t>(size_of(entry->type)) * entry->count) : Bytes{};
    }

    [[nodiscard]] std::string text(std::uint32_t tag) const {
        const auto bytes = data(tag);
        return trimmed(text_at(bytes, 0, bytes.size()));
    }

private:
    [[nodiscard]] std::uint32_t read_16(std::size_t at) const { return big_ ? big_16(bytes_, at) : little_16(bytes_, at); }
    [[nodiscard]] std::uint32_t read_32(std::size_t at) const { return big_ ? big_32(bytes_, at) : little_32(bytes_, at); }
    static std::uint32_t size_of(std::uint32_t type) {
        switch (type) {
            case 1: case 2: case 6: case 7: return 1;
            case 3: case 8: return 2;
            case 4: case 9: case 11: case 13: return 4;
            case 5: case 10: case 12: return 8;
            default: return 1;
        }
    }

    Bytes bytes_;
    bool big_;
    std::vector<Entry> entries_;
    std::size_t next_ = 0;
};

namespace tag {
constexpr std::uint32_t subfile_type = 254, width = 256, height = 257, bits = 258, compression = 259, photometric = 262, make = 271, model = 272, orientation = 274,
                        artist = 315, sub_directories = 330, extra_samples = 338, xmp = 700, copyright = 33432, exif = 34665,
                        icc_profile = 34675, gps = 34853, original_time = 36867, dng_version = 50706;
}

/// Raw files of cameras are TIFF outside; their first picture is a thumbnail or raw samples.
bool is_camera_raw(Bytes bytes, const Directory& first) {
    constexpr std::uint32_t colour_filter = 32803, linear_raw = 34892;
    const auto photometric = first.number(tag::photometric);
    return text_at(bytes, 8, 2) == "CR" || first.find(tag::dng_version) || photometric == colour_filter || photometric == linear_raw ||
           (first.find(tag::sub_directories) && (first.number(tag::subfile_type) & 1) != 0);
}

}  // namespace

std::optional<RareHeader> read_tiff_header(Bytes bytes) {
    const bool big = byte_at(bytes, 0) == 'M';
    RareHeader header;
    header.picture = bytes;
    if ((big ? big_16(bytes, 2) : little_16(bytes, 2)) != 42) {  // BigTIFF
        header.width = header.height = 1;
        header.supported = false;
        return header;
    }
    const Directory first(bytes, big, big ? big_32(bytes, 4) : little_32(bytes, 4));
    // Said twice, FFmpeg would believe the other one than we do.
    if (first.times(tag::width) != 1 || first.times(tag::height) != 1) return std::nullopt;
    header.width = first.number(tag::width);
    header.height = first.number(tag::height);
    header.bit_depth = static_cast<int>(std::clamp(first.number(tag::bits, 1), 1u, 32u));
    header.is_grey = first.number(tag::photometric) <= 1;
    header.has_alpha = first.find(tag::extra_samples) && first.number(tag::extra_samples) != 0;
    header.pictures = first.next() != 0 && first.next() < bytes.size() ? 2 : 1;
    // FFmpeg takes the first kind of JPEG inside TIFF (compression 6) for the second and shows plain green.
    constexpr std::uint32_t old_jpeg = 6;
    header.supported = !is_camera_raw(bytes, first) && first.number(tag::compression) != old_jpeg;
    header.icc_profile = first.data(tag::icc_profile);

    auto& metadata = header.metadata;
    if (const auto orientation = first.number(tag::orientation, 1); orientation >= 1 && orientation <= 8) metadata.orientation = static_cast<int>(orientation);
    metadata.device = device_of(first.text(tag::make), first.text(tag::model));
    metadata.has_owner_data = !metadata.device.empty() || !first.text(tag::artist).empty() || !first.text(tag::copyright).empty();
    if (const auto at = first.number(tag::exif)) metadata.taken_at = time_from_exif(Directory(bytes, big, at).text(tag::original_time));
    if (const auto at = first.number(tag::gps)) {
        constexpr std::uint32_t latitude = 2, longitude = 4;
        const Directory place(bytes, big, at);
        metadata.has_location = place.find(latitude) && place.find(longitude);
    }
    if (const auto packet = first.data(tag::xmp); !packet.empty()) add_xmp(metadata, packet);
    return header;
}

}  // namespace mediaedit::internal
