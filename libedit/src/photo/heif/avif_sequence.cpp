// Extracts a still picture from an AVIF sequence.
#include "photo/heif/avif_sequence.hpp"

#include "photo/heif/heif_boxes.hpp"

#include <algorithm>
#include <optional>
#include <string_view>

namespace mediaedit::internal {
namespace {

using Buffer = std::vector<std::uint8_t>;

struct FirstFrame {
    std::uint32_t width = 0, height = 0;
    std::vector<IsoBox> properties;  ///< av1C, colr, pixi
    Bytes data;
};

void put(Buffer& to, std::uint32_t value, int bytes) {
    for (int i = bytes - 1; i >= 0; --i) to.push_back(static_cast<std::uint8_t>(value >> (8 * i)));
}
void put(Buffer& to, std::string_view text) { to.insert(to.end(), text.begin(), text.end()); }
void put(Buffer& to, Bytes bytes) { to.insert(to.end(), bytes.begin(), bytes.end()); }

void put_box(Buffer& to, std::string_view type, Bytes content) {
    put(to, static_cast<std::uint32_t>(content.size() + 8), 4);
    put(to, type);
    put(to, content);
}

/// The first sample of an AV1 track.
std::optional<FirstFrame> first_frame(Bytes track, Bytes file) {
    constexpr std::size_t full_box = 4, count_and_box = 8, children = 78;
    const auto table = find_iso_box(track, {"mdia", "minf", "stbl"});
    const auto entry =
        find_iso_box(part(find_iso_box(table, "stsd"), count_and_box, table.size()), "av01");
    const auto sizes = find_iso_box(table, "stsz");
    const auto offsets = find_iso_box(table, "stco"), wide_offsets = find_iso_box(table, "co64");
    if (entry.size() < children || (offsets.empty() && wide_offsets.empty())) return std::nullopt;
    auto size = big_32(sizes, full_box);
    if (size == 0) size = big_32(sizes, full_box + 8);
    std::uint64_t at = big_32(offsets, full_box + 4);
    if (offsets.empty())
        at = std::uint64_t{big_32(wide_offsets, full_box + 4)} << 32 |
             big_32(wide_offsets, full_box + 8);
    if (size == 0 || at > file.size() || size > file.size() - at) return std::nullopt;

    FirstFrame frame{
        big_16(entry, 24), big_16(entry, 26), {}, part(file, static_cast<std::size_t>(at), size)};
    bool has_settings = false;
    for (const auto& box : iso_boxes(part(entry, children, entry.size()))) {
        has_settings = has_settings || box.type == "av1C";
        if (box.type == "av1C" || box.type == "colr" || box.type == "pixi")
            frame.properties.push_back(box);
    }
    if (!has_settings || frame.width == 0 || frame.height == 0) return std::nullopt;
    return frame;
}

/// The first frame of the track with this handler: "pict" is the picture, "auxv" its alpha.
std::optional<FirstFrame> find_frame(Bytes file, std::string_view handler) {
    for (const auto& box : iso_boxes(find_iso_box(file, "moov"))) {
        if (box.type != "trak") continue;
        if (text_at(find_iso_box(box.content, {"mdia", "hdlr"}), 8, 4) != handler) continue;
        if (auto frame = first_frame(box.content, file)) return frame;
    }
    return std::nullopt;
}

/// The iprp box: the properties of all items, and which item has which.
Buffer item_properties(const std::vector<FirstFrame>& frames) {
    Buffer all, owners;
    put(owners, 0, 4);
    put(owners, static_cast<std::uint32_t>(frames.size()), 4);
    std::uint32_t index = 0;
    for (std::size_t i = 0; i < frames.size(); ++i) {
        const auto& frame = frames[i];
        Buffer size;
        put(size, 0, 4);
        put(size, frame.width, 4);
        put(size, frame.height, 4);
        put_box(all, "ispe", size);
        for (const auto& property : frame.properties) put_box(all, property.type, property.content);
        auto count = static_cast<std::uint32_t>(frame.properties.size() + 1);
        if (i > 0) {
            Buffer kind;
            put(kind, 0, 4);
            put(kind, std::string_view("urn:mpeg:mpegB:cicp:systems:auxiliary:alpha\0", 44));
            put_box(all, "auxC", kind);
            ++count;
        }
        put(owners, static_cast<std::uint32_t>(i + 1), 2);
        put(owners, count, 1);
        for (; count > 0; --count) put(owners, ++index, 1);
    }
    Buffer both;
    put_box(both, "ipco", all);
    put_box(both, "ipma", owners);
    return both;
}

/// `data_at` is the file offset of the first frame's data; the others follow.
Buffer meta_box(const std::vector<FirstFrame>& frames, std::uint32_t data_at) {
    Buffer handler, primary, places, infos, content;
    put(handler, std::string_view("\0\0\0\0\0\0\0\0pict\0\0\0\0\0\0\0\0\0\0\0\0\0", 25));
    put(primary, 0, 4);
    put(primary, 1, 2);
    const auto count = static_cast<std::uint32_t>(frames.size());
    put(places, 0, 4);
    put(places, 0x4400, 2);  // offsets and lengths have four bytes
    put(places, count, 2);
    put(infos, 0, 4);
    put(infos, count, 2);
    for (std::size_t i = 0; i < frames.size(); ++i) {
        const auto id = static_cast<std::uint32_t>(i + 1);
        const auto length = static_cast<std::uint32_t>(frames[i].data.size());
        put(places, id, 2);
        put(places, 0, 2);
        put(places, 1, 2);
        put(places, data_at, 4);
        put(places, length, 4);
        data_at += length;
        Buffer info;
        put(info, 0x02000000, 4);
        put(info, id, 2);
        put(info, 0, 2);
        put(info, std::string_view("av01\0", 5));
        put_box(infos, "infe", info);
    }
    put(content, 0, 4);
    put_box(content, "hdlr", handler);
    put_box(content, "pitm", primary);
    put_box(content, "iloc", places);
    put_box(content, "iinf", infos);
    if (frames.size() > 1) {
        Buffer link, links;
        for (const std::uint32_t number : {2U, 1U, 1U})
            put(link, number, 2);  // the alpha item refers to item 1
        put(links, 0, 4);
        put_box(links, "auxl", link);
        put_box(content, "iref", links);
    }
    put_box(content, "iprp", item_properties(frames));
    return content;
}

}  // namespace

bool is_only_avif_sequence(Bytes file) {
    const bool still = has_brand(file, "avif") || has_brand(file, "mif1");
    return has_brand(file, "avis") && (!still || !find_primary_item(file));
}

std::vector<std::uint8_t> still_of_avif_sequence(Bytes file) {
    if (find_primary_item(file)) {
        // The file has a still picture, and only lacks the brand.
        Buffer still(file.begin(), file.end());
        constexpr std::size_t brands_at = 8;
        const auto end = std::min<std::size_t>(still.size(), big_32(file, 0));
        for (std::size_t at = brands_at; at + 4 <= end; at += 4)
            if (text_at(still, at, 4) == "avis") still[at + 3] = 'f';
        return still;
    }
    std::vector<FirstFrame> frames;
    auto picture = find_frame(file, "pict");
    if (!picture) picture = find_frame(file, "vide");
    if (!picture) return {};
    frames.push_back(*picture);
    if (auto alpha = find_frame(file, "auxv")) frames.push_back(*alpha);

    Buffer still, brands;
    put(brands, std::string_view("avif\0\0\0\0avifmif1miaf", 20));
    put_box(still, "ftyp", brands);
    const auto before = still.size() + 8 + meta_box(frames, 0).size() + 8;
    put_box(still, "meta", meta_box(frames, static_cast<std::uint32_t>(before)));
    Buffer data;
    for (const auto& frame : frames) put(data, frame.data);
    put_box(still, "mdat", data);
    return still;
}

}  // namespace mediaedit::internal
