// For every video of the collection: the findings for an Instagram reel, row by row.
#include "support/media_files.hpp"

#include <mediaedit/check.hpp>

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <map>
#include <sstream>
#include <string>
#include <vector>

namespace {

using namespace mediaedit;

/// The codes of one severity, or a dash.
std::string codes(const std::vector<Finding>& findings, Severity severity) {
    std::string list;
    for (const auto& finding : findings)
        if (finding.severity == severity) (list += list.empty() ? "" : " ") += finding.code;
    return list.empty() ? "-" : list;
}

/// The columns of the table: errors and warnings, or why the file cannot be used.
std::string what_came(const std::filesystem::path& file, const Placement& placement) {
    const auto findings = check(file, placement);
    if (!findings) return "! " + std::string(to_string(findings.error().code)) + "\t-";
    return codes(*findings, Severity::error) + "\t" + codes(*findings, Severity::warning);
}

std::filesystem::path video(const std::string& name) {
    return test::shared_media() / "videos" / name;
}

bool finds(const std::string& name, std::string_view placement, std::string_view code) {
    const auto findings = check(video(name), find_placement(placement).value());
    EXPECT_TRUE(findings) << name;
    return findings && std::ranges::find(*findings, code, &Finding::code) != findings->end();
}

class RealVideos : public testing::Test {
protected:
    void SetUp() override {
        if (!std::filesystem::exists(test::shared_media() / "videos"))
            GTEST_SKIP() << "no shared media";
    }
};

TEST_F(RealVideos, HaveTheFindingsOfTheTable) {
    std::map<std::string, std::string> expected;
    std::ifstream table(MEDIAEDIT_SOURCE_FOLDER "/tests/data/expected/shared_videos_findings.tsv");
    std::string line;
    std::getline(table, line);
    while (std::getline(table, line)) {
        const auto name_end = line.find('\t'), why = line.rfind('\t');
        expected[line.substr(0, name_end)] = line.substr(name_end + 1, why - name_end - 1);
    }
    const auto reel = find_placement("instagram-reel").value();
    std::size_t seen = 0;
    for (const auto& entry : std::filesystem::directory_iterator(test::shared_media() / "videos")) {
        const auto name = entry.path().filename().string();
        ++seen;
        EXPECT_EQ(what_came(entry.path(), reel), expected[name]) << name;
    }
    EXPECT_EQ(seen, expected.size());
}

TEST_F(RealVideos, OtherPlacesMindOtherThings) {
    EXPECT_TRUE(finds("vfr-screen-count-long-gop.mp4", "facebook-reel", "long_groups"));
    EXPECT_FALSE(finds("phone-1080p-sky-with-audio.mp4", "facebook-reel", "long_groups"));
    EXPECT_TRUE(finds("long-duration-363s-long-gop-1080p.mp4", "instagram-story", "too_long"));
    EXPECT_TRUE(finds("long-duration-363s-long-gop-1080p.mp4", "tiktok-video", "too_long"));
    EXPECT_FALSE(finds("long-duration-363s-long-gop-1080p.mp4", "youtube-video", "too_long"));
    EXPECT_TRUE(finds("phone-1080p-sky-with-audio.mp4", "whatsapp-status", "b_frames"));
    EXPECT_FALSE(finds("phone-android-rot-90-3gp5-brand.mp4", "whatsapp-status", "b_frames"));
    EXPECT_FALSE(finds("vp9-webm.webm", "tiktok-video", "codec"));
    EXPECT_FALSE(finds("av1-aac-mono.mp4", "facebook-reel", "codec"));
    EXPECT_FALSE(finds("no-audio-start-0-226.mp4", "x-post", "no_sound"));
    EXPECT_TRUE(finds("interlaced-mpeg2-1080i60-xdcam-ex.mov", "youtube-video", "codec"))
        << "a hint where nothing is known";
    EXPECT_TRUE(finds("rot-90-slow-9fps.mp4", "instagram-feed-square", "wrong_kind"));
}

}  // namespace
