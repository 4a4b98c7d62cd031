// The preview of a post shows what is saved.
#include "support/made_village.hpp"
#include "support/phone_photos.hpp"
#include "support/temporary_folder.hpp"

#include <mediaedit/post_draft.hpp>
#include <mediaedit/preview.hpp>

#include <gtest/gtest.h>
#include <opencv2/imgproc.hpp>

namespace {

using namespace mediaedit;
using namespace mediaedit::test;

Post small_post(const std::filesystem::path& photo) {
    Post post;
    post.village = made_village();
    post.template_id = "activity";
    post.form = {"posyandu",
                 {{"nama_pos", "Melati"},
                  {"tempat", "Balai Desa"},
                  {"tanggal", "2026-05-12"},
                  {"jumlah_balita", "32"}}};
    post.placements = {"instagram-feed-portrait", "facebook-feed-portrait", "whatsapp-photo"};
    post.items = {PostItem{.file = photo}};
    return post;
}

TEST(PostDraft, TheItemsRecipeShowsWhatThePackageHolds) {
    const TemporaryFolder folder;
    write_phone_jpeg(folder / "a.jpg", made_scene(2000, 1500));
    const auto post = small_post(folder / "a.jpg");
    const auto made = make_post(post, folder / "ready");
    ASSERT_TRUE(made) << made.error().message;
    auto preview = Preview::open(folder / "a.jpg");
    ASSERT_TRUE(preview);
    int compared = 0;
    for (const auto& file : made->files) {
        if (file.placement.empty()) continue;
        const auto placement = find_placement(file.placement);
        ASSERT_TRUE(placement);
        const auto recipe = item_recipe(post, file.item, *placement);
        ASSERT_TRUE(recipe) << recipe.error().message;
        const auto shown = preview->edited(*recipe, Time(0), {400, 400});
        ASSERT_TRUE(shown);
        const auto saved = read_photo_pixels(folder / "ready" / file.file);
        ASSERT_FALSE(saved.empty());
        cv::Mat small,
            rgba(shown->size.height, shown->size.width, CV_8UC4,
                 const_cast<std::uint8_t*>(shown->rgba.data())),
            rgb;
        cv::cvtColor(rgba, rgb, cv::COLOR_RGBA2RGB);
        cv::resize(saved, small, rgb.size(), 0, 0, cv::INTER_AREA);
        EXPECT_LT(cv::norm(small, rgb, cv::NORM_L1) / static_cast<double>(small.total() * 3), 4.0)
            << file.placement;
        ++compared;
    }
    EXPECT_EQ(compared, 3);
}

TEST(PostDraft, CaptionsAreThoseOfThePackageWithWhatIsWrongInThem) {
    auto post = small_post("a.jpg");
    post.captions = {
        {"Facebook", "Hubungi 3301011201900001 di Balai Desa, Selasa, 12 Mei 2026. Ada usul?"}};
    const auto drafts = draft_captions(post);
    ASSERT_TRUE(drafts) << drafts.error().message;
    ASSERT_EQ(drafts->size(), 3U);
    EXPECT_EQ((*drafts)[0].placements.front().platform, "Instagram");
    EXPECT_FALSE((*drafts)[0].own);
    EXPECT_NE((*drafts)[0].text.find("Melati"), std::string::npos);
    EXPECT_GT((*drafts)[0].count.length, 20);
    EXPECT_TRUE((*drafts)[1].own);
    ASSERT_FALSE((*drafts)[1].findings.empty());
    EXPECT_EQ((*drafts)[1].findings.front().code, "personal.nik_or_kk");
    const auto alt_text = draft_alt_text(post);
    ASSERT_TRUE(alt_text);
    EXPECT_FALSE(alt_text->empty());
}

TEST(PostDraft, WhatIsNotThereIsNamed) {
    auto post = small_post("a.jpg");
    EXPECT_EQ(item_recipe(post, 1, find_placement("whatsapp-photo").value()).error().code,
              ErrorCode::bad_argument);
    post.placements = {"nowhere"};
    EXPECT_EQ(draft_captions(post).error().code, ErrorCode::bad_argument);
}

}  // namespace
