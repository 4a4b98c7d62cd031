// The built-in activities, and reading a file of activities.
#include "caption/write/newest_activities.hpp"

#include "base/guard.hpp"
#include "support/temporary_folder.hpp"

#include <mediaedit/caption.hpp>
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

/// The ids that forms rely on. Add to them, never rename one.
const std::vector<std::string> promised_kinds{
    "posyandu", "musyawarah", "blt",     "kerjabakti", "pelatihan",  "pembangunan", "pkk",
    "posbindu", "imunisasi",  "lomba17", "layanan",    "pengumuman", "kegiatan",    "bantuan"};

TEST(Activities, AllPromisedOnesAreThere) {
    std::vector<std::string> ids;
    for (const auto& kind : activity_kinds()) ids.push_back(kind.id);
    EXPECT_THAT(ids, testing::IsSupersetOf(promised_kinds));
}

TEST(Activities, EveryKindAsksInBothLanguages) {
    for (const auto& kind : parse_activities_file(activities_json).kinds) {
        EXPECT_FALSE(kind.name.id.empty() || kind.name.en.empty()) << kind.id;
        std::set<std::string> ids;
        for (const auto& field : kind.fields) {
            EXPECT_TRUE(ids.insert(field.id).second) << kind.id << " asks twice for " << field.id;
            EXPECT_FALSE(field.label.id.empty() || field.label.en.empty()) << field.id;
            EXPECT_TRUE(field.kind == FieldKind::tick ||
                        !(field.hint.id.empty() || field.hint.en.empty()))
                << field.id;
        }
        EXPECT_TRUE(ids.contains("ajakan") && ids.contains("kanal"))
            << kind.id << " must let people answer";
        for (const auto* templates : {&kind.id_templates, &kind.en_templates})
            EXPECT_FALSE(templates->brief.lines.empty() || templates->full.lines.empty() ||
                         templates->alt_text.lines.empty());
    }
}

TEST(Activities, WhatAKindMustSayIsInItsFullText) {
    const auto data = Json::parse(activities_json);
    for (const auto& kind : data["kinds"])
        for (const char* language : {"id", "en"}) {
            const auto text = kind["full"][language].dump();
            for (const std::string field : kind["required"]) {
                const bool time_or_place = field == "hut" || field == "kanal" || field == "tempat";
                EXPECT_TRUE(time_or_place || text.find("{" + field + "}") != text.npos)
                    << kind["id"] << " " << language << " lacks " << field;
            }
        }
}

TEST(Activities, MoneyOfTheVillageFundIsNamedWithItsSource) {
    for (const char* id : {"blt", "pembangunan", "pelatihan"}) {
        const auto kinds = activity_kinds();
        const auto kind = std::ranges::find(kinds, id, &ActivityKind::id);
        ASSERT_NE(kind, kinds.end());
        EXPECT_TRUE(std::ranges::any_of(kind->fields, [](const FormField& field) {
            return field.id == "sumber" && field.required;
        })) << id;
    }
}

TEST(Activities, ConsentIsAskedWhereItMatters) {
    for (const auto& kind : activity_kinds()) {
        if (kind.id == "blt" || kind.id == "bantuan") {
            EXPECT_THAT(kind.consent, testing::Contains("aid"));
        }
        if (kind.id == "posyandu" || kind.id == "imunisasi") {
            EXPECT_THAT(kind.consent, testing::IsSupersetOf({"child", "health"}));
        }
        EXPECT_THAT(kind.consent, testing::Each(testing::AnyOf("adult", "child", "aid", "health",
                                                               "victim", "crowd")))
            << kind.id;
    }
}

TEST(Activities, PlatformsHaveTwoSentences) {
    for (const auto& placement : placements()) {
        if (placement.platform == "Threads") continue;
        const auto words = platform_character(placement.platform);
        EXPECT_EQ(std::count(words.begin(), words.end(), '.'), 2)
            << placement.platform << ": " << words;
    }
    EXPECT_EQ(platform_character("Myspace"), "");
}

TEST(Activities, TenInvitationsMayBeChosen) { EXPECT_EQ(invitations().size(), 10u); }

class Mistake : public testing::TestWithParam<std::pair<const char*, const char*>> {};

TEST_P(Mistake, NamesItsField) {
    const auto& [patch, where] = GetParam();
    const auto text = Json::parse(activities_json).patch(Json::parse(patch)).dump();
    const auto read = guard([&] { return parse_activities_file(text); });
    ASSERT_FALSE(read);
    EXPECT_EQ(read.error().code, ErrorCode::bad_recipe);
    EXPECT_EQ(read.error().where, where) << read.error().message;
}

#define SET(path, value) R"([{"op":"add","path":")" path R"(","value":)" value "}]"
#define REMOVE(path) R"([{"op":"remove","path":")" path R"("}])"
INSTANTIATE_TEST_SUITE_P(
    Activities, Mistake,
    testing::Values(std::pair{SET("/schema", "\"mediaedit.activities/2\""), "schema"},
                    std::pair{SET("/schema", "\"mediaedit.recipe/1\""), "schema"},
                    std::pair{SET("/date", "\"2026-13-01\""), "date"},
                    std::pair{REMOVE("/date"), "date"}, std::pair{SET("/x", "1"), "x"},
                    std::pair{SET("/fields", "[]"), "fields"},
                    std::pair{SET("/fields/apa/kind", "\"word\""), "fields.apa.kind"},
                    std::pair{REMOVE("/fields/apa/label/en"), "fields.apa.label.en"},
                    std::pair{SET("/fields/apa/x", "1"), "fields.apa.x"},
                    std::pair{REMOVE("/fields/status/choices"), "fields.status.choices"},
                    std::pair{REMOVE("/fields/pernyataan_utuh/ticked"),
                              "fields.pernyataan_utuh.ticked"},
                    std::pair{SET("/invitations/0/with", "\"none\""), "invitations[0].with"},
                    std::pair{SET("/invitations/0/comments", "1"), "invitations[0].comments"},
                    std::pair{SET("/platforms/0/source/0", "\"Z9\""), "platforms[0].source[0]"},
                    std::pair{SET("/kinds", "[]"), "kinds"},
                    std::pair{SET("/kinds/1/id", "\"posyandu\""), "kinds[1].id"},
                    std::pair{SET("/kinds/0/fields/0", "\"none\""), "kinds[0].fields[0]"},
                    std::pair{SET("/kinds/0/fields/0", "7"), "kinds[0].fields[0]"},
                    std::pair{SET("/kinds/0/required/0", "\"nominal\""), "kinds[0].required[0]"},
                    std::pair{SET("/kinds/0/invitations/0", "\"none\""), "kinds[0].invitations[0]"},
                    std::pair{SET("/kinds/0/hints/nominal", "{}"), "kinds[0].hints.nominal"},
                    std::pair{SET("/kinds/0/full/id/0", "\"{nominal}\""), "kinds[0].full.id[0]"},
                    std::pair{SET("/kinds/0/full/id/0", "\"[a\""), "kinds[0].full.id[0]"},
                    std::pair{SET("/kinds/0/brief/en", "{}"), "kinds[0].brief.en"},
                    std::pair{SET("/kinds/0/alt_text/id", "\"a>\""), "kinds[0].alt_text.id"},
                    std::pair{SET("/sources/M1/kind", "\"X\""), "sources.M1.kind"}));

TEST(Activities, BrokenTextIsRefused) {
    for (const char* text : {"", "{}", "[]", "null", "{\"schema\":", "\xff"})
        EXPECT_EQ(guard([&] { return parse_activities_file(text); }).error().code,
                  ErrorCode::bad_recipe)
            << text;
}

class UserActivities : public testing::Test {
protected:
    test::TemporaryFolder folder;

    void write(const std::string& date) {
        auto file = Json::parse(activities_json);
        file["date"] = date;
        file["kinds"] = Json::array({file["kinds"][0]});
        std::ofstream(folder / "activities.json") << file.dump();
    }
    [[nodiscard]] bool count() const { return newest_activities(folder.path()).kinds.size() == 1; }
};

TEST_F(UserActivities, CountWhenTheyAreNewer) {
    write("2999-01-01");
    EXPECT_TRUE(count());
}

TEST_F(UserActivities, DoNotCountWhenTheyAreOlderBrokenOrAbsent) {
    EXPECT_FALSE(count());
    write("2020-01-01");
    EXPECT_FALSE(count());
    write(parse_activities_file(activities_json).date);
    EXPECT_FALSE(count());
    std::ofstream(folder / "activities.json") << "{";
    EXPECT_FALSE(count());
    EXPECT_FALSE(newest_activities({}).kinds.empty());
}

TEST(Activities, FollowTheCurrentLanguage) {
    const auto question = [](const char* language) {
        set_language(language);
        return activity_kinds().front().fields.front().label;
    };
    EXPECT_EQ(question("en"), "Children under five");
    EXPECT_EQ(question("id"), "Jumlah balita");
    EXPECT_EQ(question("en"), "Children under five");
    set_language("");
}

}  // namespace
