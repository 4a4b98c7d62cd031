// Reads PNG files by libpng.
#include "photo/png/png_reader.hpp"

#include "base/cancel.hpp"
#include "photo/png/png_colour.hpp"
#include "photo/png/png_decoder.hpp"
#include "photo/refusal.hpp"
#include "photo/upright_builder.hpp"

#include <algorithm>

namespace mediaedit::internal {
namespace {

constexpr std::size_t signature_bytes = 8, chunk_frame_bytes = 12;
constexpr std::string_view xmp_keyword("XML:com.adobe.xmp\0", 18);

/// Calls `see(type, data)` for each chunk that begins inside the file.
template <class See>
void walk_chunks(Bytes bytes, See&& see) {
    for (std::size_t at = signature_bytes; at + 8 <= bytes.size();) {
        const std::size_t length = big_32(bytes, at);
        see(text_at(bytes, at + 4, 4), part(bytes, at + 8, length));
        if (length > bytes.size()) return;
        at += length + chunk_frame_bytes;
    }
}

struct Start {
    PixelSize size;
    int bit_depth = 8;
    int colour_type = 0;
};

Start read_start(Bytes bytes, const std::string& name, const Limits& limits) {
    if (text_at(bytes, 12, 4) != "IHDR" || bytes.size() < 29)
        refuse_damaged(name, "no IHDR at the start");
    const std::int64_t width = big_32(bytes, 16), height = big_32(bytes, 20);
    check_size(width, height, name, limits);
    return {{static_cast<int>(width), static_cast<int>(height)},
            static_cast<int>(byte_at(bytes, 24)),
            static_cast<int>(byte_at(bytes, 25))};
}

bool is_grey(int colour_type) { return (colour_type & PNG_COLOR_MASK_COLOR) == 0; }

Samples samples_of(const PngDecoder& decoder, const std::string& name) {
    const bool wide = decoder.bit_depth() == 16;
    switch (decoder.channels()) {
        case 1: return wide ? Samples::grey16 : Samples::grey8;
        case 2: return wide ? Samples::grey_alpha16 : Samples::grey_alpha8;
        case 3: return wide ? Samples::rgb16 : Samples::rgb8;
        case 4: return wide ? Samples::rgba16 : Samples::rgba8;
        default: refuse_damaged(name, "channels");
    }
}

/// Reads the chunks before the pixels.
PngColour read_colour(Bytes bytes) {
    PngColour colour;
    bool pixels_came = false;
    walk_chunks(bytes, [&](std::string_view type, Bytes data) {
        pixels_came = pixels_came || type == "IDAT";
        if (!pixels_came) colour.see(type, data);
    });
    return colour;
}

/// Returns whether the picture is complete. Each pass of an interlaced picture covers the whole
/// picture, so `pixels` holds all of it.
bool read_interlaced(PngDecoder& decoder, UprightBuilder& builder,
                     std::vector<std::uint8_t>& pixels, std::size_t row_bytes, PixelSize size,
                     const std::string& name, const std::stop_token& stop) {
    constexpr int passes = 7;
    const auto height = static_cast<std::size_t>(size.height);
    pixels.resize(row_bytes * height);
    for (int pass = 0; pass < passes; ++pass) {
        leave_if_stopped(stop);
        for (std::size_t y = 0; y < height; ++y) {
            if (decoder.refine_row(pixels.data() + y * row_bytes)) continue;
            if (pass == 0 && y == 0) refuse_damaged(name, decoder.why);
            // From the second pass on, every row has content.
            builder.put_whole(pixels.data(), row_bytes,
                              pass == 0 ? static_cast<int>(y) : size.height);
            return false;
        }
    }
    builder.put_whole(pixels.data(), row_bytes, size.height);
    return true;
}

bool read_in_rows(PngDecoder& decoder, UprightBuilder& builder, const std::string& name,
                  const std::stop_token& stop) {
    bool first = true;
    for (auto strip = builder.next_strip(); strip.count > 0; strip = builder.next_strip()) {
        leave_if_stopped(stop);
        int decoded = 0;
        while (
            decoded < strip.count &&
            decoder.read_row(strip.rows + static_cast<std::size_t>(decoded) * strip.bytes_per_row))
            ++decoded;
        if (first && decoded == 0) refuse_damaged(name, decoder.why);
        first = false;
        builder.put(decoded);
        if (decoded < strip.count) return false;
    }
    return true;
}

}  // namespace

PhotoHeader read_png_header(std::span<const std::uint8_t> bytes, const std::string& name,
                            const Limits& limits) {
    const auto start = read_start(bytes, name, limits);
    PhotoHeader header;
    header.format = PhotoFormat::png;
    header.stored = start.size;
    header.bit_depth = start.colour_type == PNG_COLOR_TYPE_PALETTE ? 8 : start.bit_depth;
    header.has_alpha = (start.colour_type & PNG_COLOR_MASK_ALPHA) != 0;
    Bytes xmp;
    bool pixels_came = false;
    walk_chunks(bytes, [&](std::string_view type, Bytes data) {
        if (type == "IDAT") pixels_came = true;
        if (type == "tRNS") header.has_alpha = true;
        if (type == "acTL" && !pixels_came && big_32(data, 0) > 1) header.animated = true;
        if (type == "eXIf") header.metadata = read_exif(data);
        if (type == "iTXt" && text_at(data, 0, xmp_keyword.size()) == xmp_keyword) xmp = data;
    });
    if (!xmp.empty()) add_xmp(header.metadata, xmp);
    header.orientation = orientation_from_exif(header.metadata.orientation);

    PngDecoder decoder(bytes, limits);
    if (!decoder.read_info()) refuse_damaged(name, decoder.why);
    header.color =
        profile_name(read_colour(bytes).profile(decoder.icc_profile(), is_grey(start.colour_type)));
    if (header.color.empty()) header.color = is_grey(start.colour_type) ? "grey" : "srgb";
    return header;
}

Photo read_png(std::span<const std::uint8_t> bytes, const std::string& name,
               const PhotoHeader& header, const ReadRequest& request) {
    const auto start = read_start(bytes, name, request.limits);
    PngDecoder decoder(bytes, request.limits);
    if (!decoder.read_info() || !decoder.start()) refuse_damaged(name, decoder.why);
    const auto profile =
        read_colour(bytes).profile(decoder.icc_profile(), is_grey(start.colour_type));

    RowSource source;
    source.stored = start.size;
    source.samples = samples_of(decoder, name);
    source.icc_profile = profile;
    source.orientation = header.orientation;
    source.shrink = shrink_for(start.size, header.orientation, request.at_least);
    source.threads = request.threads;
    source.on_progress = request.on_progress;
    const auto row_bytes = static_cast<std::size_t>(start.size.width) *
                           static_cast<std::size_t>(bytes_per_pixel(source.samples));
    const auto result = shrunk(start.size, source.shrink);
    const double held =
        decoder.is_interlaced() ? static_cast<double>(row_bytes) * start.size.height : 0;
    check_memory(4.0 * result.width * result.height + held, name, request.limits);

    std::vector<std::uint8_t> pixels;  // outlives the builder, which reads from it
    UprightBuilder builder(source);
    const bool whole =
        decoder.is_interlaced()
            ? read_interlaced(decoder, builder, pixels, row_bytes, start.size, name, request.stop)
            : read_in_rows(decoder, builder, name, request.stop);
    Photo photo;
    photo.picture = builder.finish();
    if (!whole) photo.notes.push_back(truncated_note(name));
    return photo;
}

}  // namespace mediaedit::internal
