// Reads H.264 units and parameter sets.
#include "video/bitstream/h264.hpp"

#include <cstddef>

namespace mediaedit::internal {
namespace {

/// Reads a unit's bits without the emulation prevention bytes.
class BitReader {
public:
    /// Reads at most `most_bytes`: all that is needed is at the beginning.
    explicit BitReader(ByteSpan unit, std::size_t most_bytes = 64) {
        int zeros = 0;
        for (const auto byte : unit) {
            if (zeros >= 2 && byte == 3) {
                zeros = 0;
                continue;
            }
            zeros = byte == 0 ? zeros + 1 : 0;
            bytes_.push_back(byte);
            if (bytes_.size() == most_bytes) break;
        }
    }

    std::optional<unsigned> bits(int count) {
        unsigned value = 0;
        for (int i = 0; i < count; ++i, ++at_) {
            if (at_ / 8 >= bytes_.size()) return {};
            value = value << 1 | (bytes_[at_ / 8] >> (7 - at_ % 8) & 1U);
        }
        return value;
    }

    /// An Exp-Golomb number.
    std::optional<unsigned> number() {
        int zeros = 0;
        while (true) {
            const auto bit = bits(1);
            if (!bit || zeros > 31) return {};
            if (*bit) break;
            ++zeros;
        }
        const auto rest = bits(zeros);
        if (!rest) return {};
        return (1U << zeros) - 1 + *rest;
    }

private:
    std::vector<std::uint8_t> bytes_;
    std::size_t at_ = 0;
};

bool take(ByteSpan& from, std::size_t count, Bytes& to) {
    if (from.size() < count) return false;
    to.assign(from.begin(), from.begin() + static_cast<std::ptrdiff_t>(count));
    from = from.subspan(count);
    return true;
}

bool take_sets(ByteSpan& from, std::size_t count, std::vector<Bytes>& to) {
    for (std::size_t i = 0; i < count; ++i) {
        if (from.size() < 2) return false;
        const std::size_t size = std::size_t{from[0]} << 8 | from[1];
        from = from.subspan(2);
        if (!take(from, size, to.emplace_back()) || size == 0) return false;
    }
    return true;
}

void put_sets(Bytes& to, const std::vector<Bytes>& sets) {
    for (const auto& set : sets) {
        to.push_back(static_cast<std::uint8_t>(set.size() >> 8));
        to.push_back(static_cast<std::uint8_t>(set.size()));
        to.insert(to.end(), set.begin(), set.end());
    }
}

}  // namespace

std::optional<AvcRecord> AvcRecord::parse(ByteSpan record) {
    if (record.size() < 7 || record[0] != 1) return {};
    AvcRecord parsed;
    parsed.profile = record[1];
    parsed.constraints = record[2];
    parsed.level = record[3];
    parsed.length_bytes = (record[4] & 3) + 1;
    const std::size_t sps_count = record[5] & 31;
    record = record.subspan(6);
    if (!take_sets(record, sps_count, parsed.sps) || record.empty()) return {};
    const std::size_t pps_count = record[0];
    record = record.subspan(1);
    if (!take_sets(record, pps_count, parsed.pps)) return {};
    parsed.extension.assign(record.begin(), record.end());
    return parsed;
}

Bytes AvcRecord::to_bytes() const {
    Bytes bytes{1,
                profile,
                constraints,
                level,
                static_cast<std::uint8_t>(0xFC | (length_bytes - 1)),
                static_cast<std::uint8_t>(0xE0 | sps.size())};
    put_sets(bytes, sps);
    bytes.push_back(static_cast<std::uint8_t>(pps.size()));
    put_sets(bytes, pps);
    bytes.insert(bytes.end(), extension.begin(), extension.end());
    return bytes;
}

AvcRecord record_of_annex_b(ByteSpan sets) {
    AvcRecord record;
    for (const auto unit : annex_b_units(sets)) {
        if (kind_of(unit) == UnitKind::sps && unit.size() > 3) {
            record.sps.emplace_back(unit.begin(), unit.end());
            record.profile = unit[1];
            record.constraints = unit[2];
            record.level = unit[3];
        } else if (kind_of(unit) == UnitKind::pps) {
            record.pps.emplace_back(unit.begin(), unit.end());
        }
    }
    return record;
}

std::optional<std::vector<ByteSpan>> units_of(ByteSpan packet, int length_bytes) {
    std::vector<ByteSpan> units;
    while (!packet.empty()) {
        if (packet.size() < static_cast<std::size_t>(length_bytes)) return {};
        std::size_t size = 0;
        for (int i = 0; i < length_bytes; ++i)
            size = size << 8 | packet[static_cast<std::size_t>(i)];
        packet = packet.subspan(static_cast<std::size_t>(length_bytes));
        if (size > packet.size()) return {};
        if (size > 0) units.push_back(packet.first(size));
        packet = packet.subspan(size);
    }
    return units;
}

std::vector<ByteSpan> annex_b_units(ByteSpan bytes) {
    std::vector<ByteSpan> units;
    std::size_t begin = 0;
    bool inside = false;
    for (std::size_t i = 0; i + 2 < bytes.size();) {
        if (bytes[i] != 0 || bytes[i + 1] != 0 || bytes[i + 2] != 1) {
            ++i;
            continue;
        }
        std::size_t end = i;
        while (end > begin && bytes[end - 1] == 0) --end;
        if (inside && end > begin) units.push_back(bytes.subspan(begin, end - begin));
        begin = i + 3;
        inside = true;
        i += 3;
    }
    std::size_t end = bytes.size();
    while (end > begin && bytes[end - 1] == 0) --end;
    if (inside && end > begin) units.push_back(bytes.subspan(begin, end - begin));
    return units;
}

std::optional<unsigned> sps_id(ByteSpan sps) {
    if (sps.size() < 5) return {};
    return BitReader(sps.subspan(4)).number();
}

std::optional<PpsIds> pps_ids(ByteSpan pps) {
    if (pps.size() < 2) return {};
    BitReader reader(pps.subspan(1));
    const auto own = reader.number(), sps = reader.number();
    if (!own || !sps) return {};
    return PpsIds{*own, *sps};
}

std::optional<unsigned> recovery_count(ByteSpan sei) {
    constexpr unsigned recovery_point = 6, more_follows = 255;
    // Only a few messages come before it, such as times and the encoder's name.
    constexpr std::size_t most_bytes = 4096;
    if (sei.empty()) return {};
    BitReader reader(sei.subspan(1), most_bytes);
    const auto sum = [&]() -> std::optional<unsigned> {
        unsigned all = 0;
        while (true) {
            const auto byte = reader.bits(8);
            if (!byte) return {};
            all += *byte;
            if (*byte != more_follows) return all;
        }
    };
    while (true) {
        const auto type = sum(), bytes = sum();
        if (!type || !bytes) return {};
        if (*type == recovery_point) return reader.number();
        for (unsigned i = 0; i < *bytes; ++i)
            if (!reader.bits(8)) return {};
    }
}

bool is_intra_slice(ByteSpan slice) {
    if (slice.empty()) return false;
    BitReader reader(slice.subspan(1));
    const auto first = reader.number(), type = reader.number();
    return first && type && (*type % 5 == 2 || *type % 5 == 4);
}

}  // namespace mediaedit::internal
