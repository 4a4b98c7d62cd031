// A post package made again: only what changed is made, what a person changed stays.
#include "media/post/package/post_fixture.hpp"
#include "support/media_files.hpp"
#include "support/phone_photos.hpp"

#include <mediaedit/mediaedit.hpp>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>
#include <set>

namespace {

using namespace mediaedit;
using namespace testing;
using namespace mediaedit::test;
using test::text_of;
namespace fs = std::filesystem;

TEST_F(PostPackage, SecondRunDoesNothing) {
    made();
    const auto before = files_in(package);
    const auto time = fs::last_write_time(package / ".made.json");
    const auto again = made();
    EXPECT_EQ(made_now(again), 0u);
    EXPECT_EQ(files_in(package), before);
    EXPECT_EQ(fs::last_write_time(package / ".made.json"), time);
}

TEST_F(PostPackage, ChangedCaptionMakesNoPictureAgain) {
    made();
    post.form.fields["jumlah_balita"] = "40";
    const auto report = made();
    for (const auto& file : report.files)
        EXPECT_EQ(file.made_now && !file.placement.empty(), false) << file.file;
    EXPECT_THAT(text_of(package / "caption-instagram.txt"), HasSubstr("40 balita"));
}

TEST_F(PostPackage, MakesAgainWhatIsGoneOrChanged) {
    made();
    fs::remove(package / "whatsapp/photo-02-b.jpg");
    std::ofstream(package / "whatsapp/photo-01-a-b.jpg", std::ios::app) << "x";
    test::write_phone_jpeg(folder / "a b.jpg", test::made_scene(1600, 1000));
    const auto report = made();
    std::set<std::string> names;
    for (const auto& file : report.files)
        if (file.made_now && !file.placement.empty()) names.insert(file.file.generic_string());
    EXPECT_EQ(names, (std::set<std::string>{
                         "facebook/feed-square-01-a-b.jpg", "instagram/feed-portrait-01-a-b.jpg",
                         "whatsapp/photo-01-a-b.jpg", "whatsapp/photo-02-b.jpg"}));
    EXPECT_FALSE(test::read_photo_pixels(package / "whatsapp/photo-01-a-b.jpg").empty());
}

TEST_F(PostPackage, WhatAPersonChangedStaysTheirsAndIsChecked) {
    made();
    std::ofstream(package / "caption-facebook.txt")
        << "Kegiatan di Balai Desa, 12 Mei 2026. NIK 3399017105900001. Ada usul?\n";
    post.form.fields["jumlah_balita"] = "40";
    const auto report = made();
    EXPECT_THAT(text_of(package / "caption-facebook.txt"), HasSubstr("3399017105900001"));
    EXPECT_THAT(codes_of(report.findings),
                AllOf(Contains("changed_by_hand"), Contains("personal.nik_or_kk")));
    EXPECT_THAT(text_of(package / "checklist.html"), HasSubstr("Kegiatan di Balai Desa"));
}

TEST_F(PostPackage, WhatIsNotWantedAnyMoreGoesAndNothingElse) {
    made();
    std::ofstream(package / "whatsapp/mine.jpg") << "mine";
    std::ofstream(package / "whatsapp/photo-02-b.jpg", std::ios::app) << "mine too";
    post.placements = {"instagram-feed-portrait"};
    made();
    EXPECT_EQ(
        files_in(package),
        (std::set<std::string>{".made.json", "alt-text.txt", "caption-instagram.txt",
                               "checklist.html", "post.json", "instagram/feed-portrait-01-a-b.jpg",
                               "instagram/feed-portrait-02-b.jpg", "whatsapp/mine.jpg",
                               "whatsapp/photo-02-b.jpg"}));
}

TEST_F(PostPackage, CanBeMadeAgainFromItself) {
    made();
    const auto again = read_post(package / "post.json");
    ASSERT_TRUE(again) << again.error().message;
    post = *again;
    EXPECT_EQ(made_now(made()), 0u);
}

TEST_F(PostPackage, StoppedItKeepsWhatIsFinishedAndGoesOnFromThere) {
    std::stop_source stop;
    Control control;
    control.threads = 1;
    control.stop = stop.get_token();
    control.on_progress = [&](const Progress& progress) {
        if (progress.fraction > 0.5) stop.request_stop();
    };
    const auto stopped = make_post(post, package, {}, control);
    ASSERT_FALSE(stopped);
    EXPECT_EQ(stopped.error().code, ErrorCode::cancelled);
    const auto there = files_in(package).size();
    EXPECT_GT(there, 1u);
    const auto report = made();
    EXPECT_LT(made_now(report), report.files.size());
    for (const auto& file : report.files)
        if (file.file.extension() == ".jpg") {
            EXPECT_FALSE(test::read_photo_pixels(package / file.file).empty());
        }
}

TEST_F(PostPackage, AForeignManifestDeletesNothingOutside) {
    made();
    const auto victim = folder / "victim.txt";
    std::ofstream(victim) << "mine";
    auto memory = text_of(package / ".made.json");
    const auto at = memory.find("\"files\": {");
    ASSERT_NE(at, memory.npos);
    const auto state = "|" + std::to_string(fs::file_size(victim)) + "|" +
                       std::to_string(fs::last_write_time(victim).time_since_epoch().count());
    memory.insert(at + 10, "\"../victim.txt\": [\"k\", \"" + state + "\"],");
    std::ofstream(package / ".made.json") << memory;
    made();
    EXPECT_TRUE(fs::exists(victim));
}

}  // namespace
