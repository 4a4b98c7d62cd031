// Reads JPEG files by libjpeg-turbo.
#include "photo/jpeg/jpeg_reader.hpp"

#include "base/cancel.hpp"
#include "photo/jpeg/jpeg_decoder.hpp"
#include "photo/refusal.hpp"
#include "photo/upright_builder.hpp"

#include <jerror.h>

#include <array>

namespace mediaedit::internal {
namespace {

[[noreturn]] void refuse(const JpegDecoder& decoder, const std::string& name,
                         const std::stop_token& stop) {
    if (decoder.cancelled) leave_if_stopped(stop);
    switch (decoder.code) {
        case JERR_BAD_PRECISION:
        case JERR_SOF_UNSUPPORTED:
        case JERR_ARITH_NOTIMPL:
        case JERR_NOT_COMPILED:
        case JERR_CONVERSION_NOTIMPL:
        case JERR_CCIR601_NOTIMPL:
        case JERR_FRACT_SAMPLE_NOTIMPL: refuse_unsupported(name, decoder.detail());
        case JERR_IMAGE_TOO_BIG:
        case JERR_WIDTH_OVERFLOW:
        case JERR_OUT_OF_MEMORY: refuse_too_large(name, decoder.detail());
        default: refuse_damaged(name, decoder.detail());
    }
}

void open(JpegDecoder& decoder, const std::string& name, const Limits& limits,
          const std::stop_token& stop) {
    if (!decoder.read_header()) refuse(decoder, name, stop);
    check_size(decoder.info.image_width, decoder.info.image_height, name, limits);
}

bool is_cmyk(const jpeg_decompress_struct& info) {
    return info.jpeg_color_space == JCS_CMYK || info.jpeg_color_space == JCS_YCCK;
}

Metadata metadata_of(const JpegDecoder& decoder) {
    Metadata metadata;
    const auto exif = decoder.markers(JPEG_APP0 + 1, std::string_view("Exif\0\0", 6));
    if (!exif.empty()) metadata = read_exif(exif.front());
    for (const auto packet :
         decoder.markers(JPEG_APP0 + 1, std::string_view("http://ns.adobe.com/xap/1.0/\0", 29)))
        add_xmp(metadata, packet);
    return metadata;
}

/// Chooses the output format of libjpeg for the colours of the file.
Samples choose_samples(jpeg_decompress_struct& info, bool has_profile, const std::string& name) {
    if (is_cmyk(info)) {
        info.out_color_space = JCS_CMYK;
        // Adobe's programs store inverted ink values. Without their marker it is unknown; browsers
        // assume inverted values, so that is how people know the picture.
        return Samples::cmyk8_inverted;
    }
    if (info.jpeg_color_space == JCS_GRAYSCALE && has_profile) {
        info.out_color_space = JCS_GRAYSCALE;
        return Samples::grey8;
    }
    if (info.jpeg_color_space != JCS_GRAYSCALE && info.jpeg_color_space != JCS_RGB &&
        info.jpeg_color_space != JCS_YCbCr)
        refuse_unsupported(name, std::to_string(info.num_components) + " components");
    info.out_color_space = JCS_RGB;
    return Samples::rgb8;
}

/// Chooses a scale in eighths: those with SIMD code, and 3, which is as fast as 4 and leaves fewer
/// pixels; 5 to 7 are slower than the full size.
int choose_eighths(PixelSize stored, PixelSize at_least) {
    if (at_least.width <= 0 || at_least.height <= 0) return 8;
    for (const int eighths : {1, 2, 3, 4})
        if ((static_cast<std::int64_t>(stored.width) * eighths + 7) / 8 >= at_least.width &&
            (static_cast<std::int64_t>(stored.height) * eighths + 7) / 8 >= at_least.height)
            return eighths;
    return 8;
}

/// libjpeg keeps the coefficients of all blocks of a file with several scans.
double coefficient_bytes(jpeg_decompress_struct& info) {
    if (!jpeg_has_multiple_scans(&info)) return 0;
    double blocks = 0;
    for (int i = 0; i < info.num_components; ++i)
        blocks += static_cast<double>(info.comp_info[i].width_in_blocks + 4) *
                  (info.comp_info[i].height_in_blocks + 4);
    return blocks * DCTSIZE2 * sizeof(JCOEF);
}

}  // namespace

PhotoHeader read_jpeg_header(std::span<const std::uint8_t> bytes, const std::string& name,
                             const Limits& limits) {
    JpegDecoder decoder(bytes, {});
    open(decoder, name, limits, {});
    PhotoHeader header;
    header.format = PhotoFormat::jpeg;
    header.stored = {static_cast<int>(decoder.info.image_width),
                     static_cast<int>(decoder.info.image_height)};
    header.metadata = metadata_of(decoder);
    header.orientation = orientation_from_exif(header.metadata.orientation);
    header.bit_depth = decoder.info.data_precision;
    header.color = profile_name(decoder.icc_profile());
    if (header.color.empty())
        header.color = is_cmyk(decoder.info)              ? "cmyk"
                       : decoder.info.num_components == 1 ? "grey"
                                                          : "srgb";
    return header;
}

Photo read_jpeg(std::span<const std::uint8_t> bytes, const std::string& name,
                const PhotoHeader& header, const ReadRequest& request) {
    JpegDecoder decoder(bytes, request.stop);
    open(decoder, name, request.limits, request.stop);
    auto& info = decoder.info;
    const auto profile = decoder.icc_profile();

    RowSource source;
    source.samples = choose_samples(info, !profile.empty(), name);
    const PixelSize stored{static_cast<int>(info.image_width), static_cast<int>(info.image_height)};
    info.scale_num = static_cast<unsigned>(
        choose_eighths(stored, set_upright(request.at_least, header.orientation)));
    info.scale_denom = 8;
    const double result_bytes =
        3.0 * stored.width * stored.height * info.scale_num * info.scale_num / 64;
    check_memory(result_bytes + coefficient_bytes(info), name, request.limits);
    if (!decoder.start()) refuse(decoder, name, request.stop);

    source.stored = {static_cast<int>(info.output_width), static_cast<int>(info.output_height)};
    source.icc_profile = profile;
    source.orientation = header.orientation;
    source.threads = request.threads;
    source.on_progress = request.on_progress;
    UprightBuilder builder(source);
    int rows = 0;
    for (auto strip = builder.next_strip(); strip.count > 0; strip = builder.next_strip()) {
        leave_if_stopped(request.stop);
        const int decoded = decoder.read_rows(strip.rows, strip.bytes_per_row, strip.count);
        builder.put(decoded);
        rows += decoded;
        if (decoded < strip.count) break;
    }
    if (decoder.cancelled) leave_if_stopped(request.stop);
    if (rows == 0) refuse(decoder, name, request.stop);
    if (decoder.nothing_came) refuse_damaged(name, "no pixels before the end");

    Photo photo;
    photo.picture = builder.finish();
    const bool several_scans = jpeg_has_multiple_scans(&info);
    if (rows == source.stored.height && !decoder.starved) decoder.finish();
    // Data that end too early are truncated if the file itself ends there. If an end marker
    // follows, data inside are missing or damaged. A truncated picture may also be followed by
    // another file (a video, a gain map): then more bytes follow.
    constexpr std::size_t most_behind_end = 64;
    const bool is_whole_file = !decoder.ended_early && info.unread_marker == JPEG_EOI &&
                               info.src->bytes_in_buffer <= most_behind_end;
    if ((decoder.starved && !is_whole_file) || (decoder.ended_early && several_scans))
        photo.notes.push_back(truncated_note(name));
    else if (decoder.starved || decoder.corrupt || rows < source.stored.height)
        photo.notes.push_back(damaged_note(name));
    return photo;
}

}  // namespace mediaedit::internal
