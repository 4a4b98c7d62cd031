// Recognises the format of a photo by its first bytes.
#include "photo/bytes.hpp"
#include "photo/photo_reader.hpp"

#include <algorithm>
#include <string_view>

namespace mediaedit::internal {
namespace {

/// Tells HEIC from AVIF by the brands of an ISO file.
std::optional<PhotoFormat> sniff_iso(std::span<const std::uint8_t> bytes) noexcept {
    const std::size_t end = std::min<std::size_t>(bytes.size(), big_32(bytes, 0));
    bool heif = false, avif = false;
    for (std::size_t at = 8; at + 4 <= end;
         at += at == 8 ? 8 : 4) {  // skips the minor version after the first brand
        const auto brand = text_at(bytes, at, 4);
        if (brand == "avif" || brand == "avis") avif = true;
        for (const std::string_view known : {"heic", "heix", "heim", "heis", "hevc", "hevx", "hevm",
                                             "hevs", "mif1", "msf1", "mif2"})
            if (brand == known) heif = true;
    }
    if (avif) return PhotoFormat::avif;
    if (heif) return PhotoFormat::heic;
    return std::nullopt;
}

bool looks_like_bmp(std::span<const std::uint8_t> bytes) noexcept {
    const auto header = little_32(bytes, 14);
    return text_at(bytes, 0, 2) == "BM" && (header == 12 || (header >= 16 && header <= 124));
}

}  // namespace

std::string to_string(PhotoFormat format) {
    switch (format) {
        case PhotoFormat::jpeg: return "jpeg";
        case PhotoFormat::png: return "png";
        case PhotoFormat::webp: return "webp";
        case PhotoFormat::heic: return "heic";
        case PhotoFormat::avif: return "avif";
        case PhotoFormat::tiff: return "tiff";
        case PhotoFormat::gif: return "gif";
        case PhotoFormat::bmp: return "bmp";
    }
    return {};
}

std::optional<PhotoFormat> sniff_photo(std::span<const std::uint8_t> bytes) noexcept {
    using std::string_view_literals::operator""sv;
    bytes = bytes.first(std::min<std::size_t>(bytes.size(), 4096));
    if (text_at(bytes, 0, 3) == "\xFF\xD8\xFF"sv) return PhotoFormat::jpeg;
    if (text_at(bytes, 0, 8) == "\x89PNG\r\n\x1A\n"sv) return PhotoFormat::png;
    if (text_at(bytes, 0, 4) == "RIFF"sv && text_at(bytes, 8, 4) == "WEBP"sv)
        return PhotoFormat::webp;
    if (text_at(bytes, 4, 4) == "ftyp"sv) return sniff_iso(bytes);
    const auto start = text_at(bytes, 0, 4);
    if (start == "II*\0"sv || start == "MM\0*"sv || start == "II+\0"sv || start == "MM\0+"sv)
        return PhotoFormat::tiff;
    const auto gif = text_at(bytes, 0, 6);
    if (gif == "GIF87a"sv || gif == "GIF89a"sv) return PhotoFormat::gif;
    if (looks_like_bmp(bytes)) return PhotoFormat::bmp;
    return std::nullopt;
}

}  // namespace mediaedit::internal
