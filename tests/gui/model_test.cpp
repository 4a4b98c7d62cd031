// The way through the steps, and undo.
#include "model_states.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <chrono>
#include <set>
#include <string>

namespace {

using namespace mediaedit;
using namespace sunting;
using namespace sunting::test;
using namespace std::chrono_literals;
using testing::ElementsAre;
using testing::IsEmpty;

// --- the way through the steps

TEST(JourneyTest, APhotoGoesThroughItsStepsAndBack) {
    auto scenario = chosen_photo();
    for (const auto step : {Step::frame, Step::words, Step::caption, Step::save}) {
        scenario.does(GoOn{});
        EXPECT_EQ(scenario.state.step, step);
    }
    scenario.does(GoOn{});
    EXPECT_EQ(scenario.state.step, Step::save);  // there is no step after the last
    for (const auto step : {Step::caption, Step::words, Step::frame, Step::choose}) {
        scenario.does(GoBack{});
        EXPECT_EQ(scenario.state.step, step);
    }
    scenario.does(GoBack{});
    EXPECT_EQ(scenario.state.screen, Screen::home);
    EXPECT_FALSE(scenario.state.work());
}

TEST(JourneyTest, AFilmIsTrimmedToo) {
    Scenario scenario;
    scenario.does(Begin{Task::video}).does(ToggleFile{film}).knows_film(film, 10s).does(GoOn{});
    EXPECT_EQ(scenario.state.step, Step::trim);
}

TEST(JourneyTest, ACaptionAloneIsOneStep) {
    Scenario scenario;
    scenario.does(Begin{Task::caption});
    EXPECT_EQ(scenario.state.step, Step::caption);
    scenario.does(GoBack{});
    EXPECT_EQ(scenario.state.screen, Screen::home);
}

TEST(JourneyTest, WithoutAPhotoThereIsNoNextStep) {
    Scenario scenario;
    scenario.does(Begin{Task::photo}).does(GoOn{}).does(GoTo{Step::save});
    EXPECT_EQ(scenario.state.step, Step::choose);
    scenario.does(GoTo{Step::trim});  // not a step of photos
    EXPECT_EQ(scenario.state.step, Step::choose);
}

TEST(JourneyTest, ABrokenPhotoEndsAtItsChoiceButOneAmongManyDoesNot) {
    Scenario scenario;
    scenario.does(Begin{Task::photo})
        .does(ToggleFile{photo})
        .cannot_open(photo, "This is no photo.")
        .does(GoOn{});
    EXPECT_EQ(scenario.state.step, Step::choose);
    Scenario many;
    many.does(Begin{Task::many})
        .does(ToggleFile{"/a/1.jpg"})
        .does(ToggleFile{"/a/2.jpg"})
        .cannot_open("/a/1.jpg", "This is no photo.")
        .does(GoOn{});
    EXPECT_EQ(many.state.step, Step::frame);
}

TEST(JourneyTest, HelpLiesOverTheStepAndBackClosesItFirst) {
    auto scenario = chosen_photo();
    scenario.does(GoOn{}).does(ToggleHelp{});
    EXPECT_TRUE(scenario.state.help);
    scenario.does(GoBack{});
    EXPECT_FALSE(scenario.state.help);
    EXPECT_EQ(scenario.state.step, Step::frame);
    scenario.does(ToggleHelp{}).does(GoOn{});
    EXPECT_FALSE(scenario.state.help);
}

TEST(JourneyTest, SettingsAreVisitedFromAnywhereAndLeaveTheWorkWhereItWas) {
    auto scenario = chosen_photo();
    scenario.does(GoOn{}).does(OpenSettings{});
    EXPECT_EQ(scenario.state.screen, Screen::settings);
    scenario.does(GoBack{});
    EXPECT_EQ(scenario.state.screen, Screen::work);
    EXPECT_EQ(scenario.state.step, Step::frame);
    Scenario home;
    home.does(OpenSettings{}).does(CloseSettings{});
    EXPECT_EQ(home.state.screen, Screen::home);
}

TEST(JourneyTest, NoTwoWorksShareAName) {
    std::set<std::string> ids;
    Scenario scenario;
    scenario.does(Begin{Task::photo});
    const auto one = scenario.work().id;
    EXPECT_EQ(one.find_first_not_of("0123456789-"), std::string::npos) << "it is a file's name";
    EXPECT_EQ(one.size(), std::string("2026-05-12-142233-045").size());
}

// --- undo

TEST(UndoTest, NamesWhatItTakesBack) {
    auto scenario = chosen_photo();
    scenario.changes("turn photo", turned_right(scenario.work(), 0));
    EXPECT_EQ(scenario.state.history->undo_name(), "turn photo");
    scenario.does(Undo{});
    EXPECT_EQ(scenario.state.post().items[0].recipe.turn, Turn::none);
    ASSERT_TRUE(scenario.state.toast);
    EXPECT_EQ(scenario.state.toast->text, "Undone: turn photo");
    scenario.does(Redo{});
    EXPECT_EQ(scenario.state.post().items[0].recipe.turn, Turn::right);
    EXPECT_EQ(scenario.state.toast->text, "Done again: turn photo");
}

TEST(UndoTest, AWordTypedIsOneStepAndANewStepOfTheWayEndsIt) {
    auto scenario = chosen_photo();
    for (const auto* word : {"P", "Po", "Pos"})
        scenario.changes("change text", with_word(scenario.work(), "title", word), "word.title");
    scenario.does(EndBurst{});
    for (const auto* word : {"Posy", "Posya"})
        scenario.changes("change text", with_word(scenario.work(), "title", word), "word.title");
    scenario.does(GoOn{});
    scenario.changes("change text", with_word(scenario.work(), "title", "Posyandu"), "word.title");
    scenario.does(Undo{});
    EXPECT_EQ(scenario.state.post().words.at("title"), "Posya");
    scenario.does(Undo{});
    EXPECT_EQ(scenario.state.post().words.at("title"), "Pos");
    scenario.does(Undo{});
    EXPECT_FALSE(scenario.state.post().words.contains("title"));
}

TEST(UndoTest, NothingToTakeBackIsNoChange) {
    Scenario scenario;
    scenario.does(Undo{}).does(Redo{});
    EXPECT_FALSE(scenario.state.toast);
    scenario.does(Begin{Task::photo}).does(Undo{}).does(Redo{});
    EXPECT_EQ(scenario.count<StoreWork>(), 0);
}

TEST(UndoTest, TakingBackTheChoiceOfThePhotoGoesBackToChoosing) {
    auto scenario = chosen_photo();
    scenario.does(GoOn{}).does(GoOn{});
    ASSERT_EQ(scenario.state.step, Step::words);
    scenario.does(Undo{});
    ASSERT_THAT(scenario.files(), IsEmpty());
    // Without a photo the other steps have nothing to show.
    EXPECT_EQ(scenario.state.step, Step::choose);
    scenario.does(Redo{});
    EXPECT_THAT(scenario.files(), ElementsAre("foto.jpg"));
}

TEST(UndoTest, WhatIsDoneIsStoredAndToldByVersion) {
    auto scenario = chosen_photo();
    scenario.changes("turn photo", turned_right(scenario.work(), 0));
    const auto stored = scenario.last<StoreWork>();
    ASSERT_TRUE(stored);
    EXPECT_EQ(*stored->work, scenario.work());
    EXPECT_TRUE(scenario.state.unsaved);
    scenario.does(WorkStored{stored->version - 1, {}});
    EXPECT_TRUE(scenario.state.unsaved);  // an older value was stored
    scenario.does(WorkStored{stored->version, {}});
    EXPECT_FALSE(scenario.state.unsaved);
    scenario.does(Undo{});
    EXPECT_EQ(scenario.last<StoreWork>()->work->post.items[0].recipe.turn, Turn::none);
}

TEST(UndoTest, WhatCannotBeStoredIsSaid) {
    auto scenario = chosen_photo();
    scenario.does(WorkStored{scenario.state.work_version, "No room on the disk."});
    EXPECT_TRUE(scenario.state.unsaved);
    ASSERT_TRUE(scenario.state.toast);
    EXPECT_EQ(scenario.state.toast->kind, Toast::Kind::problem);
}

TEST(UndoTest, AnUnchangedWorkIsNoStep) {
    auto scenario = chosen_photo();
    const auto before = scenario.state.work_version;
    scenario.changes("nothing", scenario.work());
    EXPECT_EQ(scenario.state.work_version, before);
}

}  // namespace
