// Reads TIFF files by libtiff: the functions that this part exports.
#include "photo/tiff/tiff_part.hpp"

#include "base/cancel.hpp"
#include "base/message.hpp"
#include "photo/refusal.hpp"
#include "photo/tiff/rows.hpp"
#include "photo/upright_builder.hpp"

#include <mediaedit/export.hpp>

namespace mediaedit::internal {
namespace {

/// A file opened at its first full page. Reduced copies and masks are skipped.
struct Opened {
    TiffFile file;
    int page = 0;

    Opened(Bytes bytes, const std::string& name, const Limits& limits)
        : file(bytes, limits.max_memory_bytes) {
        if (!file.is_open()) refuse_damaged(name, file.first_error());
        to_page(0, name, limits);
        // Refused here, because libtiff cannot decode raw samples.
        if (is_camera_raw(file, bytes)) refuse_tiff_kind(name, tr("camera raw"));
        if (is_full_page()) return;
        constexpr int most_pages = 64;
        for (int i = 1; i < most_pages && file.read_next_directory(); ++i)
            if (is_full_page()) {
                page = i;
                return;
            }
        // There are only reduced ones: uses the first of them.
        file = TiffFile(bytes, limits.max_memory_bytes);
        to_page(0, name, limits);
    }

    [[nodiscard]] bool is_full_page() const {
        constexpr std::uint32_t beside = FILETYPE_REDUCEDIMAGE | FILETYPE_MASK;
        return (file.number(TIFFTAG_SUBFILETYPE) & beside) == 0;
    }

    /// Moves to the directory of that number. Those before it may be invalid.
    void to_page(int number, const std::string& name, const Limits& limits) {
        bool usable = false;
        for (int i = 0; i <= number; ++i) usable = file.read_next_directory();
        if (usable) return;
        const auto& why = file.first_error();
        if (why.find("ifferent") != why.npos)
            refuse_tiff_kind(name, tr("colours of different depths"));
        // A size beyond the limits is reported before other errors.
        const auto width = file.number(TIFFTAG_IMAGEWIDTH),
                   height = file.number(TIFFTAG_IMAGELENGTH);
        if (width > 0 && height > 0) check_size(width, height, name, limits);
        refuse_damaged(name, why);
    }
};

Metadata metadata_of(const TiffFile& file) {
    Metadata metadata;
    const auto orientation = file.short_number(TIFFTAG_ORIENTATION, 1);
    if (orientation >= 1 && orientation <= 8) metadata.orientation = orientation;
    metadata.device = device_of(file.text(TIFFTAG_MAKE), file.text(TIFFTAG_MODEL));
    metadata.has_owner_data = !metadata.device.empty() || !file.text(TIFFTAG_ARTIST).empty() ||
                              !file.text(TIFFTAG_COPYRIGHT).empty();
    if (const auto packet = file.data(TIFFTAG_XMLPACKET); !packet.empty())
        add_xmp(metadata, packet);
    return metadata;
}

/// Reads EXIF and GPS, which have their own directories. Moves the file away from its page.
void add_exif(Metadata& metadata, TiffFile& file) {
    toff_t exif = 0, gps = 0;
    const bool has_exif = TIFFGetField(file.get(), TIFFTAG_EXIFIFD, &exif) == 1;
    const bool has_gps = TIFFGetField(file.get(), TIFFTAG_GPSIFD, &gps) == 1;
    if (has_exif && TIFFReadEXIFDirectory(file.get(), exif) == 1)
        metadata.taken_at = time_from_exif(file.text(EXIFTAG_DATETIMEORIGINAL));
    if (has_gps && TIFFReadGPSDirectory(file.get(), gps) == 1) {
        const double* value = nullptr;
        metadata.has_location =
            metadata.has_location || (TIFFGetField(file.get(), GPSTAG_LATITUDE, &value) == 1 &&
                                      TIFFGetField(file.get(), GPSTAG_LONGITUDE, &value) == 1);
    }
}

std::string colour_name(const TiffLayout& layout, Bytes profile) {
    if (auto name = profile_name(profile); !name.empty()) return name;
    switch (layout.colours) {
        case TiffColours::grey: return "grey";
        case TiffColours::cmyk: return "cmyk";
        case TiffColours::lab:
        case TiffColours::icc_lab: return "lab";
        default: return "srgb";
    }
}

/// Whether a strip or tile lies beyond the end of the file.
bool is_cut_short(const TiffFile& file, std::uint64_t size) {
    const auto count =
        TIFFIsTiled(file.get()) ? TIFFNumberOfTiles(file.get()) : TIFFNumberOfStrips(file.get());
    for (std::uint32_t i = 0; i < count; ++i) {
        const auto at = TIFFGetStrileOffset(file.get(), i);
        if (at > size || TIFFGetStrileByteCount(file.get(), i) > size - at) return true;
    }
    return false;
}

/// Returns the number of rows delivered.
int deliver(TiffRows& rows, UprightBuilder& builder, const std::stop_token& stop) {
    int y = 0, came = 0;
    for (auto strip = builder.next_strip(); strip.count > 0; strip = builder.next_strip()) {
        leave_if_stopped(stop);
        for (int i = 0; i < strip.count; ++i, ++y)
            if (rows.read(y, strip.rows + static_cast<std::size_t>(i) * strip.bytes_per_row))
                ++came;
        builder.put(strip.count);
    }
    return came;
}

PhotoHeader read_header(Bytes bytes, const std::string& name, const Limits& limits) {
    Opened opened(bytes, name, limits);
    auto& file = opened.file;
    const auto layout = read_tiff_layout(file, name, limits);
    PhotoHeader header;
    header.format = PhotoFormat::tiff;
    header.stored = layout.size;
    header.metadata = metadata_of(file);
    header.orientation = orientation_from_exif(header.metadata.orientation);
    header.bit_depth = layout.bits;
    header.has_alpha = layout.alpha_sample >= 0;
    header.color = colour_name(layout, file.data(TIFFTAG_ICCPROFILE));

    constexpr int most_pages = 64;
    for (int i = 0; i < most_pages && !header.animated && file.read_next_directory(); ++i)
        header.animated = opened.is_full_page();
    TiffFile again(bytes, limits.max_memory_bytes);
    for (int i = 0; i <= opened.page; ++i) again.read_next_directory();
    add_exif(header.metadata, again);
    return header;
}

Photo read(Bytes bytes, const std::string& name, const PhotoHeader& header,
           const ReadRequest& request) {
    Opened opened(bytes, name, request.limits);
    auto& file = opened.file;
    const auto layout = read_tiff_layout(file, name, request.limits);
    if (layout.size != header.stored) refuse_damaged(name, "size");
    const auto profile = file.data(TIFFTAG_ICCPROFILE);

    RowSource source;
    source.stored = layout.size;
    source.samples = layout.samples;
    source.icc_profile = profile;
    source.orientation = header.orientation;
    source.shrink = shrink_for(layout.size, header.orientation, request.at_least);
    source.threads = request.threads;
    const auto rows = open_tiff_rows(file, layout, bytes, opened.page, request.limits);
    if (!rows) refuse_tiff_kind(name, tr("colours that cannot be converted"));
    const auto result = shrunk(layout.size, source.shrink);
    check_memory(4.0 * result.width * result.height + rows->bytes_held(), name, request.limits);

    UprightBuilder builder(source);
    const int came = deliver(*rows, builder, request.stop);
    if (came == 0) refuse_damaged(name, file.first_error());
    Photo photo;
    photo.picture = builder.finish();
    if (rows->damaged()) {
        const bool cut = is_cut_short(file, bytes.size());
        photo.notes.push_back(cut ? truncated_note(name) : damaged_note(name));
    }
    return photo;
}

}  // namespace
}  // namespace mediaedit::internal

extern "C" {
MEDIAEDIT_INTERNAL extern const mediaedit::internal::TiffPart mediaedit_tiff_part;
const mediaedit::internal::TiffPart mediaedit_tiff_part{&mediaedit::internal::read_header,
                                                        &mediaedit::internal::read};
}
