// Opens HEIC and AVIF files by libheif.
#include "photo/heif/heif_file.hpp"

#include "base/failure.hpp"
#include "base/message.hpp"
#include "base/system/shortage.hpp"
#include "photo/heif/avif_sequence.hpp"
#include "photo/heif/heif_boxes.hpp"
#include "photo/refusal.hpp"

#include <algorithm>
#include <array>
#include <string_view>

namespace mediaedit::internal {
namespace {

[[noreturn]] void refuse_kind(const std::string& name, const std::string& detail) {
    fail(ErrorCode::unsupported,
         tr("{file} is a kind of HEIC photo that cannot be read here; send it as JPEG, or let the "
            "camera "
            "take JPEG (on an iPhone: Settings, Camera, Formats, Most Compatible).",
            {{"file", name}}),
         name, detail);
}

/// As check_heif(), for errors before decoding: libheif reports features that it does not know as
/// damage.
void check_opened(const heif_error& error, Bytes bytes, const std::string& name) {
    if (error.code == heif_error_Ok) return;
    const std::string detail = error.message ? error.message : "libheif";
    constexpr std::array<std::string_view, 6> known{"hvc1", "hev1", "av01", "grid", "iden", "iovl"};
    const auto item = find_primary_item(bytes);
    const bool other_codec =
        item && !item->type.empty() && std::ranges::find(known, item->type) == known.end();
    if (other_codec) refuse_kind(name, detail + " (" + item->type + ")");
    // Phones since 2024 write auxiliary pictures that belong to several others.
    const bool newer =
        detail.find("auxiliary image") != detail.npos || detail.find("Non-existing") != detail.npos;
    if (item && error.code == heif_error_Invalid_input && (newer || has_brand(bytes, "tmap")))
        refuse_kind(name, detail);
    check_heif(error, name);
}

/// The matrix coefficients of the file: a code point of ITU-T H.273.
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
    // In a grid, the property may be on the tiles.
    const auto meta = find_iso_box(bytes, "meta");
    const int any = of(iso_boxes(find_iso_box(part(meta, 4, meta.size()), {"iprp", "ipco"})));
    return any >= 0 ? any : unspecified;
}

/// Refuses other coefficients, because libheif would convert them as if they were the usual ones.
void check_matrix(Bytes bytes, const std::string& name) {
    constexpr std::array known{0, 1, 2, 4, 5, 6, 7, 8, 9, 12};
    const int matrix = matrix_of(bytes);
    if (std::ranges::find(known, matrix) == known.end())
        refuse_unsupported(name, "matrix coefficients " + std::to_string(matrix));
}

}  // namespace

void check_heif(const heif_error& error, const std::string& name) {
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

HeifFile open_heif(Bytes bytes, const std::string& name, const Limits& limits, int threads) {
    HeifFile opened;
    opened.context.reset(heif_context_alloc());
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

}  // namespace mediaedit::internal
