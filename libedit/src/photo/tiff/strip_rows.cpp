// Decodes the rows of a TIFF page that is stored in strips.
#include "photo/tiff/strip_rows.hpp"

namespace mediaedit::internal {

StripRows::StripRows(const TiffLayout& layout, Bytes bytes, int page, const Limits& limits)
    : layout_(layout), bytes_(bytes), page_(page), limits_(limits), unpacker_(layout) {
    const int count = layout.separate_planes ? layout.samples_per_pixel : 1;
    planes_.resize(static_cast<std::size_t>(count));
    for (auto& plane : planes_) {
        plane.file = open();
        const auto size = plane.file ? TIFFScanlineSize(plane.file->get()) : 0;
        if (size > 0) plane.row.resize(static_cast<std::size_t>(size));
        rows_.push_back(plane.row.data());
    }
}

/// Opens a handle at the page. Null: it could not be opened.
std::unique_ptr<TiffFile> StripRows::open(TiffExtension extension) const {
    auto file = std::make_unique<TiffFile>(bytes_, limits_.max_memory_bytes, extension);
    for (int i = 0; i <= page_; ++i)
        if (!file->read_next_directory() && i == page_) return {};
    if (file->short_number(TIFFTAG_PHOTOMETRIC) == PHOTOMETRIC_YCBCR)
        TIFFSetField(file->get(), TIFFTAG_JPEGCOLORMODE, JPEGCOLORMODE_RGB);
    return file;
}

double StripRows::bytes_held() const {
    double bytes = 0;
    for (const auto& plane : planes_) bytes += static_cast<double>(plane.row.size());
    // libtiff copies the compressed strip.
    return bytes + static_cast<double>(bytes_.size()) * static_cast<double>(planes_.size());
}

/// Checks whether the strip that begins with row `y` is truncated. If so, it is decoded twice, with
/// different fillers for the missing bytes: a row that is equal in both depends only on the file.
void StripRows::begin_strip(Plane& plane, std::uint16_t sample, int y) {
    // A truncated file has one such strip. In a malicious one with many, each would be opened
    // again.
    if (plane.cut_strip >= 0) return;
    auto* tiff = plane.file->get();
    const auto strip = TIFFComputeStrip(tiff, static_cast<std::uint32_t>(y), sample);
    const auto offset = TIFFGetStrileOffset(tiff, strip),
               count = TIFFGetStrileByteCount(tiff, strip);
    if (offset >= bytes_.size() || count <= bytes_.size() - offset) return;
    // A strip is not much larger than its pixels; a larger size is damage.
    const auto most = static_cast<std::uint64_t>(plane.row.size()) * 2 *
                          static_cast<std::uint64_t>(layout_.block_height) +
                      (1U << 16);
    if (count > most) return;
    auto zeros = open({offset + count, 0x00}), ones = open({offset + count, 0xFF});
    if (!zeros || !ones) return;
    plane.twin_row.resize(plane.row.size());
    plane.file = std::move(zeros);
    plane.twin = std::move(ones);
    plane.cut_strip = y / layout_.block_height;
}

bool StripRows::read_row_of_cut(Plane& plane, std::uint16_t sample, int y) {
    const auto row = static_cast<std::uint32_t>(y);
    return TIFFReadScanline(plane.file->get(), plane.row.data(), row, sample) == 1 &&
           TIFFReadScanline(plane.twin->get(), plane.twin_row.data(), row, sample) == 1 &&
           plane.row == plane.twin_row;
}

bool StripRows::read_row(Plane& plane, std::uint16_t sample, int y) {
    if (!plane.file || plane.row.empty()) return false;
    const int strip = y / layout_.block_height;
    if (strip == plane.lost_strip) return false;
    if (y % layout_.block_height == 0) {
        if (plane.twin) {
            plane.twin.reset();
            plane.file = open();
            if (!plane.file) return false;
        }
        begin_strip(plane, sample, y);
    }
    bool decoded = false;
    if (strip == plane.cut_strip) {
        decoded = read_row_of_cut(plane, sample, y);
    } else {
        plane.file->forget_complaints();
        const auto row = static_cast<std::uint32_t>(y);
        decoded = TIFFReadScanline(plane.file->get(), plane.row.data(), row, sample) == 1;
        damaged_ = damaged_ || plane.file->pixels_damaged();
    }
    if (!decoded) plane.lost_strip = strip;
    return decoded;
}

bool StripRows::read(int y, std::uint8_t* to) {
    bool decoded = true;
    for (std::size_t i = 0; i < planes_.size(); ++i)
        decoded = read_row(planes_[i], static_cast<std::uint16_t>(i), y) && decoded;
    if (decoded) unpacker_.unpack(rows_, to, layout_.size.width);
    else unpacker_.fill(to, layout_.size.width);
    damaged_ = damaged_ || !decoded;
    return decoded;
}

}  // namespace mediaedit::internal
