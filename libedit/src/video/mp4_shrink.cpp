// Room in an MP4 file that was kept for its tables and is not needed.
//
//     before   ftyp  moov  free.........  mdat
//     after    ftyp  moov  mdat
#include "video/mp4_shrink.hpp"

#include "base/failure.hpp"
#include "base/file_errors.hpp"
#include "base/message.hpp"

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdint>
#include <cstring>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include <unistd.h>

namespace mediaedit::internal {
namespace {

/// One part in so many of the file may stay empty; moving more would cost more time than the room is worth.
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
    for (auto at = into.rbegin(); at != into.rend(); ++at, value >>= 8) *at = static_cast<std::uint8_t>(value);
}

[[noreturn]] void fail_to_move(int why) {
    fail(ErrorCode::cannot_write, tr("The video could not be put together, so nothing was saved; check that the drive is still there."), {}, errno_text(why));
}

/// False where the file ends before.
bool read_at(int descriptor, std::uint64_t at, Bytes into) {
    while (!into.empty()) {
        const auto came = ::pread(descriptor, into.data(), into.size(), static_cast<off_t>(at));
        if (came < 0 && errno == EINTR) continue;
        if (came < 0) fail_to_move(errno);
        if (came == 0) return false;
        into = into.subspan(static_cast<std::size_t>(came));
        at += static_cast<std::uint64_t>(came);
    }
    return true;
}

void write_at(int descriptor, std::uint64_t at, std::span<const std::uint8_t> bytes) {
    while (!bytes.empty()) {
        const auto gone = ::pwrite(descriptor, bytes.data(), bytes.size(), static_cast<off_t>(at));
        if (gone < 0 && errno == EINTR) continue;
        if (gone < 0) fail_to_move(errno);
        bytes = bytes.subspan(static_cast<std::size_t>(gone));
        at += static_cast<std::uint64_t>(gone);
    }
}

struct Box {
    std::uint64_t at = 0, size = 0;
    std::array<char, 4> name{};
    [[nodiscard]] bool is(std::string_view wanted) const { return std::string_view(name.data(), name.size()) == wanted; }
    [[nodiscard]] std::uint64_t end() const { return at + size; }
};

/// A box with a size of four bytes; none: another kind, or no box.
std::optional<Box> box_at(int descriptor, std::uint64_t at) {
    std::array<std::uint8_t, header_bytes> head{};
    if (!read_at(descriptor, at, head)) return {};
    Box box{at, number(std::span(head).first(4)), {}};
    std::copy(head.begin() + 4, head.end(), box.name.begin());
    if (box.size < header_bytes) return {};
    return box;
}

/// Entries of `width` bytes: where chunks lie in the file.
void move_entries(Bytes table, std::size_t width, std::uint64_t by) {
    const auto entries = table.subspan(table_head_bytes);
    for (std::size_t at = 0; at + width <= entries.size(); at += width) {
        const auto entry = entries.subspan(at, width);
        put_number(entry, number(entry) - by);
    }
}

/// Walks the boxes that lead to the tables of chunks.
void move_chunks(Bytes boxes, std::uint64_t by) {
    while (boxes.size() >= header_bytes) {
        const auto size = static_cast<std::size_t>(number(boxes.first(4)));
        if (size < header_bytes || size > boxes.size()) return;
        const std::string_view name(reinterpret_cast<const char*>(boxes.data()) + 4, 4);
        const auto content = boxes.subspan(header_bytes, size - header_bytes);
        if (name == "trak" || name == "mdia" || name == "minf" || name == "stbl") move_chunks(content, by);
        if (content.size() >= table_head_bytes && name == "stco") move_entries(content, 4, by);
        if (content.size() >= table_head_bytes && name == "co64") move_entries(content, 8, by);
        boxes = boxes.subspan(size);
    }
}

void move_up(int descriptor, std::uint64_t from, std::uint64_t to, std::uint64_t end) {
    std::vector<std::uint8_t> buffer(bytes_a_move);
    while (from < end) {
        const auto part = Bytes(buffer).first(static_cast<std::size_t>(std::min<std::uint64_t>(buffer.size(), end - from)));
        if (!read_at(descriptor, from, part)) fail_to_move(EIO);
        write_at(descriptor, to, part);
        from += part.size();
        to += part.size();
    }
    if (::ftruncate(descriptor, static_cast<off_t>(to)) != 0) fail_to_move(errno);
}

}  // namespace

void drop_free_room(NewFile& file) {
    const int descriptor = file.descriptor();
    const std::uint64_t end = file.bytes();
    const auto type = box_at(descriptor, 0);
    const auto tables = type ? box_at(descriptor, type->end()) : type;
    const auto room = tables ? box_at(descriptor, tables->end()) : tables;
    if (!room || !tables->is("moov") || !room->is("free") || room->end() > end) return;
    if (room->size <= header_bytes || room->size < end / least_share) return;
    std::vector<std::uint8_t> moov(static_cast<std::size_t>(tables->size));
    if (!read_at(descriptor, tables->at, moov)) return;
    move_chunks(Bytes(moov).subspan(header_bytes), room->size);
    write_at(descriptor, tables->at, moov);
    move_up(descriptor, room->end(), room->at, end);
}

}  // namespace mediaedit::internal
