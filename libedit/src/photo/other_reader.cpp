// Reads GIF and BMP files: headers by our own code, pixels by the FFmpeg part.
#include "photo/other_reader.hpp"

#include "av/av_parts.hpp"
#include "base/cancel.hpp"
#include "photo/rare_headers.hpp"
#include "photo/refusal.hpp"
#include "photo/upright_builder.hpp"

namespace mediaedit::internal {
namespace {

RareHeader parse(PhotoFormat format, Bytes bytes, const std::string& name, const Limits& limits) {
    const auto header =
        format == PhotoFormat::gif ? read_gif_header(bytes) : read_bmp_header(bytes);
    if (!header) refuse_damaged(name, "header");
    check_size(header->width, header->height, name, limits);
    return *header;
}

AvStillFormat av_format(PhotoFormat format) {
    return format == PhotoFormat::gif ? AvStillFormat::gif : AvStillFormat::bmp;
}

}  // namespace

PhotoHeader read_rare_header(PhotoFormat format, std::span<const std::uint8_t> bytes,
                             const std::string& name, const Limits& limits) {
    const auto parsed = parse(format, bytes, name, limits);
    PhotoHeader header;
    header.format = format;
    header.stored = {static_cast<int>(parsed.width), static_cast<int>(parsed.height)};
    header.bit_depth = parsed.bit_depth;
    header.has_alpha = parsed.has_alpha;
    header.animated = parsed.pictures > 1;
    header.color = "srgb";
    return header;
}

Photo read_rare(std::span<const std::uint8_t> bytes, const std::string& name,
                const PhotoHeader& header, const ReadRequest& request) {
    const auto parsed = parse(header.format, bytes, name, request.limits);
    RowSource source;
    source.stored = header.stored;
    source.shrink = shrink_for(header.stored, header.orientation, request.at_least);
    source.threads = request.threads;
    source.on_progress = request.on_progress;
    const double pixels = static_cast<double>(header.stored.width) * header.stored.height;
    const double sample_bytes = parsed.bit_depth > 8 ? 2 : 1;
    // FFmpeg's picture, its converted copy, and the result.
    check_memory(pixels * 4 * (2 * sample_bytes + 1.0 / source.shrink / source.shrink), name,
                 request.limits);

    const auto still = av_parts().decode_still(av_format(header.format), parsed.picture,
                                               request.limits.max_pixels);
    leave_if_stopped(request.stop);
    if (still.size != header.stored)
        refuse_damaged(name, "the picture is not as large as the file says");
    const bool wide = still.bit_depth > 8;
    source.samples = still.has_alpha ? (wide ? Samples::rgba16 : Samples::rgba8)
                                     : (wide ? Samples::rgb16 : Samples::rgb8);
    source.orientation = header.orientation;
    UprightBuilder builder(source);
    const auto row_bytes = static_cast<std::size_t>(still.size.width) *
                           static_cast<std::size_t>(bytes_per_pixel(source.samples));
    builder.put_whole(still.samples.data(), row_bytes, still.size.height);
    Photo photo;
    photo.picture = builder.finish();
    if (still.damaged) photo.notes.push_back(damaged_note(name));
    return photo;
}

}  // namespace mediaedit::internal
