// AVIF files made for tests, box by box.
#include "support/made_avif.hpp"

#include "photo/heif/heif_boxes.hpp"
#include "photo/photo_writer.hpp"

#include <algorithm>

namespace mediaedit::test {
namespace {

using internal::find_iso_box;
using internal::part;

void put(FileBytes& to, std::uint32_t value, int bytes) {
    for (int i = bytes - 1; i >= 0; --i) to.push_back(static_cast<std::uint8_t>(value >> (8 * i)));
}
void put(FileBytes& to, std::string_view text) { to.insert(to.end(), text.begin(), text.end()); }
void put(FileBytes& to, const FileBytes& bytes) { to.insert(to.end(), bytes.begin(), bytes.end()); }
void put(FileBytes& to, const Box& box) {
    put(to, static_cast<std::uint32_t>(box.second.size() + 8), 4);
    put(to, box.first);
    put(to, box.second);
}

FileBytes numbers(std::initializer_list<std::uint32_t> values, int bytes = 4) {
    FileBytes all;
    for (const auto value : values) put(all, value, bytes);
    return all;
}

FileBytes joined(const std::vector<Box>& boxes, FileBytes before = {}) {
    for (const auto& box : boxes) put(before, box);
    return before;
}

FileBytes handler() {
    FileBytes content(8);
    put(content, "pict");
    content.resize(25);
    return content;
}

Box brands(const std::string& all) {
    FileBytes content;
    put(content, all.substr(0, 4));
    put(content, 0, 4);
    put(content, all);
    return {"ftyp", content};
}

}  // namespace

Box size_box(int width, int height) {
    return {"ispe",
            numbers({0, static_cast<std::uint32_t>(width), static_cast<std::uint32_t>(height)})};
}
Box turn_box(int quarters) { return {"irot", {static_cast<std::uint8_t>(quarters)}}; }
Box mirror_box(int axis) { return {"imir", {static_cast<std::uint8_t>(axis)}}; }
Box aperture_box(int width, int height) {
    return {"clap", numbers({static_cast<std::uint32_t>(width), 1,
                             static_cast<std::uint32_t>(height), 1, 0, 1, 0, 1})};
}
Box colour_box(int primaries, int transfer, int matrix) {
    FileBytes content;
    put(content, "nclx");
    for (const int number : {primaries, transfer, matrix})
        put(content, static_cast<std::uint32_t>(number), 2);
    put(content, 0x80, 1);
    return {"colr", content};
}
Box profile_box(const FileBytes& icc_profile) {
    FileBytes content;
    put(content, "prof");
    put(content, icc_profile);
    return {"colr", content};
}

AvifPieces make_avif_pieces(const cv::Mat& rgb) {
    const auto file =
        internal::encode_photo({rgb}, {internal::WriteFormat::avif, {}, {}, {}}).bytes;
    const auto meta = find_iso_box(file, "meta");
    const auto settings = find_iso_box(part(meta, 4, meta.size()), {"iprp", "ipco", "av1C"});
    const auto data = find_iso_box(file, "mdat");
    return {{settings.begin(), settings.end()}, {data.begin(), data.end()}, rgb.cols, rgb.rows};
}

FileBytes make_avif(const AvifPieces& pieces, const std::vector<Box>& properties,
                    const std::string& item_type) {
    auto all = properties;
    all.emplace_back("av1C", pieces.settings);
    const auto count = static_cast<std::uint32_t>(all.size());
    auto owners = numbers({0, 1});
    put(owners, 1, 2);
    put(owners, count, 1);
    for (std::uint32_t i = 1; i <= count; ++i) put(owners, i, 1);
    auto info = numbers({0x02000000, 0x00010000});
    put(info, item_type);
    info.push_back(0);
    auto infos = numbers({0});
    put(infos, 1, 2);
    put(infos, Box{"infe", info});
    const auto meta = [&](std::uint32_t data_at) {
        auto places = numbers({0, 0x44000001, 0x00010000});
        put(places, 1, 2);
        put(places, numbers({data_at, static_cast<std::uint32_t>(pieces.data.size())}));
        const auto described = joined({{"ipco", joined(all)}, {"ipma", owners}});
        return Box{"meta", joined({{"hdlr", handler()},
                                   {"pitm", numbers({0, 0, 1}, 2)},
                                   {"iloc", places},
                                   {"iinf", infos},
                                   {"iprp", described}},
                                  numbers({0}))};
    };
    auto file = joined({brands("avifmif1")});
    const auto before = file.size() + meta(0).second.size() + 16;
    return joined({meta(static_cast<std::uint32_t>(before)), {"mdat", pieces.data}}, file);
}

FileBytes make_avif_sequence(const AvifPieces& pieces, const std::vector<Box>& properties) {
    FileBytes entry(24);
    put(entry, static_cast<std::uint32_t>(pieces.width), 2);
    put(entry, static_cast<std::uint32_t>(pieces.height), 2);
    entry.resize(78);
    entry = joined({{"av1C", pieces.settings}}, entry);
    entry = joined(properties, entry);
    const auto size = static_cast<std::uint32_t>(pieces.data.size());
    auto file = joined({brands("avis")});
    const auto data_at = static_cast<std::uint32_t>(file.size() + 8);
    put(file, Box{"mdat", pieces.data});
    const auto table = joined({{"stsd", joined({{"av01", entry}}, numbers({0, 1}))},
                               {"stsz", numbers({0, 0, 1, size})},
                               {"stco", numbers({0, 1, data_at})}});
    const auto media = joined({{"hdlr", handler()}, {"minf", joined({{"stbl", table}})}});
    return joined({{"moov", joined({{"trak", joined({{"mdia", media}})}})}}, file);
}

}  // namespace mediaedit::test
