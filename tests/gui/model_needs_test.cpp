// The needs of each screen.
#include "model_states.hpp"

#include "model/needs.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <chrono>
#include <memory>
#include <set>
#include <string>
#include <variant>

namespace {

using namespace mediaedit;
using namespace sunting;
using namespace sunting::test;
using namespace std::chrono_literals;

TEST(NeedsTest, EachSlotIsAskedOnceAndChangesItsKeyWithTheWork) {
    Scenario scenario;
    scenario.does(Begin{Task::many})
        .does(TakeFiles{{"/a/1.jpg", "/a/2.jpg"}})
        .knows_photo("/a/1.jpg")
        .knows_photo("/a/2.jpg");
    for (const auto step : {Step::choose, Step::frame, Step::words, Step::caption, Step::save}) {
        scenario.does(GoTo{step});
        std::set<std::string> slots;
        for (const auto& need : needs_of(scenario.state))
            EXPECT_TRUE(slots.insert(need.slot).second) << need.slot;
        EXPECT_FALSE(slots.empty());
    }
    const auto key_of = [&](const std::string& slot) {
        for (const auto& need : needs_of(scenario.state))
            if (need.slot == slot) return need.key;
        return std::string();
    };
    const auto before = key_of("card:1:instagram-feed-portrait");
    EXPECT_FALSE(before.empty());
    scenario.changes("turn photo", turned_right(scenario.work(), 1));
    EXPECT_NE(key_of("card:1:instagram-feed-portrait"), before);
}

TEST(NeedsTest, AFailureDoesNotTakeAwayAPictureThatIsShown) {
    auto scenario = chosen_photo();
    const auto picture = std::make_shared<const PictureView>();
    scenario.does(AnswerCame{{"uncut:0", "1", picture, {}}})
        .does(AnswerCame{{"uncut:0", "2", {}, "This could not be shown."}});
    EXPECT_EQ(scenario.state.picture("uncut:0"), picture);
    EXPECT_EQ(scenario.state.answer("uncut:0")->key, "2");
    EXPECT_EQ(scenario.state.answer("uncut:0")->error, "This could not be shown.");
}

TEST(NeedsTest, TheStartScreenAsksForNothing) {
    Scenario scenario;
    EXPECT_THAT(needs_of(scenario.state), testing::SizeIs(0));
}

TEST(NeedsTest, TheSmallPictureOfTheTimelineIsNotTakenForTheFrames) {
    Scenario scenario;
    scenario.does(Begin{Task::video}).does(ToggleFile{film}).knows_film(film, 30s);
    const auto uncut_at = [&](Step step) {
        scenario.does(GoTo{step});
        const auto needs = needs_of(scenario.state);
        return *std::ranges::find(needs, "uncut:0", &Need::slot);
    };
    const auto timeline = uncut_at(Step::trim), frame = uncut_at(Step::frame);
    EXPECT_NE(timeline.key, frame.key);
    EXPECT_LT(std::get<NeedUncut>(timeline.wanted).within.width,
              std::get<NeedUncut>(frame.wanted).within.width);
}

TEST(NeedsTest, FramesFollowTheFactsAndTheEdits) {
    auto scenario = chosen_photo();
    scenario.does(GoOn{});
    ASSERT_TRUE(scenario.state.frames.contains("instagram-story"));
    EXPECT_EQ(scenario.state.frames.at("instagram-story").shape.turned, (PixelSize{1600, 1200}));
    EXPECT_NEAR(scenario.state.frames.at("instagram-story").shape.aspect, 1080.0 / 1920, 1e-9);
    scenario.changes("turn photo", turned_right(scenario.work(), 0));
    EXPECT_EQ(scenario.state.frames.at("instagram-story").shape.turned, (PixelSize{1200, 1600}));
    // The plan is asked for what is framed.
    scenario.changes("move photo", with_framing(scenario.work(), 0, {"instagram-story"},
                                                scenario.state.frames, {{0.3, 0.4}, 2}));
    const auto crop = scenario.state.frames.at("instagram-story").shape.crop;
    EXPECT_NEAR(crop.x + crop.width / 2, 0.3, 0.002);
    EXPECT_NEAR(crop.y + crop.height / 2, 0.4, 0.002);
}

TEST(NeedsTest, AnOpenFrameShowsWhatTheProgramChose) {
    auto scenario = chosen_photo();
    scenario.does(GoOn{});
    const auto need = [&] {
        const auto needs = needs_of(scenario.state);
        return *std::ranges::find(needs, "plan:0:instagram-story", &Need::slot);
    };
    Plan chosen;
    chosen.turned = {1600, 1200};
    chosen.crop = {400, 0, 675, 1200};
    scenario.does(AnswerCame{{need().slot, need().key, std::make_shared<const Plan>(chosen), {}}});
    EXPECT_NEAR(scenario.state.frames.at("instagram-story").shape.crop.x, 0.25, 1e-9);
    // A frame that the person set needs no plan. An answer to an older need is not used.
    scenario.changes("turn photo", turned_right(scenario.work(), 0));
    EXPECT_NE(scenario.state.frames.at("instagram-story").shape.crop.x, 0.25);
    EXPECT_NE(need().key, scenario.state.answer("plan:0:instagram-story")->key);
    scenario.changes("move photo", with_framing(scenario.work(), 0, {"instagram-story"},
                                                scenario.state.frames, {{0.3, 0.4}, 2}));
    for (const auto& other : needs_of(scenario.state))
        EXPECT_NE(other.slot, "plan:0:instagram-story");
}

TEST(NeedsTest, AClipsFrameIsThatOfTheSceneThatIsShown) {
    Scenario scenario;
    scenario.does(Begin{Task::video})
        .does(ToggleFile{film})
        .knows_film(film, 30s, 1920, 1080)
        .does(GoTo{Step::frame});
    const auto needs = needs_of(scenario.state);
    const auto need = std::ranges::find_if(
        needs, [](const Need& one) { return std::holds_alternative<NeedPlan>(one.wanted); });
    ASSERT_NE(need, needs.end());
    const auto place = need->slot.substr(std::string("plan:0:").size());
    Plan chosen;
    chosen.turned = {1920, 1080};
    chosen.crop = {0, 0, 608, 1080};
    chosen.windows = {{5s, {960, 0, 608, 1080}}};
    scenario.does(AnswerCame{{need->slot, need->key, std::make_shared<const Plan>(chosen), {}}});
    EXPECT_NEAR(scenario.state.frames.at(place).shape.crop.x, 0, 1e-9);
    scenario.does(SeekTo{6s});
    EXPECT_NEAR(scenario.state.frames.at(place).shape.crop.x, 0.5, 1e-9);
}

TEST(NeedsTest, AroundAPhotoThatIsShownWholeStandsWhatTheResultHas) {
    auto scenario = chosen_photo();
    scenario.does(GoOn{}).does(ShowPlacement{"instagram-story"});
    scenario.changes("show all of it",
                     with_fit(scenario.work(), 0, {"instagram-story"}, Fit::blur));
    const auto needs = needs_of(scenario.state);
    const auto framed = std::ranges::find(needs, "framed:0", &Need::slot);
    ASSERT_NE(framed, needs.end());
    const auto& recipe = std::get<NeedUncut>(framed->wanted).recipe;
    EXPECT_EQ(recipe.canvas->fit, Fit::blur);
    EXPECT_EQ(recipe.canvas->size, (PixelSize{1080, 1920}));
    EXPECT_TRUE(recipe.overlays.empty());
}

}  // namespace
