// Finds the metadata blocks of a photo file.
#include "photo/metadata/metadata_blocks.hpp"

#include "photo/bytes.hpp"
#include "photo/heif/heif_reader.hpp"

#include <algorithm>
#include <array>
#include <string_view>

namespace mediaedit::internal {
namespace {

using Kind = MetadataBlock::Kind;
using Blocks = std::vector<MetadataBlock>;

void add(Blocks& blocks, Kind kind, std::string name, Bytes bytes) {
    MetadataBlock block{kind, std::move(name), {}, bytes.size()};
    if (kind != Kind::other) block.bytes.assign(bytes.begin(), bytes.end());
    blocks.push_back(std::move(block));
}

bool begins_with(Bytes bytes, std::string_view start) {
    return text_at(bytes, 0, start.size()) == start;
}

void add_jpeg_segment(Blocks& blocks, unsigned marker, Bytes content) {
    constexpr std::string_view exif("Exif\0\0", 6), xmp("http://ns.adobe.com/xap/1.0/\0", 29),
        more_xmp("http://ns.adobe.com/xmp/extension/\0", 35);
    if (marker == 0xFE) add(blocks, Kind::comment, "COM", content);
    if (marker < 0xE0 || marker > 0xEF) return;
    const auto name = "APP" + std::to_string(marker - 0xE0);
    if (marker == 0xE1 && begins_with(content, exif)) add(blocks, Kind::exif, name, content);
    else if (marker == 0xE1 && begins_with(content, xmp))
        add(blocks, Kind::xmp, name, content.subspan(xmp.size()));
    else if (marker == 0xE1 && begins_with(content, more_xmp))
        add(blocks, Kind::xmp, name, content.subspan(more_xmp.size()));
    else if (marker == 0xED) add(blocks, Kind::iptc, name, content);
    else if (!(marker == 0xE0 && (begins_with(content, "JFIF") || begins_with(content, "JFXX"))) &&
             !(marker == 0xE2 && begins_with(content, "ICC_PROFILE")) &&
             !(marker == 0xEE && begins_with(content, "Adobe")))
        add(blocks, Kind::other, name + (begins_with(content, "MPF") ? " MPF" : ""), content);
}

Blocks in_jpeg(Bytes file) {
    Blocks blocks;
    std::size_t at = 2;
    while (at + 4 <= file.size() && file[at] == 0xFF) {
        const unsigned marker = file[at + 1];
        if (marker == 0xFF) {
            ++at;
            continue;
        }
        const std::size_t length = big_16(file, at + 2);
        if (marker == 0xD9 || length < 2 || at + 2 + length > file.size()) break;
        add_jpeg_segment(blocks, marker, file.subspan(at + 4, length - 2));
        at += 2 + length;
        if (marker != 0xDA) continue;
        while (at + 1 < file.size() && (file[at] != 0xFF || file[at + 1] == 0 ||
                                        (file[at + 1] >= 0xD0 && file[at + 1] <= 0xD7)))
            ++at;
        if (at + 1 >= file.size() || file[at + 1] != 0xD9) continue;
        // Phones append a video, a gain map or a second picture.
        if (at + 2 < file.size())
            add(blocks, Kind::other, "behind the picture", file.subspan(at + 2));
        break;
    }
    return blocks;
}

Blocks in_png(Bytes file) {
    static constexpr std::array<std::string_view, 14> plain{"IHDR", "PLTE", "IDAT", "IEND", "tRNS",
                                                            "cHRM", "gAMA", "iCCP", "sBIT", "sRGB",
                                                            "bKGD", "pHYs", "hIST", "cICP"};
    static constexpr std::array<std::string_view, 3> moving{"acTL", "fcTL", "fdAT"};
    Blocks blocks;
    for (std::size_t at = 8; at + 12 <= file.size();) {
        const std::size_t length = big_32(file, at);
        const auto type = text_at(file, at + 4, 4);
        if (length > file.size() - at - 12) break;
        const auto content = file.subspan(at + 8, length);
        if (type == "eXIf") add(blocks, Kind::exif, "eXIf", content);
        else if (type == "iTXt" && begins_with(content, "XML:com.adobe.xmp"))
            add(blocks, Kind::xmp, "iTXt", content);
        else if (type == "tEXt" || type == "iTXt" || type == "zTXt")
            add(blocks, Kind::comment, std::string(type), content);
        else if (std::ranges::find(plain, type) == plain.end() &&
                 std::ranges::find(moving, type) == moving.end())
            add(blocks, Kind::other, std::string(type), content);
        if (type == "IEND") break;
        at += 12 + length;
    }
    return blocks;
}

Blocks in_webp(Bytes file) {
    static constexpr std::array<std::string_view, 7> plain{"VP8 ", "VP8L", "VP8X", "ALPH",
                                                           "ANIM", "ANMF", "ICCP"};
    Blocks blocks;
    for (std::size_t at = 12; at + 8 <= file.size();) {
        const std::size_t length = little_32(file, at + 4);
        const auto type = text_at(file, at, 4);
        const auto content = part(file, at + 8, length);
        if (type == "EXIF") add(blocks, Kind::exif, "EXIF", content);
        else if (type == "XMP ") add(blocks, Kind::xmp, "XMP", content);
        else if (std::ranges::find(plain, type) == plain.end())
            add(blocks, Kind::other, std::string(type), content);
        if (length > file.size() - at - 8) break;
        at += 8 + length + (length & 1);
    }
    return blocks;
}

/// Comments and application data, except the blocks that only make an animation loop.
Blocks in_gif(Bytes file) {
    Blocks blocks;
    if (file.size() < 13) return blocks;
    const auto colours = [](unsigned flags) -> std::size_t {
        return flags & 0x80 ? std::size_t{3} << ((flags & 7) + 1) : 0;
    };
    std::size_t at = 13 + colours(file[10]);
    const auto sub_blocks = [&](std::size_t from) {
        std::vector<std::uint8_t> all;
        while (from < file.size() && file[from] != 0) {
            const auto sub_block = part(file, from + 1, file[from]);
            all.insert(all.end(), sub_block.begin(), sub_block.end());
            from += 1 + std::size_t{file[from]};
        }
        return std::pair(all, from + 1);
    };
    while (at + 2 < file.size()) {
        if (file[at] == 0x21) {
            const auto label = file[at + 1];
            const auto [content, next] = sub_blocks(at + 2);
            if (label == 0xFE) add(blocks, Kind::comment, "comment", content);
            else if (label == 0xFF && begins_with(content, "XMP DataXMP"))
                add(blocks, Kind::xmp, "XMP", Bytes(content).subspan(11));
            else if (label == 0xFF && !begins_with(content, "NETSCAPE2.0") &&
                     !begins_with(content, "ANIMEXTS1.0"))
                add(blocks, Kind::other, "program data", content);
            at = next;
        } else if (file[at] == 0x2C && at + 10 < file.size()) {
            at = sub_blocks(at + 11 + colours(file[at + 9])).second;
        } else {
            break;
        }
    }
    return blocks;
}

Blocks in_heif(Bytes file) {
    Blocks blocks;
    for (auto& [type, content] : read_heif_metadata(file)) {
        if (type == "Exif")
            add(blocks, Kind::exif, type,
                part(content, std::size_t{4} + big_32(content, 0), content.size()));
        else add(blocks, type == "XMP" ? Kind::xmp : Kind::other, type, content);
    }
    return blocks;
}

}  // namespace

std::vector<MetadataBlock> find_metadata_blocks(std::span<const std::uint8_t> file,
                                                PhotoFormat format) {
    switch (format) {
        case PhotoFormat::jpeg: return in_jpeg(file);
        case PhotoFormat::png: return in_png(file);
        case PhotoFormat::webp: return in_webp(file);
        case PhotoFormat::heic:
        case PhotoFormat::avif: return in_heif(file);
        case PhotoFormat::gif: return in_gif(file);
        case PhotoFormat::tiff:
        case PhotoFormat::bmp: break;
    }
    return {};
}

}  // namespace mediaedit::internal
