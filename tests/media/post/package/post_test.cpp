// A post package: folders, texts, checklist and consent.
#include "media/post/package/post_fixture.hpp"
#include "support/made_film.hpp"
#include "support/media_files.hpp"
#include "support/phone_photos.hpp"
#include "support/temporary_folder.hpp"

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
    // Another title makes another picture.
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
