// The boxes of an MP4 or MOV file, listed for tests. It shares no code with the library, so that
// each may be wrong in its own way only.
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
    std::size_t offset = 0;  ///< of the box in the file
    std::size_t header = 0;  ///< its bytes before the content
    std::size_t length = 0;  ///< with its header
};

/// A file read whole. Made for results of ours and real files in tests, which are small; an
/// impossible box throws std::runtime_error.
class Mp4Walker {
public:
    explicit Mp4Walker(const std::filesystem::path& file);
    explicit Mp4Walker(std::vector<std::uint8_t> bytes);

    [[nodiscard]] const std::vector<WalkedBox>& boxes() const { return boxes_; }
    /// nullptr: no such box.
    [[nodiscard]] const WalkedBox* find(const std::string& path) const;
    /// The bytes behind the box's header. Errors: std::runtime_error, no such box.
    [[nodiscard]] std::vector<std::uint8_t> content(const std::string& path) const;

    /// Any edit list at all, even one that does nothing.
    [[nodiscard]] bool has_edit_list() const;
    /// Whether a table of contents stands before all pictures and sound.
    [[nodiscard]] bool moov_is_first() const;
    [[nodiscard]] bool is_fragmented() const;
    [[nodiscard]] std::size_t tracks() const;
    /// "avc1", "mp4a" ... of the track, counted from 0.
    [[nodiscard]] std::vector<std::string> sample_entries(std::size_t track) const;
    /// "vide", "soun" ...
    [[nodiscard]] std::string handler(std::size_t track) const;
    /// Whether the track tells when pictures are shown apart from when they are decoded: it has
    /// pictures out of order.
    [[nodiscard]] bool has_composition_offsets(std::size_t track) const;
    /// When each sample is decoded and shown by the tables, in the track's ticks and in the order
    /// they are stored, and how long it lasts there.
    struct Moment {
        std::int64_t decoded = 0, shown = 0, length = 0;
    };
    [[nodiscard]] std::vector<Moment> moments(std::size_t track) const;
    /// As the track's header says. Units: the track's ticks.
    [[nodiscard]] std::uint64_t track_duration(std::size_t track) const;
    [[nodiscard]] std::uint32_t ticks_a_second(std::size_t track) const;
    /// The file's main brand, then all that it is compatible with.
    [[nodiscard]] std::vector<std::string> brands() const;
    /// Anything told about place, device or person: the boxes for it, anywhere.
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
