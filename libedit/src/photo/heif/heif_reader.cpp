// HEIC and AVIF files, by libheif.
#include "photo/heif/heif_reader.hpp"

#include "base/cancel.hpp"
#include "base/failure.hpp"
#include "base/message.hpp"
#include "base/owned.hpp"
#include "base/system/shortage.hpp"
#include "photo/bytes.hpp"
#include "photo/heif/avif_sequence.hpp"
#include "photo/heif/heif_boxes.hpp"
#include "photo/refusal.hpp"
#include "photo/upright_builder.hpp"
#include "picture/color/icc.hpp"

#include <libheif/heif.h>

#include <algorithm>
#include <array>
#include <cstring>
#include <memory>

namespace mediaedit::internal {
namespace {

using Context = Owned<heif_context, &heif_context_free>;
using Handle = Owned<heif_image_handle, &heif_image_handle_release>;
using Image = Owned<heif_image, &heif_image_release>;
using Options = Owned<heif_decoding_options, &heif_decoding_options_free>;
using Nclx = Owned<heif_color_profile_nclx, &heif_nclx_color_profile_free>;

void check(const heif_error& error, const std::string& name) {
    if (error.code == heif_error_Ok) return;
    const std::string detail = error.message ? error.message : "libheif";
    switch (error.code) {
        case heif_error_Unsupported_filetype:
        case heif_error_Unsupported_feature:
        case heif_error_Plugin_loading_error: refuse_unsupported(name, detail);
        case heif_error_Memory_allocation_error: refuse_too_large(name, detail);
        default: break;
    }
    if (error.subcode == heif_suberror_Security_limit_exceeded) refuse_too_large(name, detail);
    refuse_damaged(name, detail);
}

[[noreturn]] void refuse_kind(const std::string& name, const std::string& detail) {
    fail(ErrorCode::unsupported,
         tr("{file} is a kind of HEIC photo that cannot be read here; send it as JPEG, or let the "
            "camera "
            "take JPEG (on an iPhone: Settings, Camera, Formats, Most Compatible).",
            {{"file", name}}),
         name, detail);
}

/// As check(), for what libheif says of a file before it decodes any pixel: it takes what it does
/// not know yet for damage.
void check_opened(const heif_error& error, Bytes bytes, const std::string& name) {
    if (error.code == heif_error_Ok) return;
    const std::string detail = error.message ? error.message : "libheif";
    constexpr std::array<std::string_view, 6> known{"hvc1", "hev1", "av01", "grid", "iden", "iovl"};
    const auto item = find_primary_item(bytes);
    const bool other_codec =
        item && !item->type.empty() && std::ranges::find(known, item->type) == known.end();
    if (other_codec) refuse_kind(name, detail + " (" + item->type + ")");
    // Phones of 2024 write pictures beside the main one that belong to several others.
    const bool newer =
        detail.find("auxiliary image") != detail.npos || detail.find("Non-existing") != detail.npos;
    if (item && error.code == heif_error_Invalid_input && (newer || has_brand(bytes, "tmap")))
        refuse_kind(name, detail);
    check(error, name);
}

/// How the file says its colours were made of red, green and blue: a number of ITU-T H.273.
int matrix_of(Bytes bytes) {
    constexpr int unspecified = 2;
    const auto of = [](const std::vector<IsoBox>& properties) {
        for (const auto& property : properties)
            if (property.type == "colr" && text_at(property.content, 0, 4) == "nclx")
                return static_cast<int>(big_16(property.content, 8));
        return -1;
    };
    const auto item = find_primary_item(bytes);
    if (const int own = item ? of(item->properties) : -1; own >= 0) return own;
    // Of a grid its tiles may say it.
    const auto meta = find_iso_box(bytes, "meta");
    const int any = of(iso_boxes(find_iso_box(part(meta, 4, meta.size()), {"iprp", "ipco"})));
    return any >= 0 ? any : unspecified;
}

/// libheif converts any other as if it were the usual one.
void check_matrix(Bytes bytes, const std::string& name) {
    constexpr std::array known{0, 1, 2, 4, 5, 6, 7, 8, 9, 12};
    const int matrix = matrix_of(bytes);
    if (std::ranges::find(known, matrix) == known.end())
        refuse_unsupported(name, "matrix coefficients " + std::to_string(matrix));
}

struct Opened {
    std::vector<std::uint8_t> still;  ///< made of a sequence; the context reads from it
    Context context;
    Handle picture;
    PixelSize size;
};

/// The size is upright: libheif turns and mirrors as the file's own boxes say, and what EXIF says
/// beside them does not count.
Opened open(Bytes bytes, const std::string& name, const Limits& limits, int threads) {
    Opened opened{{}, Context(heif_context_alloc()), {}, {}};
    if (!opened.context) refuse_too_large(name, "libheif");
    heif_context_set_maximum_image_size_limit(opened.context.get(), limits.max_side_px);
    heif_context_set_max_decoding_threads(opened.context.get(),
                                          startable_threads(threads) > 1 ? threads : 0);
    if (is_only_avif_sequence(bytes)) {
        opened.still = still_of_avif_sequence(bytes);
        if (opened.still.empty()) refuse_damaged(name, "no picture in the sequence");
        bytes = opened.still;
    }
    check_opened(heif_context_read_from_memory_without_copy(opened.context.get(), bytes.data(),
                                                            bytes.size(), nullptr),
                 bytes, name);
    heif_image_handle* handle = nullptr;
    check_opened(heif_context_get_primary_image_handle(opened.context.get(), &handle), bytes, name);
    opened.picture.reset(handle);
    opened.size = {heif_image_handle_get_width(handle), heif_image_handle_get_height(handle)};
    if (const auto item = find_primary_item(bytes); item && size_follows_turn(*item))
        opened.size = shown_size(*item).value_or(opened.size);
    check_size(opened.size.width, opened.size.height, name, limits);
    check_matrix(bytes, name);
    return opened;
}

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
    const Nclx owned(numbers);  // given even with some errors
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

/// Values of `bits` become values of 16, all of the range used.
void widen(std::uint8_t* row, std::size_t values, int bits) {
    for (std::size_t i = 0; i < values; ++i, row += 2) {
        const unsigned low = little_16({row, 2}, 0) << (16 - bits);
        const auto value = static_cast<std::uint16_t>(low | low >> bits);
        std::memcpy(row, &value, sizeof value);
    }
}

/// Whether all pixels are grey, and so is the profile.
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

/// Leaves one of three equal colours of each pixel, and the alpha.
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

}  // namespace

std::vector<std::pair<std::string, std::vector<std::uint8_t>>> read_heif_metadata(
    std::span<const std::uint8_t> bytes) {
    try {
        return blocks_of(open(bytes, {}, {}, 1).picture.get());
    } catch (const Failure&) { return {}; }
}

PhotoHeader read_heif_header(PhotoFormat format, std::span<const std::uint8_t> bytes,
                             const std::string& name, const Limits& limits) {
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

Photo read_heif(std::span<const std::uint8_t> bytes, const std::string& name, const PhotoHeader&,
                const ReadRequest& request) {
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
    source.on_progress = request.on_progress;
    const double pixels = static_cast<double>(opened.size.width) * opened.size.height;
    const double sample_bytes = wide ? 2 : 1;
    // libheif holds the picture as it is coded and as RGB at once.
    check_memory(pixels * sample_bytes * (1.5 + channels + (alpha ? 1 : 0)) +
                     pixels * channels / source.shrink / source.shrink,
                 name, request.limits);

    const Options options(heif_decoding_options_alloc());
    if (options) options->convert_hdr_to_8bit = wide ? 0 : 1;
    const auto chroma =
        wide ? (alpha ? heif_chroma_interleaved_RRGGBBAA_LE : heif_chroma_interleaved_RRGGBB_LE)
             : (alpha ? heif_chroma_interleaved_RGBA : heif_chroma_interleaved_RGB);
    heif_image* decoded = nullptr;
    check(heif_decode_image(picture, &decoded, heif_colorspace_RGB, chroma, options.get()), name);
    const Image image(decoded);
    leave_if_stopped(request.stop);
    int row_bytes = 0;
    auto* rows = heif_image_get_plane(decoded, heif_channel_interleaved, &row_bytes);
    source.stored = {heif_image_get_width(decoded, heif_channel_interleaved),
                     heif_image_get_height(decoded, heif_channel_interleaved)};
    if (!rows || row_bytes <= 0 || source.stored != opened.size)
        refuse_damaged(name, "the picture is not as large as the file says");

    const auto profile = profile_of(picture);
    source.icc_profile = profile;
    source.samples = wide ? (alpha ? Samples::rgba16 : Samples::rgb16)
                          : (alpha ? Samples::rgba8 : Samples::rgb8);
    const bool grey =
        is_grey(profile, rows, row_bytes, source.stored, bytes_per_pixel(source.samples));
    if (grey) source.samples = as_grey(source.samples);
    const int bits =
        wide ? std::clamp(heif_image_get_bits_per_pixel_range(decoded, heif_channel_interleaved), 8,
                          16)
             : 8;
    for (int y = 0; y < source.stored.height; ++y) {
        auto* row = rows + static_cast<std::ptrdiff_t>(y) * row_bytes;
        if (wide)
            widen(
                row,
                static_cast<std::size_t>(source.stored.width) * static_cast<std::size_t>(channels),
                bits);
        if (premultiplied) divide_by_alpha(row, source.stored.width);
        if (grey) keep_grey(row, source.stored.width, channels, wide ? 2 : 1);
    }
    UprightBuilder builder(source);
    builder.put_whole(rows, static_cast<std::size_t>(row_bytes), source.stored.height);
    Photo photo;
    photo.picture = builder.finish();
    return photo;
}

}  // namespace mediaedit::internal
