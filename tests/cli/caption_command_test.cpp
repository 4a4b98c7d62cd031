// The contract of mediaedit caption --check.
#include "support/run_command.hpp"
#include "support/temporary_folder.hpp"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <fstream>
#include <string>

namespace {

using namespace mediaedit::test;
using Json = nlohmann::json;

class CaptionCommand : public testing::Test {
protected:
    TemporaryFolder folder;
    std::string file = (folder / "caption.txt").string();

    void write(std::string_view text) const { std::ofstream(file, std::ios::binary) << text; }

    static Json json_of(const mediaedit::test::Run& run) {
        const auto document = Json::parse(run.out, nullptr, false);
        EXPECT_FALSE(document.is_discarded()) << run.out << run.err;
        return document;
    }
    static int count(const Json& document, const std::string& code) {
        int found = 0;
        for (const auto& finding : document["findings"]) found += finding["code"] == code ? 1 : 0;
        return found;
    }
};

TEST_F(CaptionCommand, ReportsFindingsAndCountsAsJson) {
    write("Hubungi Bu Siti 0812-9900-0102, Selasa 12 Mei 2026, Balai Desa. #a #b #c #d #e #f");
    const auto run =
        run_mediaedit({"caption", "--check", file, "--for", "instagram-reel,x-post", "--json"});
    EXPECT_EQ(run.code, 0) << run.err;
    const auto document = json_of(run);
    EXPECT_EQ(document["file"], file);
    EXPECT_EQ(count(document, "personal.phone"), 2) << "one for each placement";
    EXPECT_EQ(count(document, "caption.too_many_hashtags"), 1);
    const auto& first = document["findings"][0];
    EXPECT_EQ(first["placement"], "instagram-reel");
    EXPECT_EQ(first["code"], "personal.phone");
    EXPECT_EQ(first["severity"], "warning");
    EXPECT_EQ(first["begin"], 16);
    EXPECT_EQ(first["end"], 30);
    EXPECT_EQ(first["replacement"], "****-****-*102");
    EXPECT_FALSE(first["message"].get<std::string>().empty());
    EXPECT_FALSE(first["fix"].get<std::string>().empty());
    ASSERT_EQ(document["counts"].size(), 2u);
    EXPECT_EQ(document["counts"][1], (Json{{"placement", "x-post"},
                                           {"counted_as", "x_weighted"},
                                           {"length", 81},
                                           {"limit", 280},
                                           {"hashtags", 6},
                                           {"hashtags_limit", nullptr},
                                           {"fits", true}}));
}

TEST_F(CaptionCommand, OnePlacementHasTheSameShape) {
    write("Kerja bakti");
    const auto document =
        json_of(run_mediaedit({"caption", "--check", file, "--for", "facebook-link", "--json"}));
    EXPECT_TRUE(document["findings"].is_array());
    ASSERT_EQ(document["counts"].size(), 1u);
    EXPECT_EQ(document["counts"][0]["limit"], nullptr);
    EXPECT_EQ(document["findings"][0]["replacement"], nullptr);
}

TEST_F(CaptionCommand, WhatAPlatformRefusesIsExit3) {
    write(std::string(300, 'a'));
    EXPECT_EQ(run_mediaedit({"caption", "--check", file, "--for", "x-post"}).code, 3);
    EXPECT_EQ(run_mediaedit({"caption", "--check", file, "--for", "facebook-feed-portrait"}).code,
              0);
}

TEST_F(CaptionCommand, TheOfficesPhonesAreKnown) {
    write("Hubungi 0812-9900-1234 atau (0299) 700123");
    const auto strange =
        json_of(run_mediaedit({"caption", "--check", file, "--for", "x-post", "--json"}));
    EXPECT_EQ(count(strange, "personal.phone"), 2);
    const auto known =
        json_of(run_mediaedit({"caption", "--check", file, "--for", "x-post", "--office-phone",
                               "+62 812 9900 1234", "--office-phone", "0299700123", "--json"}));
    EXPECT_EQ(count(known, "personal.phone"), 0);
}

TEST_F(CaptionCommand, AKindAsksForItsFacts) {
    write("Talud selesai.");
    EXPECT_EQ(
        count(json_of(run_mediaedit({"caption", "--check", file, "--for", "x-post", "--json"})),
              "money.missing_amount"),
        0);
    EXPECT_EQ(count(json_of(run_mediaedit({"caption", "--check", file, "--for", "x-post", "--kind",
                                           "pembangunan", "--json"})),
                    "money.missing_amount"),
              1);
}

TEST_F(CaptionCommand, SpeaksToPeopleInTheirLanguage) {
    write("NIK 3399017105900001");
    const auto english =
        run_mediaedit({"caption", "--check", file, "--for", "facebook-feed-portrait"});
    EXPECT_NE(english.out.find("warning [3399017105900001]: This looks like somebody's NIK"),
              std::string::npos)
        << english.out;
    const auto indonesian = run_mediaedit(
        {"caption", "--check", file, "--for", "facebook-feed-portrait", "--lang", "id"});
    EXPECT_NE(indonesian.out.find("peringatan"), std::string::npos) << indonesian.out;
}

TEST_F(CaptionCommand, RefusesWhatItCannotRead) {
    const auto missing = run_mediaedit(
        {"caption", "--check", (folder / "none.txt").string(), "--for", "x-post", "--json"});
    EXPECT_EQ(missing.code, 4);
    EXPECT_EQ(json_of(missing)["error"]["code"], "not_found");
    EXPECT_EQ(run_mediaedit({"caption", "--check", file, "--for", "nowhere"}).code, 2);
    EXPECT_EQ(run_mediaedit({"caption", "--for", "x-post"}).code, 2);
    write("");
    EXPECT_EQ(run_mediaedit({"caption", "--check", file, "--for", "x-post"}).code, 0);
    write("a\xFF\xC3(");
    EXPECT_EQ(json_of(run_mediaedit({"caption", "--check", file, "--for", "x-post",
                                     "--json"}))["counts"][0]["length"],
              4);
}

}  // namespace
