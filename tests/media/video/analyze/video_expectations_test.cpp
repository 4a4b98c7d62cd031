// The expected result for every video of the collection.
#include "support/media_files.hpp"

#include <mediaedit/media_info.hpp>

#include <gtest/gtest.h>

#include <cmath>
#include <filesystem>
#include <fstream>
#include <map>
#include <sstream>
#include <string>
#include <vector>

namespace {

using namespace mediaedit;
namespace fs = std::filesystem;

const char* to_word(Hdr hdr) {
    switch (hdr) {
        case Hdr::none: return "-";
        case Hdr::hlg: return "hlg";
        case Hdr::pq: return "pq";
        case Hdr::dolby_vision: return "dolby-vision";
    }
    return "?";
}

std::string or_dash(const std::string& text) { return text.empty() ? "-" : text; }

/// The columns of the table.
std::string what_came(const fs::path& file) {
    const auto info = probe(file);
    std::ostringstream line;
    if (!info) {
        EXPECT_NE(info.error().message.find(file.filename().string()), std::string::npos)
            << info.error().message;
        line << to_string(info.error().code);
        return line.str();
    }
    std::string notes;
    for (const auto& note : info->notes) notes += (notes.empty() ? "" : ",") + note.code;
    line << "ok\t" << info->format << '\t' << info->size.width << 'x' << info->size.height << '\t'
         << info->duration->count() / 1000 << '\t' << std::lround(info->frame_rate * 100) << '\t'
         << (info->variable_frame_rate ? "variable" : "-") << '\t'
         << (info->frames ? std::to_string(*info->frames) : "-") << '\t' << info->video_codec
         << '\t' << or_dash(info->audio_codec) << '\t' << info->rotation_deg
         << (info->mirrored ? " mirrored" : "") << '\t' << info->bit_depth << '\t'
         << to_word(info->hdr) << '\t' << (info->interlaced ? "interlaced" : "-") << '\t'
         << info->color << '\t' << (info->has_location ? "location" : "-") << '\t'
         << (info->has_owner_data ? "owner" : "-") << '\t' << or_dash(notes);
    return line.str();
}

std::map<std::string, std::string> read_expectations() {
    std::map<std::string, std::string> expected;
    std::ifstream table(fs::path(MEDIAEDIT_SOURCE_FOLDER) /
                        "tests/data/expected/shared_videos_expectations.tsv");
    std::string line;
    std::getline(table, line);
    while (std::getline(table, line))
        expected[line.substr(0, line.find('\t'))] = line.substr(line.find('\t') + 1);
    return expected;
}

std::size_t expect_all_of(const fs::path& folder) {
    auto expected = read_expectations();
    std::size_t seen = 0;
    for (const auto& entry : fs::directory_iterator(folder)) {
        const auto name = entry.path().filename().string();
        ++seen;
        EXPECT_EQ(what_came(entry.path()), expected[name]) << name;
    }
    return seen;
}

TEST(VideoExpectations, EveryVideoThatShipsHereIsWhatTheTableSays) {
    EXPECT_GE(expect_all_of(fs::path(MEDIAEDIT_TEST_DATA) / "videos"), 6u);
}

TEST(VideoExpectations, EveryVideoOfTheCollectionIsWhatTheTableSays) {
    const fs::path folder = test::shared_media() / "videos";
    if (!fs::exists(folder)) GTEST_SKIP() << "no shared media";
    EXPECT_EQ(expect_all_of(folder), read_expectations().size());
}

}  // namespace
