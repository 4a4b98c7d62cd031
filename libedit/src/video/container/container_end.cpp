// Whether a file is shorter than its container says. Source: RFC 8794 and RFC 9559 (Matroska), RIFF
// and OpenDML (AVI), Adobe's video file format 10.1 (FLV), ASF 3.2, ISO/IEC 13818-1 2.4.3.
#include "video/container/container_end.hpp"

#include <array>
#include <cstdint>
#include <fstream>
#include <optional>
#include <span>

namespace mediaedit::internal {
namespace {

/// Reads bytes at any place of a file.
class Reader {
public:
    explicit Reader(const std::filesystem::path& file) : in_(file, std::ios::binary) {
        in_.seekg(0, std::ios::end);
        const auto end = static_cast<std::streamoff>(in_.tellg());
        size_ = end > 0 ? static_cast<std::uint64_t>(end) : 0;
    }

    [[nodiscard]] std::uint64_t size() const { return size_; }

    /// False if the file ends before.
    bool read(std::uint64_t at, std::span<std::uint8_t> into) {
        if (at > size_ || into.size() > size_ - at) return false;
        in_.clear();
        in_.seekg(static_cast<std::streamoff>(at));
        in_.read(reinterpret_cast<char*>(into.data()), static_cast<std::streamsize>(into.size()));
        return in_.good();
    }

    std::optional<std::uint64_t> big_endian(std::uint64_t at, std::size_t bytes) {
        std::array<std::uint8_t, 8> raw{};
        if (!read(at, std::span(raw).first(bytes))) return {};
        std::uint64_t value = 0;
        for (std::size_t i = 0; i < bytes; ++i) value = value << 8 | raw[i];
        return value;
    }

    std::optional<std::uint64_t> little_endian(std::uint64_t at, std::size_t bytes) {
        std::array<std::uint8_t, 8> raw{};
        if (!read(at, std::span(raw).first(bytes))) return {};
        std::uint64_t value = 0;
        for (std::size_t i = bytes; i > 0; --i) value = value << 8 | raw[i - 1];
        return value;
    }

private:
    std::ifstream in_;
    std::uint64_t size_ = 0;
};

/// Matroska's variable-length number; its first byte tells its length.
struct ElementLength {
    std::uint64_t value = 0;
    std::size_t bytes = 0;
    bool is_unknown = false;
};

std::optional<ElementLength> element_length(Reader& in, std::uint64_t at) {
    const auto first = in.big_endian(at, 1);
    if (!first || *first == 0) return {};
    ElementLength length;
    for (length.bytes = 1; (*first & 0x100U >> length.bytes) == 0;) ++length.bytes;
    const auto raw = in.big_endian(at, length.bytes);
    if (!raw) return {};
    const auto mask = (std::uint64_t{1} << 7 * length.bytes) - 1;
    length.value = *raw & mask;
    length.is_unknown = length.value == mask;
    return length;
}

bool is_matroska_cut(Reader& in) {
    constexpr std::uint64_t header_name = 0x1A45DFA3, segment_name = 0x18538067;
    if (in.big_endian(0, 4) != header_name) return false;
    const auto header = element_length(in, 4);
    if (!header || header->is_unknown || header->value > in.size()) return false;
    const auto at = 4 + header->bytes + header->value;
    if (in.big_endian(at, 4) != segment_name) return false;
    const auto segment = element_length(in, at + 4);
    if (!segment || segment->is_unknown) return false;
    const auto begin = at + 4 + segment->bytes;
    return begin <= in.size() && segment->value > in.size() - begin;
}

bool is_avi_cut(Reader& in) {
    constexpr std::uint64_t riff_name = 0x52494646;
    std::uint64_t at = 0;
    // Files over 1 GB have several RIFF chunks.
    while (in.big_endian(at, 4) == riff_name) {
        const auto length = in.little_endian(at + 4, 4);
        if (!length || *length == 0) return false;
        if (*length == 0xFFFFFFFF) return false;
        at += 8 + *length + *length % 2;
        if (at > in.size() + 1) return true;
    }
    return false;
}

bool is_flv_cut(Reader& in) {
    const auto header = in.big_endian(5, 4);
    if (!header) return false;
    auto at = *header + 4;
    constexpr std::uint64_t tag_header = 11, length_behind = 4;
    while (at < in.size()) {
        const auto head = in.big_endian(at, 4);
        if (!head) return true;
        const auto kind = *head >> 24 & 0x1F;
        if (kind != 8 && kind != 9 && kind != 18) return false;
        at += tag_header + (*head & 0xFFFFFF);
        // The length after the last tag may be missing.
        if (at > in.size()) return true;
        at += length_behind;
    }
    return false;
}

bool is_asf_cut(Reader& in) {
    constexpr std::uint64_t properties_name =
        0xA1DCAB8C47A9CF11;  // the first bytes of its GUID, in file order
    constexpr int most_objects = 64;
    const auto objects_end = in.little_endian(16, 8);
    if (!objects_end) return false;
    std::uint64_t at = 30;
    for (int i = 0; i < most_objects && at < *objects_end; ++i) {
        const auto name = in.big_endian(at, 8), length = in.little_endian(at + 16, 8);
        if (!name || !length || *length < 24 || *length > in.size()) return false;
        if (*name == properties_name) {
            const auto stated = in.little_endian(at + 40, 8);
            return stated && *stated > in.size();
        }
        at += *length;
    }
    return false;
}

/// Whether the last packet is incomplete.
bool is_transport_stream_cut(Reader& in) {
    constexpr std::uint64_t sync = 0x47;
    constexpr int looked_at = 8;
    for (const std::uint64_t length : {188, 192, 204}) {
        const std::uint64_t first = length == 192 ? 4 : 0;
        int found = 0;
        while (found < looked_at &&
               in.big_endian(first + static_cast<std::uint64_t>(found) * length, 1) == sync)
            ++found;
        if (found == looked_at) {
            // Without a sync byte, something other than a packet follows.
            const auto last = in.size() / length * length;
            return in.size() > last + first && in.big_endian(last + first, 1) == sync;
        }
    }
    return false;
}

}  // namespace

bool is_cut_short(const std::filesystem::path& file, std::string_view container) {
    Reader in(file);
    if (container.starts_with("matroska")) return is_matroska_cut(in);
    if (container == "avi") return is_avi_cut(in);
    if (container == "flv") return is_flv_cut(in);
    if (container == "asf") return is_asf_cut(in);
    if (container == "mpegts") return is_transport_stream_cut(in);
    return false;
}

}  // namespace mediaedit::internal
