// A photo's metadata.
#include "photo/metadata.hpp"
#include "support/made_photos.hpp"

#include <gtest/gtest.h>

#include <string_view>

namespace {

using namespace mediaedit::internal;

std::span<const std::uint8_t> as_bytes(std::string_view text) {
    return {reinterpret_cast<const std::uint8_t*>(text.data()), text.size()};
}

TEST(Metadata, ReadsWhatExifSays) {
    auto block = mediaedit::test::make_exif(6);
    for (const bool with_start : {true, false}) {
        const auto metadata = read_exif(std::span(block).subspan(with_start ? 0 : 6));
        EXPECT_EQ(metadata.orientation, 6);
        EXPECT_EQ(metadata.device, "Maker Model 1");
        EXPECT_TRUE(metadata.has_location);
        EXPECT_TRUE(metadata.has_owner_data);
        EXPECT_EQ(metadata.taken_at, "2024-08-17T09:30:05");
    }
}

TEST(Metadata, OrientationOutsideOneToEightIsOne) {
    for (const int number : {0, 9, 200})
        EXPECT_EQ(read_exif(mediaedit::test::make_exif(number)).orientation, 1);
}

TEST(Metadata, WhatIsCutOrBrokenIsAbsent) {
    const auto block = mediaedit::test::make_exif(6);
    for (std::size_t size = 0; size < block.size(); ++size) {
        const auto metadata = read_exif(std::span(block).first(size));
        EXPECT_TRUE(metadata.orientation == 1 || metadata.orientation == 6);
    }
    for (std::size_t at = 0; at < block.size(); ++at) {
        auto broken = block;
        broken[at] ^= 0xFF;
        const auto metadata = read_exif(broken);
        EXPECT_GE(metadata.orientation, 1);
        EXPECT_LE(metadata.orientation, 8);
    }
}

TEST(Metadata, TimesThatAreNoneAreAbsent) {
    EXPECT_FALSE(time_from_exif("0000:00:00 00:00:00"));
    EXPECT_FALSE(time_from_exif("    :  :     :  :  "));
    EXPECT_FALSE(time_from_exif("2024-08-17"));
    EXPECT_FALSE(time_from_exif("2024:13:01 00:00:00"));
    EXPECT_EQ(time_from_exif("2024:12:01 00:00:00"), "2024-12-01T00:00:00");
}

TEST(Metadata, TheMakerIsNotSaidTwice) {
    EXPECT_EQ(device_of("Canon", "Canon EOS 5D"), "Canon EOS 5D");
    EXPECT_EQ(device_of("Apple", "iPhone 12"), "Apple iPhone 12");
    EXPECT_EQ(device_of("", "X"), "X");
}

TEST(Metadata, XmpAddsPlaceAndDevice) {
    Metadata metadata;
    add_xmp(
        metadata,
        as_bytes(
            R"(<x exif:GPSLatitude="6,10.5S" exif:GPSLongitude="106,49E" tiff:Make="Maker"><tiff:Model>One</tiff:Model></x>)"));
    EXPECT_TRUE(metadata.has_location);
    EXPECT_TRUE(metadata.has_owner_data);
    EXPECT_EQ(metadata.device, "Maker One");
}

}  // namespace
