// The layout of MP4 files: read correctly from valid files, safely from hostile ones.
#include "video/container/mp4_boxes.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstdint>
#include <random>
#include <sstream>
#include <string>

namespace {

using namespace mediaedit::internal;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

std::string number(std::uint64_t value, int bytes) {
    std::string text;
    for (int i = bytes - 1; i >= 0; --i) text += static_cast<char>(value >> 8 * i & 0xFF);
    return text;
}

std::string box(const std::string& name, const std::string& content) {
    return number(content.size() + 8, 4) + name + content;
}

std::string zeros(std::size_t count) { return std::string(count, '\0'); }

std::string edit(std::uint32_t duration, std::int32_t media_time, std::uint32_t speed = 0x10000) {
    return number(duration, 4) + number(static_cast<std::uint32_t>(media_time), 4) +
           number(speed, 4);
}

std::string edits(const std::string& entries, std::uint32_t count) {
    return box("edts", box("elst", zeros(4) + number(count, 4) + entries));
}

/// 600 ticks per second in the movie, 30000 in the track; 10 s.
std::string track(const std::string& before = "", const std::string& in_table = "") {
    return box(
        "trak",
        before +
            box("mdia", box("mdhd", zeros(12) + number(30'000, 4) + number(300'000, 4) + zeros(4)) +
                            box("hdlr", zeros(8) + "vide" + zeros(13)) +
                            box("minf", box("stbl", box("stsd", zeros(4) + number(1, 4) +
                                                                    box("avc1", zeros(70))) +
                                                        in_table))));
}

std::string movie(const std::string& content) {
    return box("moov",
               box("mvhd", zeros(12) + number(600, 4) + number(6000, 4) + zeros(80)) + content);
}

const std::string head = box("ftyp", "isom" + zeros(4) + "isom");
const std::string media = box("mdat", zeros(1000));

Mp4Layout layout(const std::string& bytes) {
    std::istringstream in(bytes);
    return read_mp4_layout(in);
}

TEST(Mp4Boxes, FewBytesThatTellOfBillionsAreNoticed) {
    const auto sizes = [](std::uint32_t count) {
        return box("stsz", zeros(4) + number(1, 4) + number(count, 4));
    };
    const auto times = [](std::uint32_t duration) {
        return box("stts", zeros(4) + number(1, 4) + number(900'000'000, 4) + number(duration, 4));
    };
    const auto fragments = [](std::uint32_t count) {
        return box("moof", box("traf", box("trun", zeros(4) + number(count, 4))));
    };
    EXPECT_FALSE(asks_for_too_much(layout(head + movie(track("", sizes(5'000'000))) + media)));
    EXPECT_TRUE(asks_for_too_much(layout(head + movie(track("", sizes(900'000'000))) + media)));
    EXPECT_TRUE(
        asks_for_too_much(layout(head + movie(track("", times(1) + sizes(900'000'000))) + media)));
    EXPECT_FALSE(asks_for_too_much(
        layout(head + movie(track()) + fragments(1000) + media + fragments(1000) + media)));
    EXPECT_TRUE(asks_for_too_much(layout(head + movie(track()) + fragments(5'000'000) + media +
                                         fragments(5'000'000) + media)));
    // Five hours of uncompressed sound.
    auto audio = track("", times(1) + sizes(900'000'000));
    audio.replace(audio.find("vide"), 4, "soun");
    EXPECT_FALSE(asks_for_too_much(layout(head + movie(audio) + media)));
}

TEST(Mp4Boxes, ASoundFileIsRead) {
    const auto read =
        layout(head + movie(track("", box("ctts", zeros(4) + number(1, 4) + zeros(8)))) + media);
    EXPECT_EQ(read.brand, "isom");
    EXPECT_EQ(read.ticks_per_second, 600u);
    ASSERT_THAT(read.tracks, SizeIs(1));
    EXPECT_EQ(read.tracks[0].handler, "vide");
    EXPECT_THAT(read.tracks[0].sample_entries, ElementsAre("avc1"));
    EXPECT_EQ(read.tracks[0].ticks_per_second, 30'000u);
    EXPECT_EQ(read.tracks[0].duration, 300'000u);
    EXPECT_TRUE(read.tracks[0].has_composition_offsets);
    EXPECT_EQ(read.moov_at, head.size());
    EXPECT_LT(*read.moov_at, *read.mdat_at);
    EXPECT_FALSE(read.fragmented || read.damaged || read.ends_early || read.has_location ||
                 read.has_owner_data);
}

TEST(Mp4Boxes, TheOrderIsSeen) {
    const auto read = layout(head + media + movie(track()));
    EXPECT_GT(*read.moov_at, *read.mdat_at);
    EXPECT_TRUE(layout(head + movie(track() + box("mvex", ""))).fragmented);
    EXPECT_TRUE(layout(head + movie(track()) + box("moof", "") + media).fragmented);
}

TEST(Mp4Boxes, TimesOf64BitsAreRead) {
    const auto wide = box(
        "edts", box("elst", number(0x01000000, 4) + number(1, 4) + number(6000, 8) +
                                number(static_cast<std::uint64_t>(-1), 8) + number(0x10000, 4)));
    auto bytes =
        box("trak",
            wide + box("mdia", box("mdhd", number(0x01000000, 4) + zeros(16) + number(48'000, 4) +
                                               number(0x100000000, 8) + zeros(4))));
    const auto read = layout(head + movie(bytes) + media);
    ASSERT_THAT(read.tracks, SizeIs(1));
    EXPECT_EQ(read.tracks[0].ticks_per_second, 48'000u);
    EXPECT_EQ(read.tracks[0].duration, 0x100000000u);
    ASSERT_THAT(read.tracks[0].edits, SizeIs(1));
    EXPECT_EQ(read.tracks[0].edits[0].duration, 6000);
    EXPECT_EQ(read.tracks[0].edits[0].media_time, -1);
}

TEST(Mp4Boxes, AnEditListThatDoesNothingChangesNothing) {
    const auto changes = [](const std::string& list) {
        const auto read = layout(head + movie(track(list)) + media);
        EXPECT_THAT(read.tracks, SizeIs(1));
        return edits_change(read.tracks.at(0), read.ticks_per_second);
    };
    EXPECT_FALSE(changes(""));
    EXPECT_FALSE(changes(edits("", 0)));
    EXPECT_FALSE(changes(edits(edit(6000, 0), 1)));
    EXPECT_FALSE(changes(edits(edit(0, 0), 1)));
    EXPECT_FALSE(changes(edits(edit(6001, 0), 1))) << "the two clocks round";
    EXPECT_FALSE(changes(edits(edit(5970, 0), 1)))
        << "50 ms of sound less at the end, as an iPhone writes it";
    EXPECT_TRUE(changes(edits(edit(6000, 1024), 1)));
    EXPECT_TRUE(changes(edits(edit(3000, 0), 1)));
    EXPECT_TRUE(changes(edits(edit(6000, 0, 0x8000), 1)));
    EXPECT_TRUE(changes(edits(edit(60, -1) + edit(6000, 0), 2)));
}

TEST(Mp4Boxes, UserDataTellsPlaceAndOwner) {
    const std::string sign = "\xA9";
    EXPECT_TRUE(
        layout(head + movie(box("udta", box(sign + "xyz", zeros(20)))) + media).has_location);
    EXPECT_TRUE(layout(head + movie(box("trak", box("udta", box("loci", zeros(20))))) + media)
                    .has_location);
    EXPECT_TRUE(
        layout(head + movie(box("udta", box(sign + "mod", zeros(20)))) + media).has_owner_data);
    const auto other = layout(
        head + movie(box("udta", box(sign + "too", zeros(20)) + zeros(4)) + track()) + media);
    EXPECT_FALSE(other.has_location || other.has_owner_data || other.damaged);
    EXPECT_THAT(other.tracks, SizeIs(1)) << "what follows user data is read";
}

TEST(Mp4Boxes, ACutFileIsSaidToEndEarly) {
    const auto whole = head + movie(track()) + media;
    const auto read = layout(whole.substr(0, whole.size() - 500));
    EXPECT_TRUE(read.ends_early);
    EXPECT_FALSE(read.damaged);
    EXPECT_THAT(read.tracks, SizeIs(1));
}

TEST(Mp4Boxes, ASizeOfAllThatFollowsIsTaken) {
    EXPECT_EQ(layout(head + movie(track()) + zeros(4) + "mdat" + zeros(100)).mdat_at,
              (head + movie(track())).size());
    const auto large = number(1, 4) + "mdat" + number(116, 8) + zeros(100);
    const auto read = layout(head + large + movie(track()));
    EXPECT_TRUE(read.moov_at);
    EXPECT_FALSE(read.damaged);
}

TEST(Mp4Boxes, ImpossibleSizesEndTheReading) {
    for (const std::uint32_t size : {2u, 7u})
        EXPECT_TRUE(layout(head + number(size, 4) + "moov" + zeros(50)).damaged) << size;
    EXPECT_TRUE(layout(head + number(1, 4) + "moov" + number(15, 8) + zeros(50)).damaged);
    EXPECT_TRUE(layout(head + number(1, 4) + "moov" + number(0xFFFFFFFFFFFFFFFF, 8) + zeros(50))
                    .ends_early);
    EXPECT_TRUE(layout(head + number(1, 4) + "moov").damaged);
    EXPECT_TRUE(layout(head + movie(number(0x7FFFFFFF, 4) + "trak" + zeros(20)) + media).damaged)
        << "longer than what it lies in";
    EXPECT_FALSE(layout("").moov_at);
    EXPECT_FALSE(layout("abc").moov_at);
}

TEST(Mp4Boxes, CountsAreNotBelieved) {
    const auto many = layout(head + movie(track(edits(edit(1, 1), 0xFFFFFFFF))) + media);
    EXPECT_THAT(many.tracks.at(0).edits, SizeIs(1));
    std::string list;
    for (int i = 0; i < 10'000; ++i) list += edit(1, 1);
    EXPECT_LE(layout(head + movie(track(edits(list, 10'000))) + media).tracks.at(0).edits.size(),
              256u);
    std::string tracks;
    for (int i = 0; i < 1000; ++i) tracks += box("trak", "");
    EXPECT_LE(layout(head + movie(tracks) + media).tracks.size(), 64u);
    EXPECT_THAT(
        layout(head +
               movie(box("trak",
                         box("mdia",
                             box("minf", box("stbl", box("stsd", zeros(4) + number(0xFFFFFFFF, 4) +
                                                                     number(3, 4) + "avc1")))))) +
               media)
            .tracks.at(0)
            .sample_entries,
        IsEmpty());
}

TEST(Mp4Boxes, DepthIsBounded) {
    std::string deep = box("edts", "");
    for (int i = 0; i < 5000; ++i) deep = box("mdia", deep);
    EXPECT_TRUE(layout(head + movie(box("trak", deep)) + media).damaged);
}

TEST(Mp4Boxes, NumberOfBoxesIsBounded) {
    std::string crowd;
    for (int i = 0; i < 2'100'000; ++i) crowd += box("free", "");
    EXPECT_TRUE(layout(head + crowd).damaged);
    EXPECT_TRUE(asks_for_too_much(layout(head + crowd)));
}

TEST(Mp4Boxes, AnyChangedByteIsBorne) {
    const auto whole =
        head +
        movie(track(edits(edit(6000, 1024), 1), box("ctts", zeros(4) + number(1, 4) + zeros(8))) +
              box("udta", box("loci", zeros(9)))) +
        media;
    for (std::size_t i = 0; i < whole.size() - media.size(); ++i)
        for (const int value : {0, 1, 7, 0x7F, 0xFF}) {
            auto changed = whole;
            changed[i] = static_cast<char>(value);
            EXPECT_LE(layout(changed).tracks.size(), 64u);
        }
    for (std::size_t end = 0; end < whole.size() - media.size(); ++end)
        EXPECT_LE(layout(whole.substr(0, end)).tracks.size(), 1u);
    std::mt19937 dice(1);
    for (int round = 0; round < 2000; ++round) {
        auto changed = whole;
        for (int i = 0; i < 8; ++i)
            changed[dice() % (whole.size() - media.size())] = static_cast<char>(dice());
        EXPECT_LE(layout(changed).tracks.size(), 64u);
    }
}

TEST(Mp4Boxes, AFileThatIsNotThereIsEmpty) {
    EXPECT_FALSE(read_mp4_layout(std::filesystem::path("/nowhere/none.mp4")).moov_at);
}

}  // namespace
