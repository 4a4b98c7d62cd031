// Reads HEIC and AVIF files by libheif.
#include "photo/heif/heif_reader.hpp"

#include "base/cancel.hpp"
#include "base/failure.hpp"
#include "base/owned.hpp"
#include "photo/bytes.hpp"
#include "photo/heif/heif_file.hpp"
#include "photo/refusal.hpp"
#include "photo/upright_builder.hpp"
#include "picture/color/icc.hpp"

#include <libheif/heif.h>

#include <algorithm>
#include <cstddef>
#include <cstring>
#include <utility>

namespace mediaedit::internal {
namespace {

using Image = Owned<heif_image, &heif_image_release>;
using DecodingOptions = Owned<heif_decoding_options, &heif_decoding_options_free>;
using Nclx = Owned<heif_color_profile_nclx, &heif_nclx_color_profile_free>;

std::vector<std::uint8_t> profile_of(const heif_image_handle* picture) {
    const auto type = heif_image_handle_get_color_profile_type(picture);
    if (type == heif_color_profile_type_rICC || type == heif_color_profile_type_prof) {
        std::vector<std::uint8_t> profile(heif_image_handle_get_raw_color_profile_size(picture));
        if (!profile.empty() &&
            heif_image_handle_get_raw_color_profile(picture, profile.data()).code == heif_error_Ok)
            return profile;
    }
    heif_color_profile_nclx* numbers = nullptr;
    const auto error = heif_image_handle_get_nclx_color_profile(picture, &numbers);
    const Nclx owned(numbers);  // set even after some errors
    if (error.code != heif_error_Ok || !numbers) return {};
    return profile_from_cicp({numbers->color_primaries, numbers->transfer_characteristics});
}

std::vector<std::pair<std::string, std::vector<std::uint8_t>>> blocks_of(
    const heif_image_handle* picture) {
    constexpr std::size_t most = std::size_t{4} << 20;
    const int count =
        std::min(16, heif_image_handle_get_number_of_metadata_blocks(picture, nullptr));
    std::vector<heif_item_id> ids(static_cast<std::size_t>(std::max(0, count)));
    heif_image_handle_get_list_of_metadata_block_IDs(picture, nullptr, ids.data(),
                                                     static_cast<int>(ids.size()));
    std::vector<std::pair<std::string, std::vector<std::uint8_t>>> blocks;
    for (const auto id : ids) {
        std::vector<std::uint8_t> block(heif_image_handle_get_metadata_size(picture, id));
        if (block.empty() || block.size() > most ||
            heif_image_handle_get_metadata(picture, id, block.data()).code != heif_error_Ok)
            continue;
        const std::string type = heif_image_handle_get_metadata_type(picture, id);
        blocks.emplace_back(type == "mime" ? "XMP" : type, std::move(block));
    }
    return blocks;
}

Metadata metadata_of(const heif_image_handle* picture) {
    Metadata metadata;
    const auto blocks = blocks_of(picture);
    for (const auto& [type, block] : blocks)
        if (type == "Exif")
            metadata = read_exif(part(block, std::size_t{4} + big_32(block, 0), block.size()));
    for (const auto& [type, block] : blocks)
        if (type == "XMP") add_xmp(metadata, block);
    return metadata;
}

/// Scales values of `bits` bits to the full range of 16 bits.
void widen(std::uint8_t* row, std::size_t values, int bits) {
    for (std::size_t i = 0; i < values; ++i, row += 2) {
        const unsigned low = little_16({row, 2}, 0) << (16 - bits);
        const auto value = static_cast<std::uint16_t>(low | low >> bits);
        std::memcpy(row, &value, sizeof value);
    }
}

/// Whether all pixels and the profile are grey.
bool is_grey(Bytes icc_profile, const std::uint8_t* rows, std::ptrdiff_t row_bytes, PixelSize size,
             int pixel_bytes) {
    const auto profile = open_profile(icc_profile);
    if (!profile || cmsGetColorSpace(profile.get()) != cmsSigGrayData) return false;
    const std::size_t sample = pixel_bytes > 4 ? 2 : 1;
    for (int y = 0; y < size.height; ++y) {
        const auto* pixel = rows + y * row_bytes;
        for (int x = 0; x < size.width; ++x, pixel += pixel_bytes)
            if (std::memcmp(pixel, pixel + sample, 2 * sample) != 0) return false;
    }
    return true;
}

/// Keeps one of the three equal colours of each pixel, and the alpha.
void keep_grey(std::uint8_t* row, int width, int channels, std::size_t sample) {
    auto* to = row;
    for (int x = 0; x < width; ++x, row += static_cast<std::size_t>(channels) * sample) {
        std::memmove(to, row, sample);
        to += sample;
        if (channels == 3) continue;
        std::memmove(to, row + 3 * sample, sample);
        to += sample;
    }
}

Samples as_grey(Samples samples) {
    switch (samples) {
        case Samples::rgba8: return Samples::grey_alpha8;
        case Samples::rgb16: return Samples::grey16;
        case Samples::rgba16: return Samples::grey_alpha16;
        default: return Samples::grey8;
    }
}

void divide_by_alpha(std::uint8_t* row, int width) {
    for (int x = 0; x < width; ++x, row += 4)
        if (row[3] > 0)
            for (int c = 0; c < 3; ++c)
                row[c] =
                    static_cast<std::uint8_t>(std::min(255, (row[c] * 255 + row[3] / 2) / row[3]));
}

/// What the decoded rows contain.
struct RowFormat {
    bool alpha = false;
    bool premultiplied = false;
    bool wide = false;  ///< 16 bits per sample
    [[nodiscard]] int channels() const { return alpha ? 4 : 3; }
    [[nodiscard]] std::size_t sample_bytes() const { return wide ? 2 : 1; }
    [[nodiscard]] Samples samples() const {
        return wide ? (alpha ? Samples::rgba16 : Samples::rgb16)
                    : (alpha ? Samples::rgba8 : Samples::rgb8);
    }
};

RowFormat format_of(const heif_image_handle* picture) {
    RowFormat format;
    format.alpha = heif_image_handle_has_alpha_channel(picture) != 0;
    format.premultiplied = format.alpha && heif_image_handle_is_premultiplied_alpha(picture) != 0;
    format.wide = heif_image_handle_get_luma_bits_per_pixel(picture) > 8 && !format.premultiplied;
    return format;
}

Image decode(const heif_image_handle* picture, const RowFormat& format, const std::string& name) {
    const DecodingOptions options(heif_decoding_options_alloc());
    if (options) options->convert_hdr_to_8bit = format.wide ? 0 : 1;
    const auto chroma =
        format.wide ? (format.alpha ? heif_chroma_interleaved_RRGGBBAA_LE
                                    : heif_chroma_interleaved_RRGGBB_LE)
                    : (format.alpha ? heif_chroma_interleaved_RGBA : heif_chroma_interleaved_RGB);
    heif_image* decoded = nullptr;
    check_heif(heif_decode_image(picture, &decoded, heif_colorspace_RGB, chroma, options.get()),
               name);
    return Image(decoded);
}

/// Converts decoded rows in place to the samples that UprightBuilder expects.
void convert_rows(std::uint8_t* rows, std::ptrdiff_t row_bytes, PixelSize size,
                  const RowFormat& format, int bits, bool grey) {
    const auto values =
        static_cast<std::size_t>(size.width) * static_cast<std::size_t>(format.channels());
    for (int y = 0; y < size.height; ++y) {
        auto* row = rows + y * row_bytes;
        if (format.wide) widen(row, values, bits);
        if (format.premultiplied) divide_by_alpha(row, size.width);
        if (grey) keep_grey(row, size.width, format.channels(), format.sample_bytes());
    }
}

}  // namespace

std::vector<std::pair<std::string, std::vector<std::uint8_t>>> read_heif_metadata(
    std::span<const std::uint8_t> bytes) {
    try {
        return blocks_of(open_heif(bytes, {}, {}, 1).picture.get());
    } catch (const Failure&) { return {}; }
}

PhotoHeader read_heif_header(PhotoFormat format, std::span<const std::uint8_t> bytes,
                             const std::string& name, const Limits& limits) {
    const auto opened = open_heif(bytes, name, limits, 1);
    PhotoHeader header;
    header.format = format;
    header.stored = opened.size;
    header.bit_depth = std::max(8, heif_image_handle_get_luma_bits_per_pixel(opened.picture.get()));
    header.has_alpha = heif_image_handle_has_alpha_channel(opened.picture.get()) != 0;
    header.animated = text_at(bytes, 8, 4) == "avis" || text_at(bytes, 8, 4) == "msf1";
    header.metadata = metadata_of(opened.picture.get());
    header.metadata.orientation = 1;
    header.color = profile_name(profile_of(opened.picture.get()));
    if (header.color.empty()) header.color = "srgb";
    return header;
}

Photo read_heif(std::span<const std::uint8_t> bytes, const std::string& name, const PhotoHeader&,
                const ReadRequest& request) {
    const auto opened = open_heif(bytes, name, request.limits, request.threads);
    const auto* picture = opened.picture.get();
    const auto format = format_of(picture);

    RowSource source;
    source.stored = opened.size;
    source.shrink = shrink_for(opened.size, Orientation::upright, request.at_least);
    source.threads = request.threads;
    source.on_progress = request.on_progress;
    const double pixels = static_cast<double>(opened.size.width) * opened.size.height;
    // libheif holds the picture as coded and as RGB at the same time.
    check_memory(pixels * static_cast<double>(format.sample_bytes()) *
                         (1.5 + format.channels() + (format.alpha ? 1 : 0)) +
                     pixels * format.channels() / source.shrink / source.shrink,
                 name, request.limits);

    const auto image = decode(picture, format, name);
    leave_if_stopped(request.stop);
    int row_bytes = 0;
    auto* rows = heif_image_get_plane(image.get(), heif_channel_interleaved, &row_bytes);
    source.stored = {heif_image_get_width(image.get(), heif_channel_interleaved),
                     heif_image_get_height(image.get(), heif_channel_interleaved)};
    if (!rows || row_bytes <= 0 || source.stored != opened.size)
        refuse_damaged(name, "the picture is not as large as the file says");

    const auto profile = profile_of(picture);
    source.icc_profile = profile;
    source.samples = format.samples();
    const bool grey =
        is_grey(profile, rows, row_bytes, source.stored, bytes_per_pixel(source.samples));
    if (grey) source.samples = as_grey(source.samples);
    const int bits =
        format.wide
            ? std::clamp(heif_image_get_bits_per_pixel_range(image.get(), heif_channel_interleaved),
                         8, 16)
            : 8;
    convert_rows(rows, row_bytes, source.stored, format, bits, grey);
    UprightBuilder builder(source);
    builder.put_whole(rows, static_cast<std::size_t>(row_bytes), source.stored.height);
    Photo photo;
    photo.picture = builder.finish();
    return photo;
}

}  // namespace mediaedit::internal
