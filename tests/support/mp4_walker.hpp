// The boxes of an MP4 or MOV file, listed for tests. Shares no code with the library, so that a
// mistake in one is found by the other.
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace mediaedit::test {

struct WalkedBox {
    std::string path;  ///< "moov/trak[1]/edts/elst": counted among brothers of that name, the first
                       ///< without a number
    std::size_t offset = 0;  ///< offset of the box in the file
    std::size_t header = 0;  ///< header bytes before the content
    std::size_t length = 0;  ///< including its header
};

/// Reads the whole file: test files are small. An impossible box throws std::runtime_error.
class Mp4Walker {
public:
    explicit Mp4Walker(const std::filesystem::path& file);
    explicit Mp4Walker(std::vector<std::uint8_t> bytes);

    [[nodiscard]] const std::vector<WalkedBox>& boxes() const { return boxes_; }
    /// nullptr: no such box.
    [[nodiscard]] const WalkedBox* find(const std::string& path) const;
    /// The content of a box. Errors: std::runtime_error, no such box.
    [[nodiscard]] std::vector<std::uint8_t> content(const std::string& path) const;

    /// Whether there is any edit list, even one without effect.
    [[nodiscard]] bool has_edit_list() const;
    /// Whether moov is before mdat.
    [[nodiscard]] bool moov_is_first() const;
    [[nodiscard]] bool is_fragmented() const;
    [[nodiscard]] std::size_t tracks() const;
    /// The sample entry of a track, counted from 0: "avc1", "mp4a", ...
    [[nodiscard]] std::vector<std::string> sample_entries(std::size_t track) const;
    /// The handler type: "vide", "soun", ...
    [[nodiscard]] std::string handler(std::size_t track) const;
    /// Whether the track has presentation times apart from decoding times, so pictures out of
    /// order.
    [[nodiscard]] bool has_composition_offsets(std::size_t track) const;
    /// Decoding time, presentation time and duration of each sample by the tables, in stored order.
    /// Units: the track's ticks.
    struct Moment {
        std::int64_t decoded = 0, shown = 0, length = 0;
    };
    [[nodiscard]] std::vector<Moment> moments(std::size_t track) const;
    /// The duration in the track's header. Units: the track's ticks.
    [[nodiscard]] std::uint64_t track_duration(std::size_t track) const;
    [[nodiscard]] std::uint32_t ticks_a_second(std::size_t track) const;
    /// The major brand, then the compatible ones.
    [[nodiscard]] std::vector<std::string> brands() const;
    /// Boxes anywhere that hold data about a location, device or person.
    [[nodiscard]] bool has_user_data() const;
    [[nodiscard]] bool has_metadata() const;

private:
    void walk(std::size_t from, std::size_t to, const std::string& inside);
    [[nodiscard]] std::uint64_t number(std::size_t at, std::size_t bytes) const;
    [[nodiscard]] std::string word(std::size_t at) const;
    [[nodiscard]] bool any_ends_with(const std::string& ending) const;

    std::vector<std::uint8_t> bytes_;
    std::vector<WalkedBox> boxes_;
};

}  // namespace mediaedit::test
