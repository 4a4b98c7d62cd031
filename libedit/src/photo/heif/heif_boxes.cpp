// Parses the boxes of a HEIF or AVIF file for its primary picture.
#include "photo/heif/heif_boxes.hpp"

#include <algorithm>
#include <cmath>

namespace mediaedit::internal {
namespace {

std::uint64_t big_64(Bytes bytes, std::size_t at) {
    return std::uint64_t{big_32(bytes, at)} << 32 | big_32(bytes, at + 4);
}

constexpr std::size_t full_box = 4;  // version and flags before the content

bool turns(const IsoBox& property) { return property.type == "irot"; }
bool transforms(const IsoBox& property) { return turns(property) || property.type == "clap"; }

std::uint32_t primary_id(Bytes meta) {
    const auto box = find_iso_box(meta, "pitm");
    return byte_at(box, 0) == 0 ? big_16(box, full_box) : big_32(box, full_box);
}

std::string type_of_item(Bytes meta, std::uint32_t id) {
    const auto list = find_iso_box(meta, "iinf");
    const std::size_t start = full_box + (byte_at(list, 0) == 0 ? 2 : 4);
    for (const auto& entry : iso_boxes(part(list, start, list.size()))) {
        const auto version = byte_at(entry.content, 0);
        if (entry.type != "infe" || version < 2) continue;
        const std::size_t width = version == 2 ? 2 : 4;
        const auto own =
            width == 2 ? big_16(entry.content, full_box) : big_32(entry.content, full_box);
        if (own == id) return std::string(text_at(entry.content, full_box + width + 2, 4));
    }
    return {};
}

std::vector<IsoBox> properties_of_item(Bytes meta, std::uint32_t id) {
    const auto all = iso_boxes(find_iso_box(meta, {"iprp", "ipco"}));
    std::vector<IsoBox> properties;
    for (const auto& box : iso_boxes(find_iso_box(meta, "iprp"))) {
        if (box.type != "ipma") continue;
        const bool wide_ids = byte_at(box.content, 0) != 0;
        const bool wide_indices = (byte_at(box.content, 3) & 1) != 0;
        std::size_t at = full_box + 4;
        for (auto left = big_32(box.content, full_box); left > 0 && at < box.content.size();
             --left) {
            const auto own = wide_ids ? big_32(box.content, at) : big_16(box.content, at);
            at += wide_ids ? 4 : 2;
            const auto count = byte_at(box.content, at++);
            for (std::uint32_t i = 0; i < count; ++i, at += wide_indices ? 2 : 1) {
                const auto index = wide_indices ? big_16(box.content, at) & 0x7FFF
                                                : byte_at(box.content, at) & 0x7F;
                if (own == id && index >= 1 && index <= all.size())
                    properties.push_back(all[index - 1]);
            }
        }
    }
    return properties;
}

/// A side of the clean aperture, rounded.
int aperture(Bytes clap, std::size_t at, int whole) {
    const auto above = static_cast<std::int32_t>(big_32(clap, at));
    const auto below = static_cast<std::int32_t>(big_32(clap, at + 4));
    if (above <= 0 || below <= 0) return whole;
    return std::clamp(static_cast<int>(std::lround(static_cast<double>(above) / below)), 1, whole);
}

}  // namespace

std::vector<IsoBox> iso_boxes(Bytes bytes) {
    std::vector<IsoBox> boxes;
    for (std::size_t at = 0; at + 8 <= bytes.size();) {
        std::uint64_t size = big_32(bytes, at);
        std::size_t head = 8;
        if (size == 1) {
            size = big_64(bytes, at + 8);
            head = 16;
        }
        if (size == 0) size = bytes.size() - at;
        if (size < head || size > bytes.size() - at) break;
        const auto length = static_cast<std::size_t>(size);
        boxes.push_back({text_at(bytes, at + 4, 4), part(bytes, at + head, length - head)});
        at += length;
    }
    return boxes;
}

Bytes find_iso_box(Bytes bytes, std::string_view type) {
    for (const auto& box : iso_boxes(bytes))
        if (box.type == type) return box.content;
    return {};
}

Bytes find_iso_box(Bytes bytes, std::initializer_list<std::string_view> path) {
    for (const auto type : path) bytes = find_iso_box(bytes, type);
    return bytes;
}

std::optional<HeifItem> find_primary_item(Bytes file) {
    const auto box = find_iso_box(file, "meta");
    const auto meta = part(box, full_box, box.size());
    if (find_iso_box(meta, "pitm").empty()) return std::nullopt;
    const auto id = primary_id(meta);
    return HeifItem{id, type_of_item(meta, id), properties_of_item(meta, id)};
}

std::optional<PixelSize> shown_size(const HeifItem& item) {
    const auto stored = std::ranges::find(item.properties, "ispe", &IsoBox::type);
    if (stored == item.properties.end()) return std::nullopt;
    const auto width = big_32(stored->content, full_box),
               height = big_32(stored->content, full_box + 4);
    constexpr std::uint32_t most = 0x7FFFFFFF;
    if (width == 0 || height == 0 || width > most || height > most) return std::nullopt;
    PixelSize size{static_cast<int>(width), static_cast<int>(height)};
    for (const auto& property : item.properties) {
        if (property.type == "clap")
            size = {aperture(property.content, 0, size.width),
                    aperture(property.content, 8, size.height)};
        if (turns(property) && (byte_at(property.content, 0) & 1) != 0)
            size = {size.height, size.width};
    }
    return size;
}

bool size_follows_turn(const HeifItem& item) {
    const auto& all = item.properties;
    const auto stored = std::ranges::find(all, "ispe", &IsoBox::type);
    return std::any_of(all.begin(), stored, transforms);
}

bool has_brand(Bytes file, std::string_view brand) {
    const auto brands = find_iso_box(file, "ftyp");
    for (std::size_t at = 0; at + 4 <= brands.size(); at += at == 0 ? 8 : 4)
        if (text_at(brands, at, 4) == brand) return true;
    return false;
}

}  // namespace mediaedit::internal
