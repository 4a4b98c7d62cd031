// What happens to the state: journeys through the steps, undo, files, settings, saving, questions.
#include "states.hpp"

#include "model/estimate.hpp"
#include "model/mend.hpp"
#include "model/needs.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <chrono>
#include <set>

namespace {

using namespace mediaedit;
using namespace sunting;
using namespace sunting::test;
using namespace std::chrono_literals;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

const std::filesystem::path photo{"/media/ibu/HP/DCIM/foto.jpg"},
    film{"/media/ibu/HP/DCIM/film.mp4"};

Told chosen_photo() {
    Told told;
    told.does(Begin{Task::photo}).does(ToggleFile{photo}).knows_photo(photo);
    return told;
}

// --- the way through the steps

TEST(JourneyTest, APhotoGoesThroughItsStepsAndBack) {
    auto told = chosen_photo();
    for (const auto step : {Step::frame, Step::words, Step::caption, Step::save}) {
        told.does(GoOn{});
        EXPECT_EQ(told.state.step, step);
    }
    told.does(GoOn{});
    EXPECT_EQ(told.state.step, Step::save);  // behind the last one there is nothing
    for (const auto step : {Step::caption, Step::words, Step::frame, Step::choose}) {
        told.does(GoBack{});
        EXPECT_EQ(told.state.step, step);
    }
    told.does(GoBack{});
    EXPECT_EQ(told.state.screen, Screen::home);
    EXPECT_FALSE(told.state.work());
}

TEST(JourneyTest, AFilmIsTrimmedToo) {
    Told told;
    told.does(Begin{Task::video}).does(ToggleFile{film}).knows_film(film, 10s).does(GoOn{});
    EXPECT_EQ(told.state.step, Step::trim);
}

TEST(JourneyTest, ACaptionAloneIsOneStep) {
    Told told;
    told.does(Begin{Task::caption});
    EXPECT_EQ(told.state.step, Step::caption);
    told.does(GoBack{});
    EXPECT_EQ(told.state.screen, Screen::home);
}

TEST(JourneyTest, WithoutAPhotoThereIsNoNextStep) {
    Told told;
    told.does(Begin{Task::photo}).does(GoOn{}).does(GoTo{Step::save});
    EXPECT_EQ(told.state.step, Step::choose);
    told.does(GoTo{Step::trim});  // not a step of photos
    EXPECT_EQ(told.state.step, Step::choose);
}

TEST(JourneyTest, ABrokenPhotoEndsAtItsChoiceButOneAmongManyDoesNot) {
    Told told;
    told.does(Begin{Task::photo})
        .does(ToggleFile{photo})
        .cannot_open(photo, "This is no photo.")
        .does(GoOn{});
    EXPECT_EQ(told.state.step, Step::choose);
    Told many;
    many.does(Begin{Task::many})
        .does(ToggleFile{"/a/1.jpg"})
        .does(ToggleFile{"/a/2.jpg"})
        .cannot_open("/a/1.jpg", "This is no photo.")
        .does(GoOn{});
    EXPECT_EQ(many.state.step, Step::frame);
}

TEST(JourneyTest, HelpLiesOverTheStepAndBackClosesItFirst) {
    auto told = chosen_photo();
    told.does(GoOn{}).does(ToggleHelp{});
    EXPECT_TRUE(told.state.help);
    told.does(GoBack{});
    EXPECT_FALSE(told.state.help);
    EXPECT_EQ(told.state.step, Step::frame);
    told.does(ToggleHelp{}).does(GoOn{});
    EXPECT_FALSE(told.state.help);
}

TEST(JourneyTest, SettingsAreVisitedFromAnywhereAndLeaveTheWorkWhereItWas) {
    auto told = chosen_photo();
    told.does(GoOn{}).does(OpenSettings{});
    EXPECT_EQ(told.state.screen, Screen::settings);
    told.does(GoBack{});
    EXPECT_EQ(told.state.screen, Screen::work);
    EXPECT_EQ(told.state.step, Step::frame);
    Told home;
    home.does(OpenSettings{}).does(CloseSettings{});
    EXPECT_EQ(home.state.screen, Screen::home);
}

TEST(JourneyTest, NoTwoWorksShareAName) {
    std::set<std::string> ids;
    Told told;
    told.does(Begin{Task::photo});
    const auto one = told.work().id;
    EXPECT_EQ(one.find_first_not_of("0123456789-"), std::string::npos) << "it is a file's name";
    EXPECT_EQ(one.size(), std::string("2026-05-12-142233-045").size());
}

// --- undo

TEST(UndoTest, NamesWhatItTakesBack) {
    auto told = chosen_photo();
    told.changes("turn photo", turned_right(told.work(), 0));
    EXPECT_EQ(told.state.history->undo_name(), "turn photo");
    told.does(Undo{});
    EXPECT_EQ(told.state.post().items[0].recipe.turn, Turn::none);
    ASSERT_TRUE(told.state.toast);
    EXPECT_EQ(told.state.toast->text, "Undone: turn photo");
    told.does(Redo{});
    EXPECT_EQ(told.state.post().items[0].recipe.turn, Turn::right);
    EXPECT_EQ(told.state.toast->text, "Done again: turn photo");
}

TEST(UndoTest, AWordTypedIsOneStepAndANewStepOfTheWayEndsIt) {
    auto told = chosen_photo();
    for (const auto* word : {"P", "Po", "Pos"})
        told.changes("change text", with_word(told.work(), "title", word), "word.title");
    told.does(EndBurst{});
    for (const auto* word : {"Posy", "Posya"})
        told.changes("change text", with_word(told.work(), "title", word), "word.title");
    told.does(GoOn{});
    told.changes("change text", with_word(told.work(), "title", "Posyandu"), "word.title");
    told.does(Undo{});
    EXPECT_EQ(told.state.post().words.at("title"), "Posya");
    told.does(Undo{});
    EXPECT_EQ(told.state.post().words.at("title"), "Pos");
    told.does(Undo{});
    EXPECT_FALSE(told.state.post().words.contains("title"));
}

TEST(UndoTest, NothingToTakeBackIsNoChange) {
    Told told;
    told.does(Undo{}).does(Redo{});
    EXPECT_FALSE(told.state.toast);
    told.does(Begin{Task::photo}).does(Undo{}).does(Redo{});
    EXPECT_EQ(told.count<StoreWork>(), 0);
}

TEST(UndoTest, TakingBackTheChoiceOfThePhotoGoesBackToChoosing) {
    auto told = chosen_photo();
    told.does(GoOn{}).does(GoOn{});
    ASSERT_EQ(told.state.step, Step::words);
    told.does(Undo{});
    ASSERT_THAT(told.files(), IsEmpty());
    // Without a photo the other steps have nothing to show.
    EXPECT_EQ(told.state.step, Step::choose);
    told.does(Redo{});
    EXPECT_THAT(told.files(), ElementsAre("foto.jpg"));
}

TEST(UndoTest, WhatIsDoneIsStoredAndToldByVersion) {
    auto told = chosen_photo();
    told.changes("turn photo", turned_right(told.work(), 0));
    const auto stored = told.last<StoreWork>();
    ASSERT_TRUE(stored);
    EXPECT_EQ(*stored->work, told.work());
    EXPECT_TRUE(told.state.unsaved);
    told.does(WorkStored{stored->version - 1, {}});
    EXPECT_TRUE(told.state.unsaved);  // an older value is on the disk
    told.does(WorkStored{stored->version, {}});
    EXPECT_FALSE(told.state.unsaved);
    told.does(Undo{});
    EXPECT_EQ(told.last<StoreWork>()->work->post.items[0].recipe.turn, Turn::none);
}

TEST(UndoTest, WhatCannotBeStoredIsSaid) {
    auto told = chosen_photo();
    told.does(WorkStored{told.state.work_version, "No room on the disk."});
    EXPECT_TRUE(told.state.unsaved);
    ASSERT_TRUE(told.state.toast);
    EXPECT_EQ(told.state.toast->kind, Toast::Kind::problem);
}

TEST(UndoTest, AnUnchangedWorkIsNoStep) {
    auto told = chosen_photo();
    const auto before = told.state.work_version;
    told.changes("nothing", told.work());
    EXPECT_EQ(told.state.work_version, before);
}

// --- files

TEST(FilesTest, AFileIsChosenAndTakenOut) {
    Told told;
    told.does(Begin{Task::many})
        .does(ToggleFile{"/a/1.jpg"})
        .does(ToggleFile{"/a/2.jpg"})
        .does(ToggleFile{"/a/1.jpg"});
    EXPECT_THAT(told.files(), ElementsAre("2.jpg"));
    EXPECT_EQ(told.state.history->undo_name(), "take out photo");
}

TEST(FilesTest, AnEleventhPhotoIsRefusedInWords) {
    Told told;
    told.does(Begin{Task::many});
    for (int i = 1; i <= 11; ++i) told.does(ToggleFile{"/a/" + std::to_string(i) + ".jpg"});
    EXPECT_EQ(told.files().size(), 10u);
    ASSERT_TRUE(told.state.toast);
    EXPECT_THAT(told.state.toast->text, HasSubstr("10"));
    EXPECT_EQ(told.state.toast->kind, Toast::Kind::problem);
}

TEST(FilesTest, WhatIsDroppedOnTheStartScreenSaysWhatIsMade) {
    const auto task_for = [](std::vector<std::filesystem::path> files) {
        Told told;
        told.does(TakeFiles{std::move(files)});
        return told.work().task;
    };
    EXPECT_EQ(task_for({"/a/foto.jpg"}), Task::photo);
    EXPECT_EQ(task_for({"/a/FILM.MP4"}), Task::video);
    EXPECT_EQ(task_for({"/a/film.mov"}), Task::video);
    EXPECT_EQ(task_for({"/a/1.jpg", "/a/2.jpg"}), Task::many);
    EXPECT_EQ(task_for({"/a/tanpa-akhir"}), Task::photo);
}

TEST(FilesTest, ADroppedPhotoGoesOnToItsNextStep) {
    Told told;
    told.does(TakeFiles{{photo}});
    EXPECT_EQ(told.state.step, Step::frame);
    EXPECT_THAT(told.files(), ElementsAre("foto.jpg"));
    // Of many the order is still to be seen.
    Told many;
    many.does(TakeFiles{{"/a/1.jpg", "/a/2.jpg"}});
    EXPECT_EQ(many.state.step, Step::choose);
    EXPECT_THAT(many.files(), ElementsAre("1.jpg", "2.jpg"));
}

TEST(FilesTest, TwelveDroppedPhotosAreTenAndASentence) {
    std::vector<std::filesystem::path> files;
    for (int i = 0; i < 12; ++i) files.emplace_back("/a/" + std::to_string(i) + ".jpg");
    Told told;
    told.does(TakeFiles{files});
    EXPECT_EQ(told.files().size(), 10u);
    ASSERT_TRUE(told.state.toast);
    EXPECT_EQ(told.state.toast->kind, Toast::Kind::problem);
}

TEST(FilesTest, APhotoDroppedIntoAWorkTakesThePlaceOfItsPhoto) {
    auto told = chosen_photo();
    told.does(GoOn{}).does(TakeFiles{{"/a/lain.jpg"}});
    EXPECT_THAT(told.files(), ElementsAre("lain.jpg"));
    told.does(Undo{});
    EXPECT_THAT(told.files(), ElementsAre("foto.jpg"));
}

TEST(FilesTest, DroppedOnSettingsItIsALogo) {
    Told told;
    told.does(OpenSettings{}).does(TakeFiles{{"/a/logo.png"}});
    ASSERT_TRUE(told.last<KeepLogo>());
    EXPECT_EQ(told.last<KeepLogo>()->file, "/a/logo.png");
    EXPECT_FALSE(told.state.work());
}

TEST(FilesTest, DroppedOnACaptionItIsRefusedInWords) {
    Told told;
    told.does(Begin{Task::caption}).does(TakeFiles{{photo}});
    EXPECT_THAT(told.files(), IsEmpty());
    ASSERT_TRUE(told.state.toast);
}

TEST(FilesTest, NothingDroppedIsNothing) {
    Told told;
    told.does(TakeFiles{{}});
    EXPECT_FALSE(told.state.work());
}

// --- clips

TEST(ClipTest, PlaysWhatIsKeptAndStopsAtEverythingElse) {
    Told told;
    told.does(Begin{Task::video}).does(ToggleFile{film}).knows_film(film, 10s).does(GoOn{});
    told.changes("move the beginning", with_part_start(told.work(), 0, 0, 4s, 10s));
    told.does(TogglePlay{});
    ASSERT_TRUE(told.state.playback.playing);
    ASSERT_TRUE(told.last<Play>());
    EXPECT_EQ(told.last<Play>()->from, Time(4s));  // what was shown, 0:00, is not kept
    EXPECT_EQ(told.last<Play>()->ranges.front().start, Time(4s));
    EXPECT_TRUE(told.last<Play>()->sound);
    told.does(PlayMoved{5s, {}, true, false});
    EXPECT_EQ(told.state.playback.at, Time(5s));
    told.does(SeekTo{6s});
    EXPECT_FALSE(told.state.playback.playing);
    EXPECT_EQ(told.count<Pause>(), 1);
    told.does(PlayMoved{5s, {}, true, false});  // it comes late
    EXPECT_EQ(told.state.playback.at, Time(6s));
    told.does(TogglePlay{});
    EXPECT_EQ(told.last<Play>()->from, Time(6s));
    told.does(GoOn{});
    EXPECT_FALSE(told.state.playback.playing);
}

TEST(ClipTest, WhatThePointerRestsOnIsMadeBeforeItIsPressed) {
    Told told;
    told.does(Begin{Task::video}).does(ToggleFile{film}).knows_film(film, 10s).does(GoOn{});
    const auto ahead = [&] {
        std::vector<Time> at;
        for (const auto& need : needs_of(told.state))
            if (need.slot == "ahead:0") at.push_back(std::get<NeedUncut>(need.wanted).at);
        return at;
    };
    EXPECT_THAT(ahead(), IsEmpty());
    told.does(RestOn{3s});
    EXPECT_THAT(ahead(), ElementsAre(Time(3s)));
    EXPECT_EQ(needs_of(told.state).front().slot, "uncut:0") << "what is seen comes first";
    told.does(SeekTo{3s});
    EXPECT_THAT(ahead(), IsEmpty());
    told.does(RestOn{5s}).does(TogglePlay{});
    EXPECT_THAT(ahead(), IsEmpty()) << "while it plays nobody waits for it";
}

TEST(ClipTest, SilentWhenThePersonWantsItSo) {
    Told told;
    told.does(Begin{Task::video}).does(ToggleFile{film}).knows_film(film, 10s).does(GoOn{});
    told.changes("sound off", with_sound(told.work(), 0, Sound::Kind::off)).does(TogglePlay{});
    EXPECT_FALSE(told.last<Play>()->sound);
}

TEST(ClipTest, TheEndOfTheClipEndsThePlaying) {
    Told told;
    told.does(Begin{Task::video})
        .does(ToggleFile{film})
        .knows_film(film, 10s)
        .does(GoOn{})
        .does(TogglePlay{})
        .does(PlayMoved{10s, {}, false, true});
    EXPECT_FALSE(told.state.playback.playing);
    EXPECT_TRUE(told.state.playback.without_sound);
}

TEST(ClipTest, APhotoDoesNotPlay) {
    auto told = chosen_photo();
    told.does(TogglePlay{});
    EXPECT_FALSE(told.state.playback.playing);
}

// --- settings

TEST(SettingsTest, AnotherLanguageIsSpokenAndKept) {
    Told told;
    auto settings = told.state.settings;
    settings.language = "id";
    told.does(ChangeSettings{settings});
    EXPECT_EQ(told.last<SpeakLanguage>()->language, "id");
    EXPECT_EQ(told.last<StoreSettings>()->settings, settings);
    settings.size_percent = 150;
    told.does(ChangeSettings{settings});
    EXPECT_EQ(told.count<SpeakLanguage>(), 1);
    EXPECT_EQ(told.last<StoreSettings>()->settings.size_percent, 150);
}

TEST(SettingsTest, TheVillageOfTheSettingsIsThatOfTheRunningWork) {
    auto told = chosen_photo();
    EXPECT_EQ(told.state.post().village.village, "Sukamaju");
    auto settings = told.state.settings;
    settings.village.village = "Sumberagung";
    told.does(OpenSettings{}).does(ChangeSettings{settings});
    EXPECT_EQ(told.state.post().village.village, "Sumberagung");
    EXPECT_EQ(told.last<StoreWork>()->work->post.village.village, "Sumberagung");
}

TEST(SettingsTest, TheGreetingIsShownOnce) {
    Told told;
    told.state.settings.greeted = false;
    told.state.screen = Screen::greeting;
    told.does(GreetingDone{});
    EXPECT_EQ(told.state.screen, Screen::home);
    EXPECT_TRUE(told.last<StoreSettings>()->settings.greeted);
}

TEST(SettingsTest, ALogoAndAProfileComeFromTheWorkers) {
    Told told;
    told.does(LogoChosen{"/data/logo.png"});
    EXPECT_EQ(told.state.settings.village.logo, "/data/logo.png");
    auto village = std::make_shared<Village>();
    village->village = "Sumberagung";
    told.does(VillageRead{village, {}});
    EXPECT_EQ(told.state.settings.village.village, "Sumberagung");
    told.does(VillageRead{nullptr, "This is no profile."});
    EXPECT_EQ(told.state.settings.village.village, "Sumberagung");
    EXPECT_EQ(told.state.toast->text, "This is no profile.");
}

// --- saving

TEST(SavingTest, GoesThroughItsPhases) {
    auto told = chosen_photo();
    told.does(GoTo{Step::save}).does(Save{});
    ASSERT_EQ(told.state.saving.phase, Saving::Phase::running);
    const auto make = told.last<MakePost>();
    ASSERT_TRUE(make);
    EXPECT_EQ(*make->post, told.state.post());
    EXPECT_EQ(make->folder.parent_path(), results);
    EXPECT_TRUE(make->is_first);
    told.does(Save{});
    EXPECT_EQ(told.count<MakePost>(), 1);  // once is enough
    told.does(SaveMoved{0.5, 12}).does(SaveMoved{0.4, 15});
    EXPECT_EQ(told.state.saving.fraction, 0.5);  // a bar never goes back
    told.does(Ticked{1.5}).does(Ticked{1.5});
    EXPECT_EQ(told.state.saving.running_for_s, 3);
    told.does(SaveEnded{std::make_shared<PostReport>(), make->folder, {}, {}, false, 0});
    EXPECT_EQ(told.state.saving.phase, Saving::Phase::done);
    told.does(OpenResults{});
    EXPECT_EQ(told.last<OpenFolder>()->folder, make->folder);
}

TEST(SavingTest, AChangeAfterwardsIsUnsavedAgainAndGoesIntoTheSameFolder) {
    auto told = chosen_photo();
    told.does(GoTo{Step::save}).does(Save{});
    // Another work's folder had that name.
    const auto folder = told.last<MakePost>()->folder.string() + " (2)";
    told.does(FolderTaken{folder});
    EXPECT_EQ(told.state.saving.folder, folder);
    told.does(SaveEnded{std::make_shared<PostReport>(), folder, {}, {}, false, 0});
    told.changes("change text", with_word(told.work(), "title", "Another title"));
    EXPECT_EQ(told.state.saving.phase, Saving::Phase::none);
    told.does(Save{});
    EXPECT_EQ(told.last<MakePost>()->folder, folder);
    EXPECT_FALSE(told.last<MakePost>()->is_first);
}

TEST(SavingTest, TheFolderIsNoStepToUndo) {
    auto told = chosen_photo();
    told.changes("turn photo", turned_right(told.work(), 0))
        .does(Save{})
        .does(FolderTaken{results / "Posyandu"});
    EXPECT_EQ(told.work().folder, results / "Posyandu");
    EXPECT_EQ(told.state.history->undo_name(), "turn photo");
    EXPECT_EQ(told.last<StoreWork>()->work->folder,
              told.work().folder);  // so that a start after a crash goes on there
    told.does(SaveEnded{std::make_shared<PostReport>(), results / "Posyandu", {}, {}, false, 0})
        .does(Undo{});
    EXPECT_EQ(told.state.post().items[0].recipe.turn, Turn::none);
    EXPECT_EQ(told.work().folder, results / "Posyandu");
    told.does(Undo{}).does(Redo{}).does(Redo{}).does(Save{});
    EXPECT_EQ(told.last<MakePost>()->folder, results / "Posyandu");
    EXPECT_FALSE(told.last<MakePost>()->is_first);
}

TEST(SavingTest, FailsAndStopsInWords) {
    auto told = chosen_photo();
    told.does(Save{}).does(SaveEnded{nullptr, {}, "There is no room.", "ENOSPC", false, 0});
    EXPECT_EQ(told.state.saving.phase, Saving::Phase::failed);
    EXPECT_EQ(told.state.saving.problem, "There is no room.");
    told.does(Save{}).does(StopSaving{});
    EXPECT_EQ(told.count<CancelMaking>(), 1);
    told.does(SaveEnded{nullptr, {}, {}, {}, true, 0});
    EXPECT_EQ(told.state.saving.phase, Saving::Phase::stopped);
    told.does(StopSaving{});
    EXPECT_EQ(told.count<CancelMaking>(), 1);
}

TEST(SavingTest, WithoutAnyPlaceNothingIsMade) {
    auto told = chosen_photo();
    auto work = told.work();
    work.post.placements.clear();
    told.changes("leave out a place", work).does(Save{});
    EXPECT_EQ(told.count<MakePost>(), 0);
}

TEST(SavingTest, WhatTheMachineCanIsRemembered) {
    auto told = chosen_photo();
    told.does(Save{}).does(SaveEnded{std::make_shared<PostReport>(), results, {}, {}, false, 12e6});
    EXPECT_EQ(told.last<StoreSettings>()->settings.encoded_pixels_per_s, 12e6);
}

TEST(SavingTest, AnotherOneIsBegunAnew) {
    auto told = chosen_photo();
    const auto first = told.work().id;
    told.does(Save{})
        .does(SaveEnded{std::make_shared<PostReport>(), results, {}, {}, false, 0})
        .does(MakeAnother{});
    EXPECT_EQ(told.state.step, Step::choose);
    EXPECT_THAT(told.files(), IsEmpty());
    EXPECT_EQ(told.work().task, Task::photo);
    EXPECT_EQ(told.state.saving.phase, Saving::Phase::none);
    EXPECT_TRUE(told.work().folder.empty());
}

TEST(SavingTest, NothingEverWritesIntoTheFoldersOfTheOriginals) {
    auto told = chosen_photo();
    for (const std::string title :
         {"", "../../../media/ibu/HP/DCIM/foto", "/media/ibu/HP/DCIM/foto.jpg", ".."}) {
        auto work = with_word(told.work(), "title", title);
        work.folder.clear();
        told.changes("change text", work)
            .does(Save{})
            .does(SaveEnded{nullptr, {}, "stopped", {}, false, 0});
    }
    told.does(ExportVillage{});
    for (const auto& effect : told.effects) {
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
    auto told = chosen_photo();
    told.does(Save{}).does(GoHome{});
    ASSERT_TRUE(told.state.question);
    EXPECT_EQ(told.state.screen, Screen::work);
    told.does(Answered{false});
    EXPECT_FALSE(told.state.question);
    EXPECT_EQ(told.count<CancelMaking>(), 0);
    told.does(AskToQuit{});
    ASSERT_TRUE(told.state.question);
    EXPECT_FALSE(told.state.wants_quit);
    told.does(Answered{true});
    EXPECT_TRUE(told.state.wants_quit);
    EXPECT_EQ(told.count<CancelMaking>(), 1);
}

TEST(QuestionTest, OtherwiseItJustCloses) {
    auto told = chosen_photo();
    told.does(AskToQuit{});
    EXPECT_TRUE(told.state.wants_quit);
    EXPECT_FALSE(told.state.question);
}

TEST(QuestionTest, AnAnswerWithoutAQuestionIsNothing) {
    Told told;
    told.does(Answered{true});
    EXPECT_FALSE(told.state.wants_quit);
    EXPECT_THAT(told.effects, testing::SizeIs(0));
}

TEST(ToastTest, PassesBySixSecondsLaterOrWhenItIsClosed) {
    Told told;
    told.does(CopyText{"Mari datang.", "Copied."});
    EXPECT_EQ(told.last<PutOnClipboard>()->text, "Mari datang.");
    ASSERT_TRUE(told.state.toast);
    for (int i = 0; i < 6; ++i) told.does(Ticked{1});
    EXPECT_TRUE(told.state.toast);
    told.does(Ticked{0.1});
    EXPECT_FALSE(told.state.toast);
    told.does(CopyText{"x", "Copied."}).does(ToastGone{});
    EXPECT_FALSE(told.state.toast);
}

// --- earlier work

EarlierWork earlier(const std::string& id) {
    return {.id = id, .title = "Posyandu", .task = 0, .changed = {}, .saved = false};
}

TEST(EarlierTest, WhatWasInterruptedIsOfferedUntilSomethingElseIsBegun) {
    Told told;
    told.does(EarlierCame{{earlier("a"), earlier("b")}, earlier("a")});
    ASSERT_TRUE(told.state.interrupted);
    told.does(Begin{Task::photo}).does(GoHome{});
    EXPECT_FALSE(told.state.interrupted);
    EXPECT_EQ(told.state.earlier.size(), 2u);
}

TEST(EarlierTest, IsReadAndGoneOnWithBehindItsChoice) {
    Told told;
    told.does(EarlierCame{{earlier("a")}, earlier("a")}).does(Continue{"a"});
    EXPECT_EQ(told.last<ReadWork>()->id, "a");
    told.does(WorkRead{std::make_shared<Work>(photo_work()), {}});
    EXPECT_EQ(told.state.screen, Screen::work);
    EXPECT_EQ(told.state.step, Step::frame);
    EXPECT_EQ(told.work(), photo_work());
    EXPECT_FALSE(told.state.interrupted);
    EXPECT_FALSE(told.state.history->undo_name());
}

TEST(EarlierTest, WhatCannotBeReadIsSaid) {
    Told told;
    told.does(Continue{"a"})
        .does(WorkRead{nullptr, "This unfinished work cannot be read any more."});
    EXPECT_EQ(told.state.screen, Screen::home);
    ASSERT_TRUE(told.state.toast);
    EXPECT_EQ(told.count<ListEarlier>(), 1);
}

TEST(PractiseTest, BeginsWithTheSamplePhotoWhereThereIsOne) {
    Told told;
    told.does(Practise{});
    EXPECT_FALSE(told.state.work());
    told.state.sample = "/usr/share/sunting/sample.jpg";
    told.does(Practise{});
    ASSERT_TRUE(told.state.work());
    EXPECT_EQ(told.state.work()->task, Task::photo);
    ASSERT_EQ(told.state.post().items.size(), 1u);
    EXPECT_EQ(told.state.post().items[0].file, told.state.sample);
}

TEST(EarlierTest, IsForgottenWhenThatIsMeant) {
    Told told;
    told.does(EarlierCame{{earlier("a"), earlier("b")}, earlier("a")}).does(Forget{"a"});
    ASSERT_TRUE(told.state.question);
    told.does(Answered{false});
    EXPECT_EQ(told.count<DeleteWork>(), 0);
    EXPECT_EQ(told.state.earlier.size(), 2u);
    told.does(Forget{"a"}).does(Answered{true});
    EXPECT_EQ(told.last<DeleteWork>()->id, "a");
    ASSERT_EQ(told.state.earlier.size(), 1u);
    EXPECT_EQ(told.state.earlier[0].id, "b");
    EXPECT_FALSE(told.state.interrupted);
}

// --- what the screen asks for

TEST(NeedsTest, EachSlotIsAskedOnceAndChangesItsKeyWithTheWork) {
    Told told;
    told.does(Begin{Task::many})
        .does(TakeFiles{{"/a/1.jpg", "/a/2.jpg"}})
        .knows_photo("/a/1.jpg")
        .knows_photo("/a/2.jpg");
    for (const auto step : {Step::choose, Step::frame, Step::words, Step::caption, Step::save}) {
        told.does(GoTo{step});
        std::set<std::string> slots;
        for (const auto& need : needs_of(told.state))
            EXPECT_TRUE(slots.insert(need.slot).second) << need.slot;
        EXPECT_FALSE(slots.empty());
    }
    const auto key_of = [&](const std::string& slot) {
        for (const auto& need : needs_of(told.state))
            if (need.slot == slot) return need.key;
        return std::string();
    };
    const auto before = key_of("card:1:instagram-feed-portrait");
    EXPECT_FALSE(before.empty());
    told.changes("turn photo", turned_right(told.work(), 1));
    EXPECT_NE(key_of("card:1:instagram-feed-portrait"), before);
}

TEST(NeedsTest, AFailureDoesNotTakeAwayAPictureThatIsShown) {
    auto told = chosen_photo();
    const auto picture = std::make_shared<const PictureView>();
    told.does(AnswerCame{{"uncut:0", "1", picture, {}}})
        .does(AnswerCame{{"uncut:0", "2", {}, "This could not be shown."}});
    EXPECT_EQ(told.state.picture("uncut:0"), picture);
    EXPECT_EQ(told.state.answer("uncut:0")->key, "2");
    EXPECT_EQ(told.state.answer("uncut:0")->error, "This could not be shown.");
}

TEST(NeedsTest, TheStartScreenAsksForNothing) {
    Told told;
    EXPECT_THAT(needs_of(told.state), testing::SizeIs(0));
}

TEST(NeedsTest, TheSmallPictureOfTheTimelineIsNotTakenForTheFrames) {
    Told told;
    told.does(Begin{Task::video}).does(ToggleFile{film}).knows_film(film, 30s);
    const auto uncut_at = [&](Step step) {
        told.does(GoTo{step});
        const auto needs = needs_of(told.state);
        return *std::ranges::find(needs, "uncut:0", &Need::slot);
    };
    const auto timeline = uncut_at(Step::trim), frame = uncut_at(Step::frame);
    EXPECT_NE(timeline.key, frame.key);
    EXPECT_LT(std::get<NeedUncut>(timeline.wanted).within.width,
              std::get<NeedUncut>(frame.wanted).within.width);
}

TEST(NeedsTest, FramesFollowTheFactsAndTheEdits) {
    auto told = chosen_photo();
    told.does(GoOn{});
    ASSERT_TRUE(told.state.frames.contains("instagram-story"));
    EXPECT_EQ(told.state.frames.at("instagram-story").shape.turned, (PixelSize{1600, 1200}));
    EXPECT_NEAR(told.state.frames.at("instagram-story").shape.aspect, 1080.0 / 1920, 1e-9);
    told.changes("turn photo", turned_right(told.work(), 0));
    EXPECT_EQ(told.state.frames.at("instagram-story").shape.turned, (PixelSize{1200, 1600}));
    // What is framed is what is planned.
    told.changes("move photo", with_framing(told.work(), 0, {"instagram-story"}, told.state.frames,
                                            {{0.3, 0.4}, 2}));
    const auto crop = told.state.frames.at("instagram-story").shape.crop;
    EXPECT_NEAR(crop.x + crop.width / 2, 0.3, 0.002);
    EXPECT_NEAR(crop.y + crop.height / 2, 0.4, 0.002);
}

TEST(NeedsTest, AnOpenFrameShowsWhatTheProgramChose) {
    auto told = chosen_photo();
    told.does(GoOn{});
    const auto need = [&] {
        const auto needs = needs_of(told.state);
        return *std::ranges::find(needs, "plan:0:instagram-story", &Need::slot);
    };
    Plan chosen;
    chosen.turned = {1600, 1200};
    chosen.crop = {400, 0, 675, 1200};
    told.does(AnswerCame{{need().slot, need().key, std::make_shared<const Plan>(chosen), {}}});
    EXPECT_NEAR(told.state.frames.at("instagram-story").shape.crop.x, 0.25, 1e-9);
    // A frame that the person set asks nobody; an answer of an older wish is none.
    told.changes("turn photo", turned_right(told.work(), 0));
    EXPECT_NE(told.state.frames.at("instagram-story").shape.crop.x, 0.25);
    EXPECT_NE(need().key, told.state.answer("plan:0:instagram-story")->key);
    told.changes("move photo", with_framing(told.work(), 0, {"instagram-story"}, told.state.frames,
                                            {{0.3, 0.4}, 2}));
    for (const auto& other : needs_of(told.state)) EXPECT_NE(other.slot, "plan:0:instagram-story");
}

TEST(NeedsTest, AClipsFrameIsThatOfTheSceneThatIsShown) {
    Told told;
    told.does(Begin{Task::video})
        .does(ToggleFile{film})
        .knows_film(film, 30s, 1920, 1080)
        .does(GoTo{Step::frame});
    const auto needs = needs_of(told.state);
    const auto need = std::ranges::find_if(
        needs, [](const Need& one) { return std::holds_alternative<NeedPlan>(one.wanted); });
    ASSERT_NE(need, needs.end());
    const auto place = need->slot.substr(std::string("plan:0:").size());
    Plan chosen;
    chosen.turned = {1920, 1080};
    chosen.crop = {0, 0, 608, 1080};
    chosen.windows = {{5s, {960, 0, 608, 1080}}};
    told.does(AnswerCame{{need->slot, need->key, std::make_shared<const Plan>(chosen), {}}});
    EXPECT_NEAR(told.state.frames.at(place).shape.crop.x, 0, 1e-9);
    told.does(SeekTo{6s});
    EXPECT_NEAR(told.state.frames.at(place).shape.crop.x, 0.5, 1e-9);
}

TEST(NeedsTest, AroundAPhotoThatIsShownWholeStandsWhatTheResultHas) {
    auto told = chosen_photo();
    told.does(GoOn{}).does(ShowPlacement{"instagram-story"});
    told.changes("show all of it", with_fit(told.work(), 0, {"instagram-story"}, Fit::blur));
    const auto needs = needs_of(told.state);
    const auto framed = std::ranges::find(needs, "framed:0", &Need::slot);
    ASSERT_NE(framed, needs.end());
    const auto& recipe = std::get<NeedUncut>(framed->wanted).recipe;
    EXPECT_EQ(recipe.canvas->fit, Fit::blur);
    EXPECT_EQ(recipe.canvas->size, (PixelSize{1080, 1920}));
    EXPECT_TRUE(recipe.overlays.empty());
}

// --- mending captions

const std::string nik = "3301234505060001";

/// Answers with a number that must not be shown, for two platforms.
Told private_caption() {
    Told told;
    told.does(Begin{Task::caption});
    auto work = told.work();
    work.post.placements = {"instagram-feed-portrait", "facebook-feed-portrait"};
    work.post.form.kind = "kegiatan";
    work = with_field(std::move(work), "apa", "Pembagian bantuan untuk Siti, NIK " + nik);
    work = with_field(std::move(work), "tempat", "Balai Desa");
    work = with_field(std::move(work), "tanggal", "2026-05-12");
    told.changes("answer a question", work);
    return told;
}

const DraftedCaption& caption_of(const Told& told, const std::string& platform) {
    return *std::ranges::find_if(*told.state.captions, [&](const DraftedCaption& caption) {
        return caption.placements.front().platform == platform;
    });
}

const CaptionFinding& private_number(const Told& told, const std::string& platform) {
    const auto& findings = caption_of(told, platform).findings;
    return *std::ranges::find(findings, "personal.nik_or_kk", &CaptionFinding::code);
}

TEST(MendTest, AFindingIsMendedInTheAnswerItCameFrom) {
    auto told = private_caption();
    ASSERT_THAT(caption_of(told, "Facebook").text, HasSubstr(nik));
    told.changes("mend the caption", with_finding_mended(told.work(), caption_of(told, "Instagram"),
                                                         private_number(told, "Instagram"), {}));
    EXPECT_THAT(told.work().post.form.fields.at("apa"), testing::Not(HasSubstr(nik)));
    for (const auto* platform : {"Instagram", "Facebook"}) {
        EXPECT_THAT(caption_of(told, platform).text, testing::Not(HasSubstr(nik))) << platform;
        EXPECT_FALSE(caption_of(told, platform).own) << "it goes on following the form";
    }
    told.changes("answer a question", with_field(told.work(), "tempat", "Lapangan"));
    EXPECT_THAT(caption_of(told, "Instagram").text, HasSubstr("Lapangan"));
    // One press, one step back.
    told.does(Undo{}).does(Undo{});
    EXPECT_THAT(told.work().post.form.fields.at("apa"), HasSubstr(nik));
}

TEST(MendTest, ATextThatThePersonWroteIsMendedBesideTheForm) {
    auto told = private_caption();
    told.changes("change the caption",
                 with_caption(told.work(), "Facebook", "Siti (" + nik + ") sudah menerima."));
    told.changes("mend the caption", with_finding_mended(told.work(), caption_of(told, "Facebook"),
                                                         private_number(told, "Facebook"), {}));
    EXPECT_THAT(caption_of(told, "Facebook").text,
                testing::AllOf(HasSubstr("sudah menerima"), testing::Not(HasSubstr(nik))));
    EXPECT_THAT(caption_of(told, "Instagram").text, testing::Not(HasSubstr(nik)));
    EXPECT_FALSE(caption_of(told, "Instagram").own);
    EXPECT_THAT(told.work().post.form.fields.at("apa"), testing::Not(HasSubstr(nik)));
}

TEST(MendTest, WhatStandsOnlyInOneTextIsMendedThereAlone) {
    auto told = private_caption();
    told.changes("answer a question", with_field(told.work(), "apa", "Pembagian bantuan"));
    told.changes("change the caption",
                 with_caption(told.work(), "Facebook", "Siti (" + nik + ") sudah menerima."));
    const auto form = told.work().post.form;
    told.changes("mend the caption", with_finding_mended(told.work(), caption_of(told, "Facebook"),
                                                         private_number(told, "Facebook"), {}));
    EXPECT_THAT(caption_of(told, "Facebook").text, testing::Not(HasSubstr(nik)));
    EXPECT_EQ(told.work().post.form, form);
    EXPECT_FALSE(told.work().post.captions.contains("Instagram"));
}

TEST(MendTest, CopyingWhatIsStillPrivateIsAskedFirst) {
    auto told = private_caption();
    const auto text = copied_text(caption_of(told, "Facebook"));
    told.does(CopyText{text, "Copied."});
    EXPECT_FALSE(told.last<PutOnClipboard>());
    ASSERT_TRUE(told.state.question);
    EXPECT_EQ(told.state.question->about, Question::About::copy_unmended);
    told.does(Answered{false});
    EXPECT_FALSE(told.last<PutOnClipboard>());
    told.does(CopyText{text, "Copied."}).does(Answered{true});
    ASSERT_TRUE(told.last<PutOnClipboard>());
    EXPECT_EQ(told.last<PutOnClipboard>()->text, text);
    told.changes("answer a question",
                 with_field(told.work(), "apa", "Kerja bakti membersihkan saluran"));
    const auto clean = copied_text(caption_of(told, "Facebook"));
    told.does(CopyText{clean, "Copied."});
    EXPECT_FALSE(told.state.question);
    EXPECT_EQ(told.last<PutOnClipboard>()->text, clean);
}

// --- guesses

TEST(EstimateTest, CountsFilesAndSaysWhyAFilmTakesLong) {
    auto told = chosen_photo();
    const auto photos = estimate_of(told.state);
    EXPECT_EQ(photos.files, 3u);
    EXPECT_GT(photos.bytes, 0);
    EXPECT_TRUE(photos.reason.empty());
    Told clip;
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
