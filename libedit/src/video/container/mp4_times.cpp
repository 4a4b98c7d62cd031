// Reads display and decode times from an MP4's tables.
#include "video/container/mp4_times.hpp"

#include <algorithm>
#include <array>
#include <fstream>
#include <optional>

namespace mediaedit::internal {
namespace {

/// A run-length encoded table: a count of samples, and the number of each.
class RunTable {
public:
    RunTable(const std::filesystem::path& file, ByteRange place)
        : in_(file, std::ios::binary),
          left_(place.end > place.begin + 8 ? (place.end - place.begin - 8) / 8 : 0) {
        in_.seekg(static_cast<std::streamoff>(place.begin));
        const auto version_and_flags = number();
        version_ = version_and_flags.value_or(0) >> 24;
        left_ = std::min<std::uint64_t>(left_, number().value_or(0));
    }

    /// Signed from version 1 on.
    [[nodiscard]] std::uint32_t version() const { return version_; }

    /// The next sample's number; absent at the table's end.
    std::optional<std::uint32_t> next() {
        while (run_ == 0) {
            if (left_ == 0) return {};
            --left_;
            const auto run = number(), value = number();
            if (!run || !value) return {};
            run_ = *run;
            value_ = *value;
        }
        --run_;
        return value_;
    }

private:
    std::optional<std::uint32_t> number() {
        std::array<unsigned char, 4> raw{};
        if (!in_.read(reinterpret_cast<char*>(raw.data()), raw.size())) return {};
        return std::uint32_t{raw[0]} << 24 | std::uint32_t{raw[1]} << 16 |
               std::uint32_t{raw[2]} << 8 | raw[3];
    }

    std::ifstream in_;
    std::uint64_t left_;
    std::uint32_t version_ = 0, run_ = 0, value_ = 0;
};

}  // namespace

std::vector<SampleTimes> sample_times(const std::filesystem::path& file, const Mp4Track& track,
                                      std::size_t most) {
    RunTable steps(file, track.decode_times), offsets(file, track.composition_offsets);
    std::vector<SampleTimes> times;
    std::int64_t decoded = 0;
    while (times.size() < most) {
        const auto step = steps.next();
        if (!step) break;
        const auto offset =
            track.has_composition_offsets ? offsets.next() : std::optional<std::uint32_t>(0);
        if (!offset) break;
        const auto later = offsets.version() > 0 ? std::int64_t{static_cast<std::int32_t>(*offset)}
                                                 : std::int64_t{*offset};
        times.push_back({decoded, decoded + later});
        decoded += *step;
    }
    return times;
}

std::vector<std::int64_t> shown_times(const std::filesystem::path& file, const Mp4Track& track,
                                      std::size_t most) {
    std::vector<std::int64_t> shown;
    for (const auto& sample : sample_times(file, track, most)) shown.push_back(sample.shown);
    return shown;
}

}  // namespace mediaedit::internal
