// Saving, questions, messages, earlier work, and estimates of a save.
#include "model_states.hpp"

#include "model/estimate.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <chrono>
#include <memory>
#include <string>
#include <variant>

namespace {

using namespace mediaedit;
using namespace sunting;
using namespace sunting::test;
using namespace std::chrono_literals;
using testing::HasSubstr;
using testing::IsEmpty;

// --- saving

TEST(SavingTest, GoesThroughItsPhases) {
    auto scenario = chosen_photo();
    scenario.does(GoTo{Step::save}).does(Save{});
    ASSERT_EQ(scenario.state.saving.phase, Saving::Phase::running);
    const auto make = scenario.last<MakePost>();
    ASSERT_TRUE(make);
    EXPECT_EQ(*make->post, scenario.state.post());
    EXPECT_EQ(make->folder.parent_path(), results);
    EXPECT_TRUE(make->is_first);
    scenario.does(Save{});
    EXPECT_EQ(scenario.count<MakePost>(), 1);  // once is enough
    scenario.does(SaveMoved{0.5, 12}).does(SaveMoved{0.4, 15});
    EXPECT_EQ(scenario.state.saving.fraction, 0.5);  // a bar never goes back
    scenario.does(Ticked{1.5}).does(Ticked{1.5});
    EXPECT_EQ(scenario.state.saving.running_for_s, 3);
    scenario.does(SaveEnded{std::make_shared<PostReport>(), make->folder, {}, {}, false, 0});
    EXPECT_EQ(scenario.state.saving.phase, Saving::Phase::done);
    scenario.does(OpenResults{});
    EXPECT_EQ(scenario.last<OpenFolder>()->folder, make->folder);
}

TEST(SavingTest, AChangeAfterwardsIsUnsavedAgainAndGoesIntoTheSameFolder) {
    auto scenario = chosen_photo();
    scenario.does(GoTo{Step::save}).does(Save{});
    // Another work's folder has that name.
    const auto folder = scenario.last<MakePost>()->folder.string() + " (2)";
    scenario.does(FolderTaken{folder});
    EXPECT_EQ(scenario.state.saving.folder, folder);
    scenario.does(SaveEnded{std::make_shared<PostReport>(), folder, {}, {}, false, 0});
    scenario.changes("change text", with_word(scenario.work(), "title", "Another title"));
    EXPECT_EQ(scenario.state.saving.phase, Saving::Phase::none);
    scenario.does(Save{});
    EXPECT_EQ(scenario.last<MakePost>()->folder, folder);
    EXPECT_FALSE(scenario.last<MakePost>()->is_first);
}

TEST(SavingTest, TheFolderIsNoStepToUndo) {
    auto scenario = chosen_photo();
    scenario.changes("turn photo", turned_right(scenario.work(), 0))
        .does(Save{})
        .does(FolderTaken{results / "Posyandu"});
    EXPECT_EQ(scenario.work().folder, results / "Posyandu");
    EXPECT_EQ(scenario.state.history->undo_name(), "turn photo");
    EXPECT_EQ(scenario.last<StoreWork>()->work->folder,
              scenario.work().folder);  // so that a start after a crash continues there
    scenario.does(SaveEnded{std::make_shared<PostReport>(), results / "Posyandu", {}, {}, false, 0})
        .does(Undo{});
    EXPECT_EQ(scenario.state.post().items[0].recipe.turn, Turn::none);
    EXPECT_EQ(scenario.work().folder, results / "Posyandu");
    scenario.does(Undo{}).does(Redo{}).does(Redo{}).does(Save{});
    EXPECT_EQ(scenario.last<MakePost>()->folder, results / "Posyandu");
    EXPECT_FALSE(scenario.last<MakePost>()->is_first);
}

TEST(SavingTest, FailsAndStopsInWords) {
    auto scenario = chosen_photo();
    scenario.does(Save{}).does(SaveEnded{nullptr, {}, "There is no room.", "ENOSPC", false, 0});
    EXPECT_EQ(scenario.state.saving.phase, Saving::Phase::failed);
    EXPECT_EQ(scenario.state.saving.problem, "There is no room.");
    scenario.does(Save{}).does(StopSaving{});
    EXPECT_EQ(scenario.count<CancelMaking>(), 1);
    scenario.does(SaveEnded{nullptr, {}, {}, {}, true, 0});
    EXPECT_EQ(scenario.state.saving.phase, Saving::Phase::stopped);
    scenario.does(StopSaving{});
    EXPECT_EQ(scenario.count<CancelMaking>(), 1);
}

TEST(SavingTest, WithoutAnyPlaceNothingIsMade) {
    auto scenario = chosen_photo();
    auto work = scenario.work();
    work.post.placements.clear();
    scenario.changes("leave out a place", work).does(Save{});
    EXPECT_EQ(scenario.count<MakePost>(), 0);
}

TEST(SavingTest, WhatTheMachineCanIsRemembered) {
    auto scenario = chosen_photo();
    scenario.does(Save{}).does(
        SaveEnded{std::make_shared<PostReport>(), results, {}, {}, false, 12e6});
    EXPECT_EQ(scenario.last<StoreSettings>()->settings.encoded_pixels_per_s, 12e6);
}

TEST(SavingTest, AnotherOneIsBegunAnew) {
    auto scenario = chosen_photo();
    const auto first = scenario.work().id;
    scenario.does(Save{})
        .does(SaveEnded{std::make_shared<PostReport>(), results, {}, {}, false, 0})
        .does(MakeAnother{});
    EXPECT_EQ(scenario.state.step, Step::choose);
    EXPECT_THAT(scenario.files(), IsEmpty());
    EXPECT_EQ(scenario.work().task, Task::photo);
    EXPECT_EQ(scenario.state.saving.phase, Saving::Phase::none);
    EXPECT_TRUE(scenario.work().folder.empty());
}

TEST(SavingTest, NothingEverWritesIntoTheFoldersOfTheOriginals) {
    auto scenario = chosen_photo();
    for (const std::string title :
         {"", "../../../media/ibu/HP/DCIM/foto", "/media/ibu/HP/DCIM/foto.jpg", ".."}) {
        auto work = with_word(scenario.work(), "title", title);
        work.folder.clear();
        scenario.changes("change text", work)
            .does(Save{})
            .does(SaveEnded{nullptr, {}, "stopped", {}, false, 0});
    }
    scenario.does(ExportVillage{});
    for (const auto& effect : scenario.effects) {
        if (const auto* make = std::get_if<MakePost>(&effect)) {
            EXPECT_EQ(make->folder.parent_path(), results) << make->folder;
            EXPECT_EQ(make->folder.lexically_normal(), make->folder);
        }
        if (const auto* write = std::get_if<WriteVillage>(&effect)) {
            EXPECT_EQ(write->folder, results);
        }
    }
}

// --- questions

TEST(QuestionTest, LeavingWhileItSavesIsAsked) {
    auto scenario = chosen_photo();
    scenario.does(Save{}).does(GoHome{});
    ASSERT_TRUE(scenario.state.question);
    EXPECT_EQ(scenario.state.screen, Screen::work);
    scenario.does(Answered{false});
    EXPECT_FALSE(scenario.state.question);
    EXPECT_EQ(scenario.count<CancelMaking>(), 0);
    scenario.does(AskToQuit{});
    ASSERT_TRUE(scenario.state.question);
    EXPECT_FALSE(scenario.state.wants_quit);
    scenario.does(Answered{true});
    EXPECT_TRUE(scenario.state.wants_quit);
    EXPECT_EQ(scenario.count<CancelMaking>(), 1);
}

TEST(QuestionTest, OtherwiseItJustCloses) {
    auto scenario = chosen_photo();
    scenario.does(AskToQuit{});
    EXPECT_TRUE(scenario.state.wants_quit);
    EXPECT_FALSE(scenario.state.question);
}

TEST(QuestionTest, AnAnswerWithoutAQuestionIsNothing) {
    Scenario scenario;
    scenario.does(Answered{true});
    EXPECT_FALSE(scenario.state.wants_quit);
    EXPECT_THAT(scenario.effects, testing::SizeIs(0));
}

TEST(ToastTest, PassesBySixSecondsLaterOrWhenItIsClosed) {
    Scenario scenario;
    scenario.does(CopyText{"Mari datang.", "Copied."});
    EXPECT_EQ(scenario.last<PutOnClipboard>()->text, "Mari datang.");
    ASSERT_TRUE(scenario.state.toast);
    for (int i = 0; i < 6; ++i) scenario.does(Ticked{1});
    EXPECT_TRUE(scenario.state.toast);
    scenario.does(Ticked{0.1});
    EXPECT_FALSE(scenario.state.toast);
    scenario.does(CopyText{"x", "Copied."}).does(ToastGone{});
    EXPECT_FALSE(scenario.state.toast);
}

// --- earlier work

EarlierWork earlier(const std::string& id) {
    return {.id = id, .title = "Posyandu", .task = 0, .changed = {}, .saved = false};
}

TEST(EarlierTest, WhatWasInterruptedIsOfferedUntilSomethingElseIsBegun) {
    Scenario scenario;
    scenario.does(EarlierCame{{earlier("a"), earlier("b")}, earlier("a")});
    ASSERT_TRUE(scenario.state.interrupted);
    scenario.does(Begin{Task::photo}).does(GoHome{});
    EXPECT_FALSE(scenario.state.interrupted);
    EXPECT_EQ(scenario.state.earlier.size(), 2u);
}

TEST(EarlierTest, IsReadAndGoneOnWithBehindItsChoice) {
    Scenario scenario;
    scenario.does(EarlierCame{{earlier("a")}, earlier("a")}).does(Continue{"a"});
    EXPECT_EQ(scenario.last<ReadWork>()->id, "a");
    scenario.does(WorkRead{std::make_shared<Work>(photo_work()), {}});
    EXPECT_EQ(scenario.state.screen, Screen::work);
    EXPECT_EQ(scenario.state.step, Step::frame);
    EXPECT_EQ(scenario.work(), photo_work());
    EXPECT_FALSE(scenario.state.interrupted);
    EXPECT_FALSE(scenario.state.history->undo_name());
}

TEST(EarlierTest, WhatCannotBeReadIsSaid) {
    Scenario scenario;
    scenario.does(Continue{"a"})
        .does(WorkRead{nullptr, "This unfinished work cannot be read any more."});
    EXPECT_EQ(scenario.state.screen, Screen::home);
    ASSERT_TRUE(scenario.state.toast);
    EXPECT_EQ(scenario.count<ListEarlier>(), 1);
}

TEST(PractiseTest, BeginsWithTheSamplePhotoWhereThereIsOne) {
    Scenario scenario;
    scenario.does(Practise{});
    EXPECT_FALSE(scenario.state.work());
    scenario.state.sample = "/usr/share/sunting/sample.jpg";
    scenario.does(Practise{});
    ASSERT_TRUE(scenario.state.work());
    EXPECT_EQ(scenario.state.work()->task, Task::photo);
    ASSERT_EQ(scenario.state.post().items.size(), 1u);
    EXPECT_EQ(scenario.state.post().items[0].file, scenario.state.sample);
}

TEST(EarlierTest, IsForgottenWhenThatIsMeant) {
    Scenario scenario;
    scenario.does(EarlierCame{{earlier("a"), earlier("b")}, earlier("a")}).does(Forget{"a"});
    ASSERT_TRUE(scenario.state.question);
    scenario.does(Answered{false});
    EXPECT_EQ(scenario.count<DeleteWork>(), 0);
    EXPECT_EQ(scenario.state.earlier.size(), 2u);
    scenario.does(Forget{"a"}).does(Answered{true});
    EXPECT_EQ(scenario.last<DeleteWork>()->id, "a");
    ASSERT_EQ(scenario.state.earlier.size(), 1u);
    EXPECT_EQ(scenario.state.earlier[0].id, "b");
    EXPECT_FALSE(scenario.state.interrupted);
}

// --- estimates

TEST(EstimateTest, CountsFilesAndSaysWhyAFilmTakesLong) {
    auto scenario = chosen_photo();
    const auto photos = estimate_of(scenario.state);
    EXPECT_EQ(photos.files, 3u);
    EXPECT_GT(photos.bytes, 0);
    EXPECT_TRUE(photos.reason.empty());
    Scenario clip;
    clip.does(Begin{Task::video}).does(ToggleFile{film}).knows_film(film, 30s);
    EXPECT_THAT(estimate_of(clip.state).reason, HasSubstr("drawn anew"))
        << "the places take other pictures";
    const auto& wanted = clip.state.post().placements;
    clip.knows_film(film, 30s, 1080, 1920, {wanted.begin(), wanted.end()});
    const auto copied = estimate_of(clip.state);
    EXPECT_THAT(copied.reason, HasSubstr("copied"));
    clip.changes("turn photo", turned_right(clip.work(), 0));
    const auto drawn = estimate_of(clip.state);
    EXPECT_GT(drawn.seconds, copied.seconds);
    EXPECT_THAT(drawn.reason, HasSubstr("drawn anew"));
    clip.changes("move the end", with_part_end(clip.work(), 0, 0, 3s, 30s));
    EXPECT_LT(estimate_of(clip.state).seconds, drawn.seconds);
}

}  // namespace
