// Reads photos of all formats: recognise, read the header, decode.
#include "photo/photo_reader.hpp"

#include "base/cancel.hpp"
#include "base/failure.hpp"
#include "base/message.hpp"
#include "photo/heif/heif_reader.hpp"
#include "photo/jpeg/jpeg_reader.hpp"
#include "photo/other_reader.hpp"
#include "photo/png/png_reader.hpp"
#include "photo/refusal.hpp"
#include "photo/tiff/tiff_part.hpp"
#include "photo/webp/webp_reader.hpp"
#include "picture/opencv_pool.hpp"

#include <algorithm>

namespace mediaedit::internal {
namespace {

PhotoHeader header_of(PhotoFormat format, std::span<const std::uint8_t> bytes,
                      const std::string& name, const Limits& limits) {
    switch (format) {
        case PhotoFormat::jpeg: return read_jpeg_header(bytes, name, limits);
        case PhotoFormat::png: return read_png_header(bytes, name, limits);
        case PhotoFormat::webp: return read_webp_header(bytes, name, limits);
        case PhotoFormat::heic:
        case PhotoFormat::avif: return read_heif_header(format, bytes, name, limits);
        case PhotoFormat::tiff: return read_tiff_header(bytes, name, limits);
        case PhotoFormat::gif:
        case PhotoFormat::bmp: return read_rare_header(format, bytes, name, limits);
    }
    refuse_unsupported(name, "unknown format");
}

Photo decode(std::span<const std::uint8_t> bytes, const std::string& name,
             const PhotoHeader& header, const ReadRequest& request) {
    switch (header.format) {
        case PhotoFormat::jpeg: return read_jpeg(bytes, name, header, request);
        case PhotoFormat::png: return read_png(bytes, name, header, request);
        case PhotoFormat::webp: return read_webp(bytes, name, header, request);
        case PhotoFormat::heic:
        case PhotoFormat::avif: return read_heif(bytes, name, header, request);
        case PhotoFormat::tiff: return read_tiff(bytes, name, header, request);
        case PhotoFormat::gif:
        case PhotoFormat::bmp: return read_rare(bytes, name, header, request);
    }
    refuse_unsupported(name, "unknown format");
}

}  // namespace

PhotoHeader read_photo_header(std::span<const std::uint8_t> bytes, const std::string& name,
                              const Limits& limits) {
    if (bytes.empty())
        fail(ErrorCode::damaged,
             tr("{file} is empty; try to copy it again from where it came.", {{"file", name}}),
             name);
    if (static_cast<std::int64_t>(bytes.size()) > limits.max_photo_bytes)
        refuse_too_large(name, std::to_string(bytes.size()) + " bytes");
    const auto format = sniff_photo(bytes);
    if (!format)
        fail(ErrorCode::unsupported,
             tr("{file} is not a photo that can be read here; choose a JPEG, PNG, WebP or HEIC "
                "photo.",
                {{"file", name}}),
             name);
    auto header = header_of(*format, bytes, name, limits);
    header.format = *format;
    if (header.animated && header.notes.empty()) header.notes.push_back(first_picture_note(name));
    return header;
}

Photo read_photo(std::span<const std::uint8_t> bytes, const std::string& name,
                 const PhotoHeader& header, const ReadRequest& request) {
    leave_if_stopped(request.stop);
    start_opencv_pool(request.threads);
    auto photo = decode(bytes, name, header, request);
    photo.full_size = header.upright();
    for (const auto& note : header.notes)
        if (std::find(photo.notes.begin(), photo.notes.end(), note) == photo.notes.end())
            photo.notes.insert(photo.notes.begin(), note);
    return photo;
}

}  // namespace mediaedit::internal
