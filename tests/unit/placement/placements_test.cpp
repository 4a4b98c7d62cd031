// The built-in placements, and reading a file of placements.
#include "placement/newest_placements.hpp"
#include "placement/placement_names.hpp"
#include "placement/placements_json.hpp"

#include "base/guard.hpp"
#include "support/temporary_folder.hpp"

#include <mediaedit/language.hpp>
#include <mediaedit/placement.hpp>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <set>

namespace {

using namespace mediaedit;
using namespace mediaedit::internal;
using Json = nlohmann::json;

/// The ids that scripts rely on. Add to them, never rename one.
const std::vector<std::string> promised_ids{"instagram-feed-portrait",
                                            "instagram-feed-square",
                                            "instagram-feed-tall",
                                            "instagram-feed-landscape",
                                            "instagram-story",
                                            "instagram-reel",
                                            "instagram-reel-cover",
                                            "facebook-feed-portrait",
                                            "facebook-feed-square",
                                            "facebook-link",
                                            "facebook-story",
                                            "facebook-reel",
                                            "facebook-cover",
                                            "facebook-event-cover",
                                            "x-post",
                                            "x-square",
                                            "x-portrait",
                                            "x-header",
                                            "whatsapp-status",
                                            "whatsapp-photo",
                                            "tiktok-video",
                                            "tiktok-photo",
                                            "youtube-video",
                                            "youtube-short",
                                            "youtube-thumbnail",
                                            "threads-post"};

Placement placement(std::string_view id) {
    const auto found = find_placement(id);
    EXPECT_TRUE(found) << id;
    return found ? *found : Placement{};
}

TEST(Placements, AllPromisedOnesAreThere) {
    const auto compiled = parse_placements(placements_json);
    std::vector<std::string> ids;
    for (const auto& one : compiled) ids.push_back(one.id);
    EXPECT_THAT(ids, testing::IsSupersetOf(promised_ids));
}

TEST(Placements, ShapesAreThoseOfTheirNames) {
    EXPECT_EQ(placement("instagram-feed-portrait").size, (PixelSize{1080, 1350}));
    EXPECT_EQ(placement("instagram-feed-tall").size, (PixelSize{1080, 1440}));
    EXPECT_EQ(placement("instagram-feed-landscape").size, (PixelSize{1080, 566}));
    EXPECT_EQ(placement("instagram-story").size, (PixelSize{1080, 1920}));
    EXPECT_EQ(placement("facebook-link").size, (PixelSize{1200, 630}));
    EXPECT_EQ(placement("facebook-cover").size, (PixelSize{1702, 630}));
    EXPECT_EQ(placement("facebook-event-cover").size, (PixelSize{1920, 1005}));
    EXPECT_EQ(placement("youtube-thumbnail").size, (PixelSize{1280, 720}));
    const auto post = placement("x-post").size;
    EXPECT_EQ(post.width * 9, post.height * 16);
}

TEST(Placements, AVideoPlacementHasEvenSides) {
    // 4:2:0 stores one colour per two by two pixels.
    for (const auto& one : parse_placements(placements_json)) {
        if (std::count(one.kinds.begin(), one.kinds.end(), MediaKind::video) == 0) continue;
        EXPECT_EQ(one.size.width % 2, 0) << one.id;
        EXPECT_EQ(one.size.height % 2, 0) << one.id;
    }
}

TEST(Placements, SafeAreasAreTheGuides) {
    const auto reel = placement("instagram-reel");
    EXPECT_NEAR(reel.safe_area.left * 1080, 65, 1e-9);
    EXPECT_NEAR(1080 - reel.safe_area.right * 1080, 888, 1e-9);
    EXPECT_NEAR(reel.safe_area.top * 1920, 288, 1e-9);
    EXPECT_NEAR(1920 - reel.safe_area.bottom * 1920, 1248, 1e-9);
    const auto story = placement("instagram-story");
    EXPECT_NEAR(1080 - story.safe_area.right * 1080, 1015, 1e-9);
    EXPECT_NEAR(1920 - story.safe_area.bottom * 1920, 1670, 1e-9);
    EXPECT_NEAR(placement("facebook-cover").safe_area.right, 1.0 / 3, 0.001);
}

TEST(Placements, LimitsAreThere) {
    EXPECT_EQ(placement("instagram-feed-portrait").max_bytes, 8'000'000u);
    EXPECT_EQ(placement("youtube-thumbnail").max_bytes, 2'000'000u);
    EXPECT_EQ(placement("instagram-reel").max_video_bytes, 300'000'000u);
    EXPECT_EQ(placement("instagram-story").max_duration_s, 60);
    EXPECT_EQ(placement("x-post").caption_max_chars, 280);
    EXPECT_EQ(placement("instagram-feed-square").hashtags_max, 5);
    EXPECT_EQ(placement("facebook-story").alt_text_max_chars, std::nullopt);
    EXPECT_EQ(placement("instagram-feed-portrait").photo_formats, std::vector<std::string>{"jpeg"});
    EXPECT_EQ(placement("instagram-reel").video.codecs, (std::vector<std::string>{"h264", "hevc"}));
    EXPECT_EQ(placement("instagram-reel").video.max_bits_per_second, 25'000'000);
    EXPECT_EQ(placement("instagram-reel").video.min_frame_rate, 23);
    EXPECT_EQ(placement("facebook-reel").video.max_group_s, 5);
    EXPECT_EQ(placement("x-post").video.min_frame_rate, std::nullopt);
    EXPECT_EQ(placement("x-post").video.max_frame_rate, 60);
    EXPECT_EQ(placement("whatsapp-status").video.avoid,
              (std::vector<std::string>{"b_frames", "moov_last"}));
    EXPECT_TRUE(placement("instagram-feed-square").video.avoid.empty());
    EXPECT_EQ(placement("x-post").source, "X1 OWN X3 X2");
    EXPECT_EQ(placement("x-post").checked_on.size(), 10u);
}

TEST(Placements, EveryNameIsKnownToTranslators) {
    std::set<std::string> names;
    for (const auto& one : parse_placements(placements_json)) names.insert(one.name);
    EXPECT_THAT(translated_placement_names(), testing::UnorderedElementsAreArray(names));
}

TEST(Placements, NamesFollowTheLanguageWhenItIsChanged) {
    set_language("en");
    const auto english = placements();
    set_language("id");
    EXPECT_EQ(placement("whatsapp-photo").name, tr("Photo in a chat"));
    EXPECT_NE(placement("whatsapp-photo").name, "Photo in a chat");
    set_language("en");
    EXPECT_EQ(placements().data(), english.data());
    EXPECT_EQ(placement("whatsapp-photo").name, "Photo in a chat");
}

TEST(Placements, ASlipOfThePenIsAnswered) {
    const auto message = [](std::string_view id) {
        const auto found = find_placement(id);
        EXPECT_FALSE(found);
        EXPECT_EQ(found.error().code, ErrorCode::bad_argument);
        return found.error().message;
    };
    EXPECT_THAT(message("instagram-feed-potrait"), testing::HasSubstr("instagram-feed-portrait"));
    EXPECT_THAT(message("Instagram Story"), testing::HasSubstr("instagram-story"));
    EXPECT_THAT(message("thumbnail"), testing::HasSubstr("youtube-thumbnail"));
    EXPECT_THAT(message("xyzzy"), testing::Not(testing::HasSubstr("perhaps")));
    EXPECT_FALSE(message("").empty());
    EXPECT_FALSE(message(std::string(100'000, 'a')).empty());
}

struct Mistake {
    const char* patch;  ///< RFC 6902, applied to the built-in file
    const char* where;
};

class PlacementsMistake : public testing::TestWithParam<Mistake> {};

TEST_P(PlacementsMistake, NamesTheField) {
    const auto text = Json::parse(placements_json).patch(Json::parse(GetParam().patch)).dump();
    const auto read = guard([&] { return parse_placements(text); });
    ASSERT_FALSE(read);
    EXPECT_EQ(read.error().code, ErrorCode::bad_recipe);
    EXPECT_EQ(read.error().where, GetParam().where) << read.error().message;
    EXPECT_FALSE(read.error().message.empty());
}

#define SET(path, value) R"([{"op":"add","path":")" path R"(","value":)" value "}]"
#define REMOVE(path) R"([{"op":"remove","path":")" path R"("}])"
INSTANTIATE_TEST_SUITE_P(
    All, PlacementsMistake,
    testing::Values(
        Mistake{SET("/schema", "\"mediaedit.placements/2\""), "schema"},
        Mistake{SET("/schema", "\"mediaedit.recipe/1\""), "schema"},
        Mistake{REMOVE("/schema"), "schema"}, Mistake{SET("/date", "\"2026-13-01\""), "date"},
        Mistake{SET("/date", "\"2026-02-30\""), "date"}, Mistake{SET("/date", "20261124"), "date"},
        Mistake{SET("/date", "\"2026-1-100\""), "date"}, Mistake{SET("/colour", "1"), "colour"},
        Mistake{SET("/placements", "[]"), "placements"},
        Mistake{SET("/placements", "{}"), "placements"},
        Mistake{REMOVE("/placements"), "placements"},
        Mistake{SET("/placements/1/id", "\"instagram-feed-portrait\""), "placements[1].id"},
        Mistake{SET("/placements/1/id", "\"../up\""), "placements[1].id"},
        Mistake{SET("/placements/1/id", "\"\""), "placements[1].id"},
        Mistake{SET("/placements/2/naem", "\"x\""), "placements[2].naem"},
        Mistake{SET("/placements/2/name", "\"\""), "placements[2].name"},
        Mistake{SET("/placements/2/name", "\"a\\u001bb\""), "placements[2].name"},
        Mistake{SET("/placements/2/kinds", "[]"), "placements[2].kinds"},
        Mistake{SET("/placements/2/kinds/0", "\"film\""), "placements[2].kinds[0]"},
        Mistake{SET("/placements/2/kinds/0", "\"photo\""), "placements[2].kinds[1]"},
        Mistake{REMOVE("/placements/0/size_px"), "placements[0].size_px"},
        Mistake{SET("/placements/0/size_px/width", "0"), "placements[0].size_px.width"},
        Mistake{SET("/placements/0/size_px/width", "1e99"), "placements[0].size_px.width"},
        Mistake{SET("/placements/0/size_px/height", "18446744073709551615"),
                "placements[0].size_px.height"},
        Mistake{SET("/placements/0/size_px/depth", "1"), "placements[0].size_px.depth"},
        Mistake{SET("/placements/0/safe_area_px/left", "1030"), "placements[0].safe_area_px"},
        Mistake{SET("/placements/0/safe_area_px/top", "-1"), "placements[0].safe_area_px.top"},
        Mistake{REMOVE("/placements/0/max_bytes/source"), "placements[0].max_bytes.source"},
        Mistake{SET("/placements/0/max_bytes/source", "[]"), "placements[0].max_bytes.source"},
        Mistake{SET("/placements/0/max_bytes/source/0", "\"IG99\""),
                "placements[0].max_bytes.source[0]"},
        Mistake{SET("/placements/0/max_bytes/confidence", "\"maybe\""),
                "placements[0].max_bytes.confidence"},
        Mistake{SET("/placements/0/max_bytes/value", "8.5"), "placements[0].max_bytes.value"},
        Mistake{SET("/placements/0/max_bytes", "8000000"), "placements[0].max_bytes"},
        Mistake{SET("/placements/0/photo_formats/value", "[\"png\"]"),
                "placements[0].photo_formats"},
        Mistake{REMOVE("/placements/0/photo_formats"), "placements[0].photo_formats"},
        Mistake{SET("/placements/4/duration_s/max", "2"), "placements[4].duration_s.max"},
        Mistake{SET("/placements/4/frame_rates/value/0", "0"),
                "placements[4].frame_rates.value[0]"},
        Mistake{SET("/placements/0/other_shapes", "{\"value\":\"stretched\",\"source\":[\"IG1\"]}"),
                "placements[0].other_shapes.value"},
        Mistake{SET("/placements/0/other_shapes", "{\"value\":\"cut\"}"),
                "placements[0].other_shapes.source"},
        Mistake{SET("/placements/5/video_codecs/value/0", "\"h267\""),
                "placements[5].video_codecs.value[0]"},
        Mistake{SET("/placements/5/video_avoid/value/0", "\"moov_last\""),
                "placements[5].video_avoid.value[2]"},
        Mistake{SET("/placements/5/video_avoid/value", "[]"), "placements[5].video_avoid.value"},
        Mistake{REMOVE("/placements/5/frame_rate_range/max"), "placements[5].frame_rate_range.max"},
        Mistake{SET("/placements/5/frame_rate_range/max", "20"),
                "placements[5].frame_rate_range.max"},
        Mistake{SET("/placements/5/max_bits_per_second/value", "1"),
                "placements[5].max_bits_per_second.value"},
        Mistake{REMOVE("/placements/5/max_sound_hz/source"), "placements[5].max_sound_hz.source"},
        Mistake{REMOVE("/sources/IG1/kind"), "sources.IG1.kind"},
        Mistake{SET("/sources/IG1/kind", "\"X\""), "sources.IG1.kind"},
        Mistake{SET("/sources", "[]"), "sources"}));

TEST(PlacementsFile, EmptyOrBrokenTextIsRefused) {
    for (const char* text : {"", "{}", "[]", "null", "{\"schema\":", "\xff\xfe"}) {
        const auto read = guard([&] { return parse_placements(text); });
        ASSERT_FALSE(read) << text;
        EXPECT_EQ(read.error().code, ErrorCode::bad_recipe);
    }
}

class UserFile : public testing::Test {
protected:
    test::TemporaryFolder folder;

    /// One placement of the date, called "Mine".
    void write(const std::string& date) {
        auto file = Json::parse(placements_json);
        file["date"] = date;
        file["placements"] = Json::array({file["placements"][0]});
        file["placements"][0]["platform"] = "Mine";
        std::ofstream(folder / "placements.json") << file.dump();
    }
    [[nodiscard]] bool counts() const {
        const auto newest = newest_placements(folder.path());
        return newest.size() == 1 && newest.front().platform == "Mine";
    }
};

TEST_F(UserFile, CountsWhenItIsNewer) {
    write("2999-01-01");
    EXPECT_TRUE(counts());
}

TEST_F(UserFile, DoesNotCountWhenItIsOlderOrOfTheSameDay) {
    for (const std::string& date :
         {std::string("2020-01-01"), parse_placements_file(placements_json).date}) {
        write(date);
        EXPECT_FALSE(counts()) << date;
    }
}

TEST_F(UserFile, IsPassedOverWhenBrokenAndReportedWhenRead) {
    std::ofstream(folder / "placements.json") << "{";
    EXPECT_EQ(newest_placements(folder.path()).size(), parse_placements(placements_json).size());
    const auto read = read_placements(folder / "placements.json");
    ASSERT_FALSE(read);
    EXPECT_EQ(read.error().code, ErrorCode::bad_recipe);
    EXPECT_EQ(read_placements(folder / "none.json").error().code, ErrorCode::not_found);
}

TEST_F(UserFile, NeedNotBeThere) {
    EXPECT_FALSE(newest_placements(folder.path()).empty());
    EXPECT_FALSE(newest_placements({}).empty());
}

}  // namespace
