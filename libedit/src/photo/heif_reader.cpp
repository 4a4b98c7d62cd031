// HEIC and AVIF files, by libheif.
#include "photo/heif_reader.hpp"

#include "base/cancel.hpp"
#include "base/failure.hpp"
#include "photo/bytes.hpp"
#include "photo/refusal.hpp"
#include "photo/upright_builder.hpp"
#include "picture/icc.hpp"

#include <libheif/heif.h>

#include <algorithm>
#include <cstring>
#include <memory>

namespace mediaedit::internal {
namespace {

template <auto drop>
struct Drop {
    void operator()(auto* thing) const noexcept { drop(thing); }
};
using Context = std::unique_ptr<heif_context, Drop<heif_context_free>>;
using Handle = std::unique_ptr<heif_image_handle, Drop<heif_image_handle_release>>;
using Image = std::unique_ptr<heif_image, Drop<heif_image_release>>;
using Options = std::unique_ptr<heif_decoding_options, Drop<heif_decoding_options_free>>;
using Nclx = std::unique_ptr<heif_color_profile_nclx, Drop<heif_nclx_color_profile_free>>;

void check(const heif_error& error, const std::string& name) {
    if (error.code == heif_error_Ok) return;
    const std::string detail = error.message ? error.message : "libheif";
    switch (error.code) {
        case heif_error_Unsupported_filetype:
        case heif_error_Unsupported_feature: refuse_unsupported(name, detail);
        case heif_error_Memory_allocation_error: refuse_too_large(name, detail);
        default: break;
    }
    if (error.subcode == heif_suberror_Security_limit_exceeded) refuse_too_large(name, detail);
    refuse_damaged(name, detail);
}

struct Opened {
    Context context;
    Handle picture;
    PixelSize size;
};

/// The size is upright: libheif turns and mirrors as the file's own boxes say, and what EXIF says beside them does not count.
Opened open(Bytes bytes, const std::string& name, const Limits& limits, int threads) {
    Opened opened{Context(heif_context_alloc()), {}, {}};
    if (!opened.context) refuse_too_large(name, "libheif");
    heif_context_set_maximum_image_size_limit(opened.context.get(), limits.max_side_px);
    heif_context_set_max_decoding_threads(opened.context.get(), threads > 1 ? threads : 0);
    check(heif_context_read_from_memory_without_copy(opened.context.get(), bytes.data(), bytes.size(), nullptr), name);
    heif_image_handle* handle = nullptr;
    check(heif_context_get_primary_image_handle(opened.context.get(), &handle), name);
    opened.picture.reset(handle);
    opened.size = {heif_image_handle_get_width(handle), heif_image_handle_get_height(handle)};
    check_size(opened.size.width, opened.size.height, name, limits);
    return opened;
}

std::vector<std::uint8_t> profile_of(const heif_image_handle* picture) {
    const auto type = heif_image_handle_get_color_profile_type(picture);
    if (type == heif_color_profile_type_rICC || type == heif_color_profile_type_prof) {
        std::vector<std::uint8_t> profile(heif_image_handle_get_raw_color_profile_size(picture));
        if (!profile.empty() && heif_image_handle_get_raw_color_profile(picture, profile.data()).code == heif_error_Ok) return profile;
    }
    heif_color_profile_nclx* numbers = nullptr;
    const auto error = heif_image_handle_get_nclx_color_profile(picture, &numbers);
    const Nclx owned(numbers);  // given even with some errors
    if (error.code != heif_error_Ok || !numbers) return {};
    return profile_from_cicp(numbers->color_primaries, numbers->transfer_characteristics);
}

std::vector<std::pair<std::string, std::vector<std::uint8_t>>> blocks_of(const heif_image_handle* picture) {
    constexpr std::size_t most = std::size_t{4} << 20;
    const int count = std::min(16, heif_image_handle_get_number_of_metadata_blocks(picture, nullptr));
    std::vector<heif_item_id> ids(static_cast<std::size_t>(std::max(0, count)));
    heif_image_handle_get_list_of_metadata_block_IDs(picture, nullptr, ids.data(), static_cast<int>(ids.size()));
    std::vector<std::pair<std::string, std::vector<std::uint8_t>>> blocks;
    for (const auto id : ids) {
        std::vector<std::uint8_t> block(heif_image_handle_get_metadata_size(picture, id));
        if (block.empty() || block.size() > most || heif_image_handle_get_metadata(picture, id, block.data()).code != heif_error_Ok) continue;
        const std::string type = heif_image_handle_get_metadata_type(picture, id);
        blocks.emplace_back(type == "mime" ? "XMP" : type, std::move(block));
    }
    return blocks;
}

Metadata metadata_of(const heif_image_handle* picture) {
    Metadata metadata;
    const auto blocks = blocks_of(picture);
    for (const auto& [type, block] : blocks)
        if (type == "Exif") metadata = read_exif(part(block, std::size_t{4} + big_32(block, 0), block.size()));
    for (const auto& [type, block] : blocks)
        if (type == "XMP") add_xmp(metadata, block);
    return metadata;
}

/// Values of `bits` become values of 16, all of the range used.
void widen(std::uint8_t* row, std::size_t values, int bits) {
    for (std::size_t i = 0; i < values; ++i, row += 2) {
        const unsigned low = little_16({row, 2}, 0) << (16 - bits);
        const auto value = static_cast<std::uint16_t>(low | low >> bits);
        std::memcpy(row, &value, sizeof value);
    }
}

void divide_by_alpha(std::uint8_t* row, int width) {
    for (int x = 0; x < width; ++x, row += 4)
        if (row[3] > 0)
            for (int c = 0; c < 3; ++c) row[c] = static_cast<std::uint8_t>(std::min(255, (row[c] * 255 + row[3] / 2) / row[3]));
}

}  // namespace

std::vector<std::pair<std::string, std::vector<std::uint8_t>>> read_heif_metadata(std::span<const std::uint8_t> bytes) {
    try {
        return blocks_of(open(bytes, {}, {}, 1).picture.get());
    } catch (const Failure&) {
        return {};
    }
}

PhotoHeader read_heif_header(PhotoFormat format, std::span<const std::uint8_t> bytes, const std::string& name, const Limits& limits) {
    const auto opened = open(bytes, name, limits, 1);
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

Photo read_heif(std::span<const std::uint8_t> bytes, const std::string& name, const PhotoHeader&, const ReadRequest& request) {
    const auto opened = open(bytes, name, request.limits, request.threads);
    const auto* picture = opened.picture.get();
    const bool alpha = heif_image_handle_has_alpha_channel(picture) != 0;
    const bool premultiplied = alpha && heif_image_handle_is_premultiplied_alpha(picture) != 0;
    const bool wide = heif_image_handle_get_luma_bits_per_pixel(picture) > 8 && !premultiplied;
    const int channels = alpha ? 4 : 3;

    RowSource source;
    source.stored = opened.size;
    source.shrink = shrink_for(opened.size, Orientation::upright, request.at_least);
    source.threads = request.threads;
    const double pixels = static_cast<double>(opened.size.width) * opened.size.height;
    const double sample_bytes = wide ? 2 : 1;
    // libheif holds the picture as it is coded and as RGB at once.
    check_memory(pixels * sample_bytes * (1.5 + channels + (alpha ? 1 : 0)) + pixels * channels / source.shrink / source.shrink, name, request.limits);

    const Options options(heif_decoding_options_alloc());
    if (options) options->convert_hdr_to_8bit = wide ? 0 : 1;
    const auto chroma = wide ? (alpha ? heif_chroma_interleaved_RRGGBBAA_LE : heif_chroma_interleaved_RRGGBB_LE)
                             : (alpha ? heif_chroma_interleaved_RGBA : heif_chroma_interleaved_RGB);
    heif_image* decoded = nullptr;
    check(heif_decode_image(picture, &decoded, heif_colorspace_RGB, chroma, options.get()), name);
    const Image image(decoded);
    leave_if_stopped(request.stop);
    int row_bytes = 0;
    auto* rows = heif_image_get_plane(decoded, heif_channel_interleaved, &row_bytes);
    source.stored = {heif_image_get_width(decoded, heif_channel_interleaved), heif_image_get_height(decoded, heif_channel_interleaved)};
    if (!rows || row_bytes <= 0 || source.stored != opened.size) refuse_damaged(name, "the picture is not as large as the file says");

    const auto profile = profile_of(picture);
    source.icc_profile = profile;
    source.samples = wide ? (alpha ? Samples::rgba16 : Samples::rgb16) : (alpha ? Samples::rgba8 : Samples::rgb8);
    const int bits = wide ? std::clamp(heif_image_get_bits_per_pixel_range(decoded, heif_channel_interleaved), 8, 16) : 8;
    for (int y = 0; y < source.stored.height; ++y) {
        auto* row = rows + static_cast<std::ptrdiff_t>(y) * row_bytes;
        if (wide) widen(row, static_cast<std::size_t>(source.stored.width) * static_cast<std::size_t>(channels), bits);
        if (premultiplied) divide_by_alpha(row, source.stored.width);
    }
    UprightBuilder builder(source);
    builder.put_whole(rows, static_cast<std::size_t>(row_bytes), source.stored.height);
    Photo photo;
    photo.picture = builder.finish();
    return photo;
}

}  // namespace mediaedit::internal
