// The package: what is in it, what a second run does, what stays a person's own.
#include "support/made_film.hpp"
#include "support/made_village.hpp"
#include "support/media_files.hpp"
#include "support/phone_photos.hpp"
#include "support/temporary_folder.hpp"

#include <mediaedit/mediaedit.hpp>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <set>

namespace {

using namespace mediaedit;
using namespace testing;
using test::text_of;
namespace fs = std::filesystem;

std::set<std::string> files_in(const fs::path& folder) {
    std::set<std::string> names;
    for (const auto& entry : fs::recursive_directory_iterator(folder))
        if (entry.is_regular_file())
            names.insert(fs::relative(entry.path(), folder).generic_string());
    return names;
}

std::vector<std::string> codes_of(const std::vector<PostFinding>& findings) {
    std::vector<std::string> codes;
    for (const auto& found : findings) codes.push_back(found.finding.code);
    return codes;
}

class PostPackage : public Test {
protected:
    test::TemporaryFolder folder;
    fs::path package = folder / "ready";
    Post post;

    void SetUp() override {
        test::write_phone_jpeg(folder / "a b.jpg", test::made_scene(1600, 1200));
        test::write_phone_jpeg(folder / "b.jpg", test::made_scene(1200, 1600));
        test::make_film(folder / "clip.mp4", {.width = 320, .height = 240, .frames = 45});
        post.village = test::made_village();
        post.village.office_whatsapp = "0812-0000-0000";
        post.form.kind = "posyandu";
        post.form.fields = {{"jumlah_balita", "32"},
                            {"nama_pos", "Melati"},
                            {"tempat", "Balai Desa Sukamaju"},
                            {"tanggal", "2026-05-12"},
                            {"layanan", "timbang dan ukur"},
                            {"petugas", "bidan desa"},
                            {"jumlah_kader", "5"},
                            {"manfaat", "Tumbuh kembang balita terpantau"}};
        post.placements = {"instagram-feed-portrait", "instagram-reel", "whatsapp-photo",
                           "facebook-feed-square"};
        PostItem clip{.file = folder / "clip.mp4"};
        clip.recipe.keep = {{Time(500'000), Time(1'300'000)}};
        post.items = {{.file = folder / "a b.jpg"}, {.file = folder / "b.jpg"}, clip};
        for (auto& item : post.items)
            item.consent = {{"child", ConsentAnswer::given, "book", "2026-05-12", "AB"}};
    }

    PostReport made() {
        auto report = make_post(post, package);
        EXPECT_TRUE(report) << report.error().message << " " << report.error().where;
        return report ? std::move(*report) : PostReport{};
    }

    static std::size_t made_now(const PostReport& report) {
        return static_cast<std::size_t>(std::ranges::count_if(report.files, &PostFile::made_now));
    }
};

TEST_F(PostPackage, HoldsAFolderForEachPlatformAndTheTexts) {
    const auto report = made();
    EXPECT_TRUE(report.failures.empty());
    EXPECT_EQ(
        files_in(package),
        (std::set<std::string>{
            ".made.json", "alt-text.txt", "caption-facebook.txt", "caption-instagram-reel.txt",
            "caption-instagram.txt", "caption-whatsapp.txt", "checklist.html", "post.json",
            "facebook/feed-square-01-a-b.jpg", "facebook/feed-square-02-b.jpg",
            "instagram/feed-portrait-01-a-b.jpg", "instagram/feed-portrait-02-b.jpg",
            "instagram/reel-01-clip.mp4", "whatsapp/photo-01-a-b.jpg", "whatsapp/photo-02-b.jpg"}));
    const auto photo = probe(package / "instagram/feed-portrait-01-a-b.jpg");
    ASSERT_TRUE(photo);
    EXPECT_EQ(photo->size, (PixelSize{1080, 1350}));
    EXPECT_FALSE(photo->has_location || photo->has_owner_data || photo->taken_at);
    const auto reel = test::read_film(package / "instagram/reel-01-clip.mp4");
    EXPECT_EQ(reel.size(), 24u);
    for (const auto& file : report.files)
        if (!file.placement.empty()) {
            EXPECT_TRUE(carried_data(package / file.file)->items.empty()) << file.file;
        }
    EXPECT_THAT(text_of(package / "checklist.html"),
                HasSubstr("<tr><td>a b.jpg</td><td>place, time, device"));
    const auto caption = text_of(package / "caption-instagram.txt");
    EXPECT_THAT(caption, AllOf(HasSubstr("32 balita"), HasSubstr("Selasa, 12 Mei 2026"),
                               HasSubstr("Balai Desa Sukamaju")));
    EXPECT_THAT(text_of(package / "alt-text.txt"),
                HasSubstr("instagram/feed-portrait-01-a-b.jpg\n"));
}

TEST_F(PostPackage, SecondRunDoesNothing) {
    made();
    const auto before = files_in(package);
    const auto time = fs::last_write_time(package / ".made.json");
    const auto again = made();
    EXPECT_EQ(made_now(again), 0u);
    EXPECT_EQ(files_in(package), before);
    EXPECT_EQ(fs::last_write_time(package / ".made.json"), time);
}

TEST_F(PostPackage, ChangedCaptionMakesNoPictureAnew) {
    made();
    post.form.fields["jumlah_balita"] = "40";
    const auto report = made();
    for (const auto& file : report.files)
        EXPECT_EQ(file.made_now && !file.placement.empty(), false) << file.file;
    EXPECT_THAT(text_of(package / "caption-instagram.txt"), HasSubstr("40 balita"));
}

TEST_F(PostPackage, MakesAnewWhatIsGoneOrChanged) {
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

TEST_F(PostPackage, OneBadFileDoesNotStopTheRest) {
    std::ofstream(folder / "b.jpg") << "no photo";
    post.items.push_back({.file = folder / "gone.jpg"});
    const auto report = made();
    ASSERT_EQ(report.failures.size(), 2u);
    EXPECT_EQ(report.failures[0].source, folder / "b.jpg");
    EXPECT_EQ(report.failures[1].error.code, ErrorCode::not_found);
    EXPECT_TRUE(fs::exists(package / "whatsapp/photo-01-a-b.jpg"));
    EXPECT_EQ(report.findings.front().finding.severity, Severity::error);
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

TEST_F(PostPackage, AsksForConsentOnlyWhereItIsOpen) {
    auto findings = check_post(post);
    ASSERT_TRUE(findings);
    EXPECT_THAT(codes_of(*findings), Not(Contains("picture.faces")));
    post.items[0].consent[0].answer = ConsentAnswer::refused;
    post.items[2].consent.clear();
    findings = check_post(post);
    EXPECT_EQ(findings->front().finding.code, "consent.refused");
    EXPECT_THAT(codes_of(*findings), Contains("picture.faces"));
    post.items[0].faces = post.items[2].faces = FaceChoice::hide;
    findings = check_post(post);
    EXPECT_THAT(codes_of(*findings),
                AllOf(Not(Contains("picture.faces")), Not(Contains("consent.refused"))));
}

TEST_F(PostPackage, DoesNotAskAgainWhatTheConsentAnswers) {
    EXPECT_THAT(codes_of(*check_post(post)), Not(Contains("topic.child")));
    post.items[1].consent.clear();
    EXPECT_THAT(codes_of(*check_post(post)), Contains("topic.child"));
}

TEST_F(PostPackage, LaysPicturesOutByATemplateWithTheFormsWords) {
    post.template_id = "activity";
    post.items.resize(1);
    post.placements = {"instagram-feed-portrait"};
    const auto plain_colour = post.village.main_color;
    const auto report = made();
    EXPECT_TRUE(report.failures.empty());
    EXPECT_THAT(codes_of(report.findings), Not(Contains("place_missing")));
    // The band below the photo has the village's colour.
    const auto seen = test::read_photo_pixels(package / "instagram/feed-portrait-01-a-b.jpg");
    const auto corner = seen.at<cv::Vec3b>(1340, 20);
    EXPECT_NEAR(corner[0], plain_colour.red, 6);
    EXPECT_NEAR(corner[1], plain_colour.green, 6);
    EXPECT_NEAR(corner[2], plain_colour.blue, 6);
    // Another title is another picture.
    post.words["title"] = "Balita sehat";
    EXPECT_GT(made_now(made()), 0u);
    post.template_id = "no-such";
    EXPECT_THAT(codes_of(made().findings), Contains("template_unknown"));
}

TEST_F(PostPackage, AcceptedFindingsStayQuiet) {
    post.captions["WhatsApp"] = "Hubungi 081211112222 di Balai Desa, 12 Mei 2026. Ada usul?";
    EXPECT_THAT(codes_of(*check_post(post)), Contains("personal.phone"));
    post.quiet = {"personal.phone"};
    EXPECT_THAT(codes_of(*check_post(post)), Not(Contains("personal.phone")));
}

TEST_F(PostPackage, AWordsOnlyPostHasCaptionsAndChecklist) {
    post.items.clear();
    made();
    EXPECT_EQ(files_in(package),
              (std::set<std::string>{".made.json", "caption-facebook.txt",
                                     "caption-instagram-reel.txt", "caption-instagram.txt",
                                     "caption-whatsapp.txt", "checklist.html", "post.json"}));
}

TEST_F(PostPackage, ThePageCannotBeMadeToRunWhatAPersonWrote) {
    post.captions["WhatsApp"] = "<script>alert(1)</script> \"&'";
    post.items[0].alt_text = "\"><img src=x onerror=alert(1)>";
    made();
    const auto page = text_of(package / "checklist.html");
    EXPECT_THAT(page, AllOf(Not(HasSubstr("<script>alert")), Not(HasSubstr("<img src=x")),
                            HasSubstr("&lt;script&gt;alert(1)&lt;/script&gt; &quot;&amp;&#39;")));
    EXPECT_THAT(page, Not(HasSubstr("://")));  // nothing is loaded from anywhere
}

TEST_F(PostPackage, AMemoryFromAStrangerDeletesNothingOutside) {
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

TEST_F(PostPackage, WithoutPlacesItSaysWhichFieldLacks) {
    post.placements.clear();
    const auto report = make_post(post, package);
    ASSERT_FALSE(report);
    EXPECT_EQ(report.error().where, "for");
}

TEST(FindPosts, TakesEachFolderWithAPostOrWithTheSharedPattern) {
    const test::TemporaryFolder folder;
    for (const char* name : {"1 own", "2 pattern", "3 empty", "4 broken"})
        fs::create_directories(folder / name);
    std::ofstream(folder / "1 own/post.json")
        << R"({"schema":"mediaedit.post/1","for":["x-post"]})";
    std::ofstream(folder / "4 broken/post.json") << "{";
    test::write_phone_jpeg(folder / "2 pattern/z.jpg", test::made_scene(64, 48));
    test::write_phone_jpeg(folder / "2 pattern/a.jpg", test::made_scene(64, 48));
    Post like;
    like.placements = {"whatsapp-photo"};
    const auto found = find_posts(folder.path(), like);
    ASSERT_TRUE(found);
    ASSERT_EQ(found->size(), 3u);
    EXPECT_EQ((*found)[0].post->placements, std::vector<std::string>{"x-post"});
    ASSERT_EQ((*found)[1].post->items.size(), 2u);
    EXPECT_EQ((*found)[1].post->items[0].file, folder / "2 pattern/a.jpg");
    EXPECT_EQ((*found)[1].post->placements, like.placements);
    EXPECT_FALSE((*found)[2].post);
    EXPECT_EQ(find_posts(folder / "none").error().code, ErrorCode::not_found);
}

}  // namespace
