// The boxes of an MP4 or MOV file, listed for tests.
#include "support/mp4_walker.hpp"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <map>
#include <set>
#include <stdexcept>
#include <utility>

namespace mediaedit::test {
namespace {

std::vector<std::uint8_t> whole_file(const std::filesystem::path& file) {
    std::ifstream in(file, std::ios::binary);
    if (!in) throw std::runtime_error("cannot read " + file.string());
    return {std::istreambuf_iterator<char>(in), {}};
}

/// Boxes that hold only other boxes.
bool is_folder(const std::string& name) {
    static const std::set<std::string> folders{"moov", "trak", "edts", "mdia", "minf", "stbl",
                                               "dinf", "udta", "mvex", "moof", "traf", "mfra"};
    return folders.contains(name);
}

std::string last_name(const std::string& path) {
    auto name = path.substr(path.rfind('/') + 1);
    return name.substr(0, name.find('['));
}

}  // namespace

Mp4Walker::Mp4Walker(const std::filesystem::path& file) : Mp4Walker(whole_file(file)) {}

Mp4Walker::Mp4Walker(std::vector<std::uint8_t> bytes) : bytes_(std::move(bytes)) {
    walk(0, bytes_.size(), "");
}

void Mp4Walker::walk(std::size_t from, std::size_t to, const std::string& inside) {
    std::map<std::string, int> brothers;
    while (to - from >= 8) {
        std::uint64_t length = number(from, 4);
        const auto name = word(from + 4);
        std::size_t header = 8;
        // QuickTime ends user data with four zeros instead of a box.
        if (length == 0 && !inside.empty()) return;
        if (length == 0) length = to - from;
        if (length == 1) {
            if (to - from < 16)
                throw std::runtime_error("no room for the length of " + inside + name);
            length = number(from + 8, 8);
            header = 16;
        }
        if (length < header || length > to - from)
            throw std::runtime_error("impossible length of " + inside + name + " at " +
                                     std::to_string(from));
        const int number_of_it = brothers[name]++;
        const auto path =
            inside + name + (number_of_it > 0 ? "[" + std::to_string(number_of_it) + "]" : "");
        boxes_.push_back({path, from, header, static_cast<std::size_t>(length)});
        if (is_folder(name)) walk(from + header, from + length, path + "/");
        from += length;
    }
}

std::uint64_t Mp4Walker::number(std::size_t at, std::size_t count) const {
    std::uint64_t value = 0;
    for (std::size_t i = 0; i < count; ++i) value = value * 256 + bytes_.at(at + i);
    return value;
}

std::string Mp4Walker::word(std::size_t at) const {
    std::string text;
    for (std::size_t i = 0; i < 4; ++i) text += static_cast<char>(bytes_.at(at + i));
    return text;
}

const WalkedBox* Mp4Walker::find(const std::string& path) const {
    const auto found = std::ranges::find(boxes_, path, &WalkedBox::path);
    return found == boxes_.end() ? nullptr : &*found;
}

std::vector<std::uint8_t> Mp4Walker::content(const std::string& path) const {
    const auto* box = find(path);
    if (!box) throw std::runtime_error("no box " + path);
    const auto begin = bytes_.begin() + static_cast<std::ptrdiff_t>(box->offset);
    return {begin + static_cast<std::ptrdiff_t>(box->header),
            begin + static_cast<std::ptrdiff_t>(box->length)};
}

bool Mp4Walker::any_ends_with(const std::string& ending) const {
    return std::ranges::any_of(boxes_,
                               [&](const WalkedBox& box) { return last_name(box.path) == ending; });
}

bool Mp4Walker::has_edit_list() const { return any_ends_with("elst"); }

bool Mp4Walker::moov_is_first() const {
    const auto *moov = find("moov"), *mdat = find("mdat");
    return moov && (!mdat || moov->offset < mdat->offset);
}

bool Mp4Walker::is_fragmented() const { return any_ends_with("moof") || any_ends_with("mvex"); }

namespace {

std::string track_path(std::size_t track) {
    return "moov/trak" + (track > 0 ? "[" + std::to_string(track) + "]" : std::string());
}

}  // namespace

std::size_t Mp4Walker::tracks() const {
    std::size_t count = 0;
    while (find(track_path(count))) ++count;
    return count;
}

std::vector<std::string> Mp4Walker::sample_entries(std::size_t track) const {
    std::vector<std::string> entries;
    const auto* box = find(track_path(track) + "/mdia/minf/stbl/stsd");
    if (!box) return entries;
    auto at = box->offset + box->header + 8;
    for (auto left = number(at - 4, 4); left > 0; --left) {
        entries.push_back(word(at + 4));
        at += number(at, 4);
    }
    return entries;
}

std::string Mp4Walker::handler(std::size_t track) const {
    const auto* box = find(track_path(track) + "/mdia/hdlr");
    return box ? word(box->offset + box->header + 8) : "";
}

bool Mp4Walker::has_composition_offsets(std::size_t track) const {
    return find(track_path(track) + "/mdia/minf/stbl/ctts") != nullptr;
}

std::vector<Mp4Walker::Moment> Mp4Walker::moments(std::size_t track) const {
    std::vector<Moment> moments;
    const auto tables = track_path(track) + "/mdia/minf/stbl/";
    const auto* steps = find(tables + "stts");
    if (!steps) throw std::runtime_error("no stts");
    std::int64_t decoded = 0;
    auto at = steps->offset + steps->header + 8;
    for (auto runs = number(at - 4, 4); runs > 0; --runs, at += 8)
        for (auto left = number(at, 4); left > 0; --left) {
            const auto length = static_cast<std::int64_t>(number(at + 4, 4));
            moments.push_back({decoded, decoded, length});
            decoded += length;
        }
    const auto* offsets = find(tables + "ctts");
    if (!offsets) return moments;
    at = offsets->offset + offsets->header + 8;
    const bool is_signed = number(at - 8, 1) > 0;
    std::size_t sample = 0;
    for (auto runs = number(at - 4, 4); runs > 0; --runs, at += 8)
        for (auto left = number(at, 4); left > 0; --left) {
            const auto offset = number(at + 4, 4);
            moments.at(sample++).shown += is_signed
                                              ? std::int64_t{static_cast<std::int32_t>(offset)}
                                              : static_cast<std::int64_t>(offset);
        }
    return moments;
}

std::uint64_t Mp4Walker::track_duration(std::size_t track) const {
    const auto* header = find(track_path(track) + "/mdia/mdhd");
    if (!header) throw std::runtime_error("no mdhd");
    const auto at = header->offset + header->header;
    return number(at, 1) == 1 ? number(at + 24, 8) : number(at + 16, 4);
}

std::uint32_t Mp4Walker::ticks_a_second(std::size_t track) const {
    const auto* header = find(track_path(track) + "/mdia/mdhd");
    if (!header) throw std::runtime_error("no mdhd");
    const auto at = header->offset + header->header;
    return static_cast<std::uint32_t>(number(at + (number(at, 1) == 1 ? 20 : 12), 4));
}

std::vector<std::string> Mp4Walker::brands() const {
    std::vector<std::string> brands;
    const auto* box = find("ftyp");
    if (!box) return brands;
    const auto begin = box->offset + box->header, end = box->offset + box->length;
    brands.push_back(word(begin));
    for (auto at = begin + 8; at + 4 <= end; at += 4) brands.push_back(word(at));
    return brands;
}

bool Mp4Walker::has_user_data() const { return any_ends_with("udta"); }
bool Mp4Walker::has_metadata() const { return any_ends_with("meta") || any_ends_with("uuid"); }

}  // namespace mediaedit::test
