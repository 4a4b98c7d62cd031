// A file that is no photo is recognised by its bytes; the message says what to do.
#include "base/foreign_file.hpp"
#include "support/temporary_folder.hpp"

#include <mediaedit/media_info.hpp>

#include <gtest/gtest.h>

#include <fstream>
#include <string>
#include <string_view>

namespace {

using namespace mediaedit;
using namespace mediaedit::internal;
using std::string_literals::operator""s;

struct Foreign {
    std::string bytes;
    ErrorCode code;
    std::string_view said;  ///< part of the message
};

/// A TIFF directory with short values; a text longer than four bytes follows it.
std::string tiff(std::initializer_list<std::pair<int, int>> fields, std::string make = "Somebody") {
    make += '\0';
    const auto two = [](int value) {
        return std::string{static_cast<char>(value & 255), static_cast<char>(value >> 8)};
    };
    std::string bytes = "II*\0\x08\0\0\0"s + two(static_cast<int>(fields.size()) + 1);
    const int behind = 8 + 2 + 12 * (static_cast<int>(fields.size()) + 1) + 4;
    for (const auto& [tag, value] : fields)
        bytes += two(tag) + two(3) + two(1) + two(0) + two(value) + two(0);
    bytes += two(271) + two(2) + two(static_cast<int>(make.size())) + two(0) + two(behind) + two(0);
    return bytes + std::string(4, '\0') + make;
}

class ForeignFile : public testing::TestWithParam<Foreign> {};

TEST_P(ForeignFile, IsNamedWithTheWayOut) {
    test::TemporaryFolder folder;
    const auto file = folder / "photo.jpg";
    std::ofstream(file, std::ios::binary) << GetParam().bytes;
    const auto info = probe(file);
    ASSERT_FALSE(info);
    EXPECT_EQ(info.error().code, GetParam().code) << info.error().message;
    EXPECT_NE(info.error().message.find(GetParam().said), std::string::npos)
        << info.error().message;
    EXPECT_EQ(info.error().where, file.string());
}

const auto unsupported = ErrorCode::unsupported, damaged = ErrorCode::damaged;
INSTANTIATE_TEST_SUITE_P(
    Kinds, ForeignFile,
    testing::Values(
        Foreign{"", damaged, "empty"}, Foreign{std::string(5000, '\0'), damaged, "zeros"},
        Foreign{"%PDF-1.7\n%\xE2\xE3", unsupported, "PDF"},
        Foreign{"<?xml version=\"1.0\"?>\n<!-- made -->\n<svg xmlns=\"x\">", unsupported, "SVG"},
        Foreign{"8BPS\0\1"s, unsupported, "PSD"},
        Foreign{"P6\n640 480\n255\n\x12\x80"s, unsupported, "PNM"},
        Foreign{"P2\n# made\n2 2\n255\n0 1 2 3\n"s, unsupported, "PNM"},
        Foreign{"\0\0\2\0\0\0\0\0\0\0\0\0\x40\0\x30\0\x18\x20\x7F\x01"s, unsupported, "Targa"},
        Foreign{"FLIF44"s, unsupported, "FLIF"},
        Foreign{"RIFF\x10\0\0\0CDRAvrsn"s, unsupported, "CorelDRAW"},
        Foreign{"\0\1\0\0\0\x0F\0\x80"s, unsupported, "TrueType"},
        Foreign{"<?xml version=\"1.0\"?>\n<MPD xmlns=\"x\">", unsupported, "playlist"},
        Foreign{"ffconcat version 1.0\nfile a.mp4\n", unsupported, "playlist"},
        Foreign{"\xFF\x0A\xFA\x1F", unsupported, "JPEG XL"},
        Foreign{"\0\0\0\x0CJXL \r\n\x87\n"s, unsupported, "JPEG XL"},
        Foreign{"\0\0\0\x0CjP  \r\n\x87\n"s, unsupported, "JPEG 2000"},
        Foreign{"II*\0\x10\0\0\0CR\2\0"s, unsupported, "CR2"},
        Foreign{"\0\0\0\x18"s + "ftypcrx \0\0\0\1crx isom"s, unsupported, "CR3"},
        Foreign{"FUJIFILMCCD-RAW 0201", unsupported, "RAF"},
        Foreign{"IIRO\x08\0\0\0"s, unsupported, "ORF"},
        Foreign{"IIU\0\x18\0\0\0"s, unsupported, "RW2"},
        Foreign{tiff({{254, 1}, {330, 9}}, "NIKON CORPORATION"), unsupported, "NEF"},
        Foreign{tiff({{254, 1}, {330, 9}}, "SONY"), unsupported, "ARW"},
        Foreign{tiff({{50706, 1}}, "Google"), unsupported, "DNG"},
        Foreign{tiff({{262, 32803}}, "Somebody"), unsupported, "RAW"},
        Foreign{"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", unsupported, "Office"},
        Foreign{"PK\3\4....[Content_Types].xml....word/document.xml", unsupported, "Word"},
        Foreign{"PK\3\4....xl/workbook.xml", unsupported, "Excel"},
        Foreign{"PK\3\4....mimetypeapplication/vnd.oasis.opendocument.text", unsupported,
                "LibreOffice"},
        Foreign{"PK\3\4....IMG_1.jpg", unsupported, "unpack"},
        Foreign{"Rar!\x1A\x07", unsupported, "RAR"}, Foreign{"{\\rtf1", unsupported, "RTF"},
        Foreign{"\xEF\xBB\xBF \n<!DOCTYPE HTML>\n<html>", unsupported, "web page"},
        Foreign{"<html lang=id>", unsupported, "web page"},
        Foreign{"#EXTM3U\n#EXTINF:1,\na.mp4", unsupported, "playlist"},
        Foreign{"[playlist]\nFile1=a", unsupported, "playlist"},
        Foreign{"\0\5\x16\7\0\2\0\0Mac OS X"s, unsupported, "._"},
        Foreign{"ID3\3\0"s, unsupported, "sound"},
        Foreign{"RIFF\0\0\0\0WAVEfmt \x10"s, unsupported, "WAV"},
        Foreign{"OggS\0\2"s, unsupported, "Ogg"}, Foreign{"MZ\x90\0"s, unsupported, "program"},
        Foreign{"Rapat warga, Selasa.\nBalai Desa.", unsupported, "text"},
        Foreign{"\xFF\xFER\0a\0"s, unsupported, "text"},
        Foreign{"\x8A\x01\x02\x03\x04\xF0"s, unsupported, "whatever its name"}));

TEST(ForeignFile, AnOrdinaryTiffIsNoRawPhoto) {
    for (const auto& bytes :
         {tiff({{254, 0}, {259, 1}, {262, 2}}, "NIKON"), tiff({{254, 1}, {262, 2}}),
          tiff({{330, 9}, {262, 2}}), "II*\0\xFF\xFF\xFF\xFF"s, "MM\0*"s})
        EXPECT_FALSE(
            raw_photo_in_tiff({reinterpret_cast<const std::uint8_t*>(bytes.data()), bytes.size()}));
}

}  // namespace
