// NAL units are recognised by their types, in both packings and in damaged data.
#include "video/bitstream/nal_units.hpp"
#include "video/bitstream/h264.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstdint>
#include <vector>

namespace {

using namespace mediaedit::internal;
using testing::ElementsAre;
using testing::IsEmpty;
using Bytes = std::vector<std::uint8_t>;

TEST(NalUnits, TheExtraDataTellsThePacking) {
    EXPECT_EQ(nal_length_bytes(NalCodec::h264, Bytes{1, 77, 0, 31, 0xFF, 0xE1}), 4);
    EXPECT_EQ(nal_length_bytes(NalCodec::h264, Bytes{1, 77, 0, 31, 0xFD}), 2);
    EXPECT_EQ(nal_length_bytes(NalCodec::h264, Bytes{0, 0, 0, 1, 0x67}), 0);
    EXPECT_EQ(nal_length_bytes(NalCodec::h264, Bytes{}), 0);
    EXPECT_EQ(nal_length_bytes(NalCodec::h264, Bytes{1, 77, 0, 31}), 0);
    Bytes hevc(23, 0);
    hevc[0] = 1;
    hevc[21] = 0x0F;
    EXPECT_EQ(nal_length_bytes(NalCodec::hevc, hevc), 4);
    hevc.resize(21);
    EXPECT_EQ(nal_length_bytes(NalCodec::hevc, hevc), 0);
}

TEST(NalUnits, AreFoundByLength) {
    EXPECT_THAT(nal_types(NalCodec::h264, 4, Bytes{0, 0, 0, 2, 0x09, 0xF0, 0, 0, 0, 3, 0x65, 1, 2}),
                ElementsAre(9, 5));
    EXPECT_THAT(nal_types(NalCodec::h264, 2, Bytes{0, 1, 0x41}), ElementsAre(1));
    EXPECT_THAT(nal_types(NalCodec::hevc, 4, Bytes{0, 0, 0, 2, 21 << 1, 1}), ElementsAre(21));
}

TEST(NalUnits, ALengthThatLooksLikeAStartCodeIsNone) {
    Bytes packet{0, 0, 1, 0x05};
    packet.resize(4 + 0x105, 0xFF);
    packet[4] = 0x41;
    EXPECT_THAT(nal_types(NalCodec::h264, 4, packet), ElementsAre(1));
}

TEST(NalUnits, AreFoundByStartCode) {
    EXPECT_THAT(
        nal_types(NalCodec::h264, 0, Bytes{0, 0, 0, 1, 0x67, 1, 0, 0, 1, 0x68, 2, 0, 0, 1, 0x65}),
        ElementsAre(7, 8, 5));
    EXPECT_THAT(nal_types(NalCodec::hevc, 0, Bytes{0, 0, 1, 19 << 1, 1}), ElementsAre(19));
}

TEST(NalUnits, StartCodesUnderOneLengthAreFoundToo) {
    // As a Samsung phone writes slow motion.
    EXPECT_THAT(nal_types(NalCodec::h264, 4,
                          Bytes{0, 0, 0, 11, 0x6E, 0xC0, 0x80, 0x0F, 0, 0, 0, 1, 0x65, 1, 2}),
                ElementsAre(14, 5));
}

TEST(NalUnits, DamageEndsTheList) {
    EXPECT_THAT(nal_types(NalCodec::h264, 4, Bytes{}), IsEmpty());
    EXPECT_THAT(nal_types(NalCodec::h264, 4, Bytes{0, 0, 0}), IsEmpty());
    EXPECT_THAT(nal_types(NalCodec::h264, 4, Bytes{0xFF, 0xFF, 0xFF, 0xFF, 0x65}), IsEmpty());
    EXPECT_THAT(nal_types(NalCodec::h264, 4, Bytes{0, 0, 0, 0, 0x65}), IsEmpty());
    EXPECT_THAT(nal_types(NalCodec::h264, 4, Bytes{0, 0, 0, 1, 0x65, 0, 0}), ElementsAre(5));
    EXPECT_THAT(nal_types(NalCodec::h264, 0, Bytes{0, 0, 1}), IsEmpty());
    EXPECT_LE(nal_types(NalCodec::h264, 1, Bytes(100'000, 1)).size(), 1024u);
}

TEST(NalUnits, OnlyCleanBeginningsCount) {
    EXPECT_TRUE(starts_afresh(NalCodec::h264, std::vector<int>{7, 8, 5}));
    EXPECT_FALSE(starts_afresh(NalCodec::h264, std::vector<int>{9, 6, 1}));
    EXPECT_TRUE(starts_afresh(NalCodec::hevc, std::vector<int>{32, 33, 34, 19}));
    EXPECT_TRUE(starts_afresh(NalCodec::hevc, std::vector<int>{20}));
    EXPECT_TRUE(starts_afresh(NalCodec::hevc, std::vector<int>{16}));
    EXPECT_FALSE(starts_afresh(NalCodec::hevc, std::vector<int>{21}));
    EXPECT_FALSE(starts_afresh(NalCodec::h264, std::vector<int>{}));
}

TEST(NalUnits, ARecoveryPointTellsHowManyPicturesComeBeforeAWholeOne) {
    EXPECT_EQ(recovery_count(Bytes{6, 6, 1, 0x80}), 0U);
    EXPECT_EQ(recovery_count(Bytes{6, 6, 1, 0x28, 0x80}), 4U);
    // After the encoder's SEI text, whose zeros have emulation prevention bytes.
    EXPECT_EQ(recovery_count(Bytes{6, 5, 3, 0, 0, 3, 1, 6, 1, 0x60, 0x80}), 2U);
    EXPECT_FALSE(recovery_count(Bytes{6, 5, 2, 1, 2, 0x80}));
    EXPECT_FALSE(recovery_count(Bytes{6, 5, 200, 1, 2}));
    EXPECT_FALSE(recovery_count(Bytes{}));
}

TEST(NalUnits, ASlicesHeaderTellsWhetherItNeedsAnother) {
    EXPECT_TRUE(
        is_intra_slice(Bytes{0x41, 0x88, 0x80}));     // first macroblock 0, type 7: all are intra
    EXPECT_TRUE(is_intra_slice(Bytes{0x41, 0xB0}));   // type 2
    EXPECT_FALSE(is_intra_slice(Bytes{0x41, 0x9A}));  // type 5
    EXPECT_FALSE(is_intra_slice(Bytes{0x41, 0xE0}));  // type 0
    EXPECT_FALSE(is_intra_slice(Bytes{0x41}));
}

}  // namespace
