// Edits of frames, faces and covered areas.
#include "states.hpp"

#include "model/edits.hpp"

#include <mediaedit/turning.hpp>

#include <gtest/gtest.h>

#include <chrono>
#include <map>
#include <random>
#include <string>
#include <utility>

namespace {

using namespace mediaedit;
using namespace sunting;
using namespace sunting::test;
using namespace std::chrono_literals;

// --- frames

TEST(FrameEditsTest, EachPlaceGetsAFrameOfItsOwnShape) {
    const std::map<std::string, PlaceFrame> shapes{
        {"instagram-feed-portrait",
         {.shape = {.turned = {1600, 1200}, .aspect = 4.0 / 5, .fit = Fit::cover, .crop = {}}}},
        {"instagram-story",
         {.shape = {.turned = {1600, 1200}, .aspect = 9.0 / 16, .fit = Fit::cover, .crop = {}}}}};
    const auto work =
        with_framing(photo_work(), 0, {"instagram-feed-portrait", "instagram-story", "unknown"},
                     shapes, {{0.3, 0.5}, 2});
    const auto& own = work.post.items[0].recipe.placements;
    ASSERT_EQ(own.size(), 2u);
    EXPECT_NEAR(own.at("instagram-feed-portrait").crop->width * 1600 /
                    (own.at("instagram-feed-portrait").crop->height * 1200),
                0.8, 1e-9);
    EXPECT_NEAR(own.at("instagram-story").crop->width * 1600 /
                    (own.at("instagram-story").crop->height * 1200),
                9.0 / 16, 1e-9);
    EXPECT_EQ(without_framing(work, 0), photo_work());
}

TEST(FrameEditsTest, ShowingAllGivesUpTheCut) {
    const std::map<std::string, PlaceFrame> shapes{
        {"instagram-story",
         {.shape = {.turned = {1600, 1200}, .aspect = 9.0 / 16, .fit = Fit::cover, .crop = {}}}}};
    auto work = with_framing(photo_work(), 0, {"instagram-story"}, shapes, {{0.3, 0.5}, 2});
    work = with_fit(std::move(work), 0, {"instagram-story"}, Fit::blur);
    const auto& own = work.post.items[0].recipe.placements.at("instagram-story");
    EXPECT_FALSE(own.crop);
    EXPECT_EQ(own.fit, Fit::blur);
}

TEST(FrameEditsTest, FourQuarterTurnsAreNoneAndCoveredPartsTurnAlong) {
    auto work = with_hidden_area(photo_work(), 0, {0.1, 0.2, 0.3, 0.1});
    const auto before = work;
    work = turned_right(std::move(work), 0);
    const auto& area = work.post.items[0].recipe.hidden[0].area;
    EXPECT_NEAR(area.x, 0.7, 1e-12);
    EXPECT_NEAR(area.y, 0.1, 1e-12);
    EXPECT_NEAR(area.width, 0.1, 1e-12);
    EXPECT_NEAR(area.height, 0.3, 1e-12);
    for (int i = 0; i < 3; ++i) work = turned_right(std::move(work), 0);
    EXPECT_EQ(work.post.items[0].recipe.turn, Turn::none);
    const auto &now = work.post.items[0].recipe.hidden[0].area,
               &was = before.post.items[0].recipe.hidden[0].area;
    EXPECT_NEAR(now.x, was.x, 1e-12);
    EXPECT_NEAR(now.y, was.y, 1e-12);
    work = mirrored(mirrored(before, 0), 0);
    EXPECT_NEAR(work.post.items[0].recipe.hidden[0].area.x, was.x, 1e-12);
    EXPECT_FALSE(work.post.items[0].recipe.mirror);
}

void expect_near(const Area& one, const Area& other) {
    EXPECT_NEAR(one.x, other.x, 1e-9);
    EXPECT_NEAR(one.y, other.y, 1e-9);
    EXPECT_NEAR(one.width, other.width, 1e-9);
    EXPECT_NEAR(one.height, other.height, 1e-9);
}

/// After any sequence of turns and mirroring, a cover hides the same part of the photo.
TEST(FrameEditsTest, CoversAndKeptFacesFollowEveryTurnAndMirror) {
    const Area plate{0.1, 0.2, 0.3, 0.1}, face{0.6, 0.5, 0.1, 0.2};
    std::mt19937 random(14);
    for (int mix = 0; mix < 60; ++mix) {
        auto work = with_face_kept(with_hidden_area(photo_work(), 0, plate), 0, face, true);
        work.post.items[0].recipe.hidden.front().path = {{0s, plate}, {1s, face}};
        for (int step = 0; step < 1 + mix % 7; ++step)
            work =
                random() % 2 == 0 ? turned_right(std::move(work), 0) : mirrored(std::move(work), 0);
        const auto& recipe = work.post.items[0].recipe;
        expect_near(recipe.hidden.front().area, as_seen(plate, recipe, {1600, 1200}));
        expect_near(recipe.hidden.front().path.back().area, as_seen(face, recipe, {1600, 1200}));
        expect_near(recipe.keep_faces.front().area, as_seen(face, recipe, {1600, 1200}));
    }
}

TEST(FrameEditsTest, AMirroredPhotoTurnsToTheRightToo) {
    auto work = with_hidden_area(mirrored(photo_work(), 0), 0, {0, 0, 0.2, 0.1});
    work = turned_right(std::move(work), 0);
    // The upper left corner is now the upper right one.
    expect_near(work.post.items[0].recipe.hidden.front().area, {0.9, 0, 0.1, 0.2});
    EXPECT_EQ(work.post.items[0].recipe.turn, Turn::left) << "a recipe turns before it mirrors";
}

TEST(FrameEditsTest, AMirroredPhotoStaysStraight) {
    auto work = photo_work();
    work.post.items[0].recipe.straighten_deg = 7;
    EXPECT_EQ(mirrored(std::move(work), 0).post.items[0].recipe.straighten_deg, -7);
}

// --- faces and covers

TEST(FaceEditsTest, AKeptFaceIsKnownAgainAndHiddenAgain) {
    const Area face{0.4, 0.4, 0.1, 0.2}, other{0.7, 0.4, 0.1, 0.2};
    auto work = with_faces(photo_work(), 0, FaceChoice::hide);
    EXPECT_EQ(work.post.items[0].recipe.hide_faces, HideWith::blur);
    work = with_face_kept(std::move(work), 0, face, true);
    EXPECT_TRUE(is_face_kept(work, 0, face));
    EXPECT_FALSE(is_face_kept(work, 0, other));
    // The next detection finds it at a slightly different position.
    EXPECT_TRUE(is_face_kept(work, 0, {0.41, 0.39, 0.1, 0.2}));
    work = with_face_kept(std::move(work), 0, face, false);
    EXPECT_FALSE(is_face_kept(work, 0, face));
    work = with_face_kept(std::move(work), 0, face, true);
    work = with_faces(std::move(work), 0, FaceChoice::keep);
    EXPECT_FALSE(work.post.items[0].recipe.hide_faces);
    EXPECT_TRUE(work.post.items[0].recipe.keep_faces.empty());
}

TEST(FaceEditsTest, CoversAreSolidSoThatNothingCanBeReadThroughThem) {
    auto work = with_hidden_area(photo_work(), 0, {0.1, 0.1, 0.2, 0.1});
    ASSERT_EQ(work.post.items[0].recipe.hidden.size(), 1u);
    EXPECT_EQ(work.post.items[0].recipe.hidden[0].with, HideWith::solid);
    EXPECT_EQ(without_hidden_area(work, 0, 5), work);
    EXPECT_EQ(without_hidden_area(work, 0, 0), photo_work());
}

}  // namespace
