// Removes unused space between an MP4 file's tables and its media.
//
//     before   ftyp  moov  free.........  mdat
//     after    ftyp  moov  mdat
#include "video/container/mp4_shrink.hpp"

#include "base/failure.hpp"
#include "base/message.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace mediaedit::internal {
namespace {

/// Less than this fraction of the file stays unused: moving the media would take longer than it is
/// worth.
constexpr std::uint64_t least_share = 200;
constexpr std::size_t bytes_a_move = 1 << 20;
constexpr std::size_t header_bytes = 8, table_head_bytes = 8;

using Bytes = std::span<std::uint8_t>;

std::uint64_t number(std::span<const std::uint8_t> bytes) {
    std::uint64_t value = 0;
    for (const auto byte : bytes) value = value << 8 | byte;
    return value;
}

void put_number(Bytes into, std::uint64_t value) {
    for (auto at = into.rbegin(); at != into.rend(); ++at, value >>= 8)
        *at = static_cast<std::uint8_t>(value);
}

struct ShortBox {
    std::uint64_t at = 0, size = 0;
    std::array<char, 4> name{};
    [[nodiscard]] bool is(std::string_view wanted) const {
        return std::string_view(name.data(), name.size()) == wanted;
    }
    [[nodiscard]] std::uint64_t end() const { return at + size; }
};

/// A box with a 32-bit size; absent: another kind, or no box.
std::optional<ShortBox> box_at(NewFile& file, std::uint64_t at) {
    std::array<std::uint8_t, header_bytes> head{};
    if (!file.read_at(at, head)) return {};
    ShortBox box{at, number(std::span(head).first(4)), {}};
    std::copy(head.begin() + 4, head.end(), box.name.begin());
    if (box.size < header_bytes) return {};
    return box;
}

/// Moves chunk offsets of `width` bytes each.
void move_entries(Bytes table, std::size_t width, std::uint64_t by) {
    const auto entries = table.subspan(table_head_bytes);
    for (std::size_t at = 0; at + width <= entries.size(); at += width) {
        const auto entry = entries.subspan(at, width);
        put_number(entry, number(entry) - by);
    }
}

/// Finds the tables of chunk offsets, and moves their entries.
void move_chunks(Bytes boxes, std::uint64_t by) {
    while (boxes.size() >= header_bytes) {
        const auto size = static_cast<std::size_t>(number(boxes.first(4)));
        if (size < header_bytes || size > boxes.size()) return;
        const std::string_view name(reinterpret_cast<const char*>(boxes.data()) + 4, 4);
        const auto content = boxes.subspan(header_bytes, size - header_bytes);
        if (name == "trak" || name == "mdia" || name == "minf" || name == "stbl")
            move_chunks(content, by);
        if (content.size() >= table_head_bytes && name == "stco") move_entries(content, 4, by);
        if (content.size() >= table_head_bytes && name == "co64") move_entries(content, 8, by);
        boxes = boxes.subspan(size);
    }
}

void move_up(NewFile& file, std::uint64_t from, std::uint64_t to, std::uint64_t end) {
    std::vector<std::uint8_t> buffer(bytes_a_move);
    while (from < end) {
        const auto part = Bytes(buffer).first(
            static_cast<std::size_t>(std::min<std::uint64_t>(buffer.size(), end - from)));
        if (!file.read_at(from, part))
            fail(ErrorCode::cannot_write,
                 tr("The video could not be put together, so nothing was saved; check that the "
                    "drive is still there."),
                 {}, "it is shorter than it was");
        file.write_at(to, part);
        from += part.size();
        to += part.size();
    }
    file.cut_to(to);
}

}  // namespace

void remove_free_space(NewFile& file) {
    const std::uint64_t end = file.bytes();
    const auto type = box_at(file, 0);
    const auto tables = type ? box_at(file, type->end()) : type;
    const auto room = tables ? box_at(file, tables->end()) : tables;
    if (!room || !tables->is("moov") || !room->is("free") || room->end() > end) return;
    if (room->size <= header_bytes || room->size < end / least_share) return;
    std::vector<std::uint8_t> moov(static_cast<std::size_t>(tables->size));
    if (!file.read_at(tables->at, moov)) return;
    move_chunks(Bytes(moov).subspan(header_bytes), room->size);
    file.write_at(tables->at, moov);
    move_up(file, room->end(), room->at, end);
}

}  // namespace mediaedit::internal
