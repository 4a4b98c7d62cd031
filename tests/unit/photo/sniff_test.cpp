// A photo's format is recognised by its content.
#include "photo/photo_reader.hpp"

#include <gtest/gtest.h>

#include <string>

namespace {

using namespace mediaedit::internal;
using namespace std::string_literals;

std::optional<PhotoFormat> sniff(const std::string& text) {
    return sniff_photo({reinterpret_cast<const std::uint8_t*>(text.data()), text.size()});
}

TEST(Sniff, KnowsEachFormat) {
    EXPECT_EQ(sniff("\xFF\xD8\xFF\xE0"s), PhotoFormat::jpeg);
    EXPECT_EQ(sniff("\x89PNG\r\n\x1A\n"s), PhotoFormat::png);
    EXPECT_EQ(sniff("RIFF\0\0\0\0WEBP"s), PhotoFormat::webp);
    EXPECT_EQ(sniff("II*\0"s), PhotoFormat::tiff);
    EXPECT_EQ(sniff("MM\0*"s), PhotoFormat::tiff);
    EXPECT_EQ(sniff("GIF89a"s), PhotoFormat::gif);
    EXPECT_EQ(sniff("BM" + std::string(12, '\0') + "\x28\0\0\0"s), PhotoFormat::bmp);
    EXPECT_EQ(sniff("\0\0\0\x18"
                    "ftypheic\0\0\0\0mif1heic"s),
              PhotoFormat::heic);
    EXPECT_EQ(sniff("\0\0\0\x18"
                    "ftypmif1\0\0\0\0mif1heic"s),
              PhotoFormat::heic);
    EXPECT_EQ(sniff("\0\0\0\x1C"
                    "ftypavif\0\0\0\0mif1avifmiaf"s),
              PhotoFormat::avif);
    EXPECT_EQ(sniff("\0\0\0\x18"
                    "ftypmif1\0\0\0\0mif1avif"s),
              PhotoFormat::avif);
}

TEST(Sniff, KnowsWhatIsNone) {
    EXPECT_FALSE(sniff(""));
    EXPECT_FALSE(sniff("\n"));
    EXPECT_FALSE(sniff("<html>"));
    EXPECT_FALSE(
        sniff("\0\0\0\x18"
              "ftypisom\0\0\0\0isommp42"s));
    EXPECT_FALSE(sniff("BMW is a car maker of Munich"));
    EXPECT_FALSE(sniff("RIFF\0\0\0\0AVI "s));
    EXPECT_FALSE(
        sniff("\0\0\0\x18"
              "ftyp"s));
}

}  // namespace
