// "All faces but this one": matching the kept face, and the area that hides a face.
#include "subjects/kept_faces.hpp"

#include <mediaedit/recipe_json.hpp>

#include <gtest/gtest.h>

#include <chrono>

namespace {

using namespace mediaedit;
using namespace mediaedit::internal;
using namespace std::chrono_literals;

TEST(KeptFaces, AFaceIsMeantWhenItsMiddleLiesInTheArea) {
    const std::vector<KeptFace> kept{{{0.4, 0.4, 0.2, 0.2}, {}}};
    EXPECT_TRUE(is_kept(Area{0.45, 0.45, 0.1, 0.1}, kept));
    EXPECT_TRUE(is_kept(Area{0.3, 0.3, 0.4, 0.4}, kept));
    EXPECT_FALSE(is_kept(Area{0.55, 0.45, 0.2, 0.1}, kept));
    EXPECT_FALSE(is_kept(Area{0.45, 0.45, 0.1, 0.1}, {}));
}

FollowedFace crossing() {
    return {TimeRange{0s, 4s}, {{0s, {0.0, 0.4, 0.1, 0.1}}, {4s, {0.8, 0.4, 0.1, 0.1}}}, 1s, 0.9};
}

TEST(KeptFaces, WhoOnlyCrossesTheAreaIsHidden) {
    const Area middle{0.4, 0.3, 0.2, 0.3};
    EXPECT_FALSE(is_kept(crossing(), std::vector<KeptFace>{{middle, {}}}));
    EXPECT_FALSE(is_kept(crossing(), std::vector<KeptFace>{{middle, TimeRange{1s, 3s}}}));
    EXPECT_TRUE(is_kept(crossing(), std::vector<KeptFace>{{middle, TimeRange{2s, 2050ms}}}))
        << "meant at that moment";
    EXPECT_TRUE(is_kept(crossing(), std::vector<KeptFace>{{{0, 0.3, 1, 0.3}, {}}}));
    EXPECT_FALSE(is_kept(crossing(), std::vector<KeptFace>{{{0, 0.3, 1, 0.3}, TimeRange{5s, 6s}}}))
        << "not there at that time";
}

TEST(HideFace, LeavesRoomAroundItAndStaysInThePicture) {
    const auto hidden = hide_face(FoundFace{{0.0, 0.4, 0.2, 0.2}, 0.8}, HideWith::pixels);
    EXPECT_EQ(hidden.area.x, 0);
    EXPECT_NEAR(hidden.area.width, 0.25, 1e-9);
    EXPECT_NEAR(hidden.area.y, 0.35, 1e-9);
    EXPECT_EQ(hidden.with, HideWith::pixels);
    Recipe recipe;
    recipe.hidden = {hidden, hide_face(crossing())};
    EXPECT_TRUE(validate(recipe));
    // The path has an extra point where the widened face crosses the picture's edge.
    ASSERT_GE(recipe.hidden[1].path.size(), 2U);
    EXPECT_EQ(recipe.hidden[1].path.front().at, Time(0));
    EXPECT_EQ(recipe.hidden[1].path.back().at, Time(4s));
    EXPECT_EQ(recipe.hidden[1].when, (TimeRange{0s, 4s}));
}

}  // namespace
