// Reads the boxes of an MP4 or MOV file.
//
//     ftyp   moov                                    mdat   (moof mdat)...
//            mvhd  trak                        udta
//                  edts  mdia                  loci
//                  elst  mdhd  hdlr  minf
//                                    stbl
//                                    stsd  stts  ctts  stsz
#include "video/container/mp4_boxes.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <fstream>
#include <span>
#include <string_view>
#include <utility>

namespace mediaedit::internal {
namespace {

/// Files from cameras nest up to nine deep.
constexpr int deepest = 16;
/// Enough for a day in fragments of one second; a bound for files with random bytes instead of
/// boxes.
constexpr int most_boxes = 2'000'000;
constexpr std::size_t most_tracks = 64;
constexpr std::uint32_t most_edits = 256, most_entries = 16;
/// Twelve hours at 60 frames a second, with audio, have five million.
constexpr std::uint64_t most_listed_samples = 8'000'000;

std::uint64_t big_endian(std::span<const std::uint8_t> bytes) {
    std::uint64_t value = 0;
    for (const auto byte : bytes) value = value << 8 | byte;
    return value;
}

struct Box {
    std::string name;
    std::uint64_t at = 0;     ///< of its header
    std::uint64_t begin = 0;  ///< of its content
    std::uint64_t end = 0;
};

class LayoutReader {
public:
    explicit LayoutReader(std::istream& in) : in_(in) {
        in_.clear();
        in_.seekg(0, std::ios::end);
        const auto end = static_cast<std::streamoff>(in_.tellg());
        size_ = end > 0 ? static_cast<std::uint64_t>(end) : 0;
    }

    Mp4Layout read() {
        walk(0, size_, 0);
        return std::move(layout_);
    }

private:
    /// False if the file ends before.
    bool bytes_at(std::uint64_t at, std::span<std::uint8_t> into) {
        if (at > size_ || into.size() > size_ - at) return false;
        in_.clear();
        in_.seekg(static_cast<std::streamoff>(at));
        in_.read(reinterpret_cast<char*>(into.data()), static_cast<std::streamsize>(into.size()));
        return in_.good();
    }

    std::uint64_t number_at(std::uint64_t at, std::size_t bytes) {
        std::array<std::uint8_t, 8> raw{};
        const auto part = std::span(raw).first(bytes);
        return bytes_at(at, part) ? big_endian(part) : 0;
    }

    std::string name_at(std::uint64_t at) {
        std::array<std::uint8_t, 4> raw{};
        return bytes_at(at, raw) ? std::string(raw.begin(), raw.end()) : std::string();
    }

    /// The box at `at`, within [at, end); absent if there is no room for one, or if its size is
    /// impossible.
    std::optional<Box> box_at(std::uint64_t at, std::uint64_t end, int depth) {
        if (end - at < 8) return {};
        std::array<std::uint8_t, 8> head{};
        if (!bytes_at(at, head)) return {};
        Box box{{head.begin() + 4, head.end()}, at, at + 8, end};
        const auto size = big_endian(std::span(head).first(4));
        if (size == 1) {
            if (end - at < 16) return impossible();
            box.begin = at + 16;
            const auto large = number_at(at + 8, 8);
            if (large < 16) return impossible();
            box.end = large > end - at ? beyond(end, depth) : at + large;
        } else if (size == 0) {
            // At the top level: to the end of the file. Inside: the end of QuickTime's user data.
            if (depth > 0) return {};
        } else {
            if (size < 8) return impossible();
            box.end = size > end - at ? beyond(end, depth) : at + size;
        }
        return box;
    }

    std::optional<Box> impossible() {
        layout_.damaged = true;
        return {};
    }

    /// A box is longer than its parent. At the top level the file is truncated; inside, the file is
    /// damaged, and the box is read up to the parent's end.
    std::uint64_t beyond(std::uint64_t end, int depth) {
        (depth == 0 ? layout_.ends_early : layout_.damaged) = true;
        return end;
    }

    void walk(std::uint64_t begin, std::uint64_t end, int depth) {
        if (depth > deepest) {
            layout_.damaged = true;
            return;
        }
        while (begin < end) {
            if (++boxes_ > most_boxes) {
                layout_.damaged = layout_.is_cut_off = true;
                return;
            }
            const auto box = box_at(begin, end, depth);
            if (!box) return;
            visit(*box, depth);
            begin = box->end;
        }
    }

    void visit(const Box& box, int depth) {
        if (depth == 0) visit_top(box);
        else if (in_user_data_) visit_user_data(box);
        else visit_inside(box, depth);
    }

    void visit_top(const Box& box) {
        if (box.name == "ftyp") layout_.brand = name_at(box.begin);
        else if (box.name == "mdat" && !layout_.mdat_at) layout_.mdat_at = box.at;
        else if (box.name == "moof") {
            layout_.fragmented = true;
            walk(box.begin, box.end, 1);
        } else if (box.name == "moov" && !layout_.moov_at) {
            layout_.moov_at = box.at;
            walk(box.begin, box.end, 1);
        }
    }

    void visit_inside(const Box& box, int depth) {
        const auto& name = box.name;
        if (name == "mvhd")
            layout_.ticks_per_second =
                static_cast<std::uint32_t>(number_at(box.begin + (is_long(box) ? 20 : 12), 4));
        else if (name == "mvex") layout_.fragmented = true;
        else if (name == "traf") walk(box.begin, box.end, depth + 1);
        else if (name == "trun") layout_.samples_in_fragments += number_at(box.begin + 4, 4);
        else if (name == "udta") {
            in_user_data_ = true;
            walk(box.begin, box.end, depth + 1);
            in_user_data_ = false;
        } else if (name == "trak") {
            if (layout_.tracks.size() >= most_tracks) {
                layout_.is_cut_off = true;
                return;
            }
            layout_.tracks.emplace_back();
            walk(box.begin, box.end, depth + 1);
        } else if (!layout_.tracks.empty()) visit_track(box, layout_.tracks.back(), depth);
    }

    void visit_track(const Box& box, Mp4Track& track, int depth) {
        const auto& name = box.name;
        if (name == "edts" || name == "mdia" || name == "minf" || name == "stbl")
            walk(box.begin, box.end, depth + 1);
        else if (name == "elst" && track.edits.empty()) read_edits(box, track);
        else if (name == "hdlr" && track.handler.empty()) track.handler = name_at(box.begin + 8);
        else if (name == "stsd" && track.sample_entries.empty()) read_sample_entries(box, track);
        else if (name == "stts") {
            track.one_sample_a_tick =
                number_at(box.begin + 4, 4) == 1 && number_at(box.begin + 12, 4) == 1;
            track.decode_times = {box.begin, box.end};
        } else if (name == "stsz" || name == "stz2")
            track.samples = std::max(track.samples, number_at(box.begin + 8, 4));
        else if (name == "ctts") {
            track.has_composition_offsets = number_at(box.begin + 4, 4) > 0;
            track.composition_offsets = {box.begin, box.end};
        } else if (name == "mdhd") {
            track.ticks_per_second =
                static_cast<std::uint32_t>(number_at(box.begin + (is_long(box) ? 20 : 12), 4));
            track.duration =
                is_long(box) ? number_at(box.begin + 24, 8) : number_at(box.begin + 16, 4);
        }
    }

    /// Whether the box has 64-bit times.
    bool is_long(const Box& box) { return number_at(box.begin, 1) == 1; }

    void read_edits(const Box& box, Mp4Track& track) {
        const std::size_t width = is_long(box) ? 8 : 4, entry = 2 * width + 4;
        const auto stated = static_cast<std::uint32_t>(number_at(box.begin + 4, 4));
        auto at = box.begin + 8;
        for (std::uint32_t i = 0;
             i < std::min(stated, most_edits) && at <= box.end && box.end - at >= entry;
             ++i, at += entry) {
            const auto time = number_at(at + width, width);
            Mp4Edit edit;
            edit.duration = static_cast<std::int64_t>(number_at(at, width));
            edit.media_time = width == 8
                                  ? static_cast<std::int64_t>(time)
                                  : static_cast<std::int32_t>(static_cast<std::uint32_t>(time));
            edit.plain_speed = number_at(at + 2 * width, 4) == 0x10000;
            track.edits.push_back(edit);
        }
    }

    void read_sample_entries(const Box& box, Mp4Track& track) {
        auto at = box.begin + 8;
        for (std::uint32_t i = 0; i < most_entries && at <= box.end && box.end - at >= 8; ++i) {
            const auto size = number_at(at, 4);
            if (size < 8 || size > box.end - at) return;
            track.sample_entries.push_back(name_at(at + 4));
            at += size;
        }
    }

    void visit_user_data(const Box& box) {
        // Names of QuickTime's user data begin with the copyright sign in Mac OS Roman.
        static constexpr std::array<std::string_view, 2> places{"\xA9xyz", "loci"};
        static constexpr std::array<std::string_view, 10> owners{"\xA9mak",
                                                                 "\xA9mod",
                                                                 "\xA9"
                                                                 "aut",
                                                                 "\xA9"
                                                                 "cpy",
                                                                 "auth",
                                                                 "cprt",
                                                                 "manu",
                                                                 "modl",
                                                                 "GPMF",
                                                                 "CAME"};
        if (std::ranges::find(places, box.name) != places.end()) layout_.has_location = true;
        if (std::ranges::find(owners, box.name) != owners.end()) layout_.has_owner_data = true;
    }

    std::istream& in_;
    std::uint64_t size_ = 0;
    Mp4Layout layout_;
    int boxes_ = 0;
    bool in_user_data_ = false;
};

}  // namespace

Mp4Layout read_mp4_layout(std::istream& in) { return LayoutReader(in).read(); }

Mp4Layout read_mp4_layout(const std::filesystem::path& file) {
    std::ifstream in(file, std::ios::binary);
    return in ? read_mp4_layout(in) : Mp4Layout{};
}

bool asks_for_too_much(const Mp4Layout& layout) noexcept {
    auto samples = layout.samples_in_fragments;
    for (const auto& track : layout.tracks)
        if (track.handler != "soun" || !track.one_sample_a_tick) samples += track.samples;
    return layout.is_cut_off || samples > most_listed_samples;
}

bool edits_change(const Mp4Track& track, std::uint32_t movie_ticks_per_second) noexcept {
    if (track.edits.empty()) return false;
    const auto& first = track.edits.front();
    if (track.edits.size() > 1 || first.media_time != 0 || !first.plain_speed) return true;
    if (first.duration <= 0 || track.duration == 0 || movie_ticks_per_second == 0 ||
        track.ticks_per_second == 0)
        return false;
    // The two clocks round differently, and phones cut off the last audio packets to end with the
    // video.
    constexpr double least_s = 0.1;
    const double shown = static_cast<double>(first.duration) / movie_ticks_per_second,
                 held = static_cast<double>(track.duration) / track.ticks_per_second;
    return std::abs(shown - held) > least_s + 1.0 / movie_ticks_per_second;
}

}  // namespace mediaedit::internal
