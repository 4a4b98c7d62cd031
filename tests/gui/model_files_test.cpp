// Files that are chosen and dropped, clips that are played, settings.
#include "model_states.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <chrono>
#include <filesystem>
#include <memory>
#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace {

using namespace mediaedit;
using namespace sunting;
using namespace sunting::test;
using namespace std::chrono_literals;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

// --- files

TEST(FilesTest, AFileIsChosenAndTakenOut) {
    Scenario scenario;
    scenario.does(Begin{Task::many})
        .does(ToggleFile{"/a/1.jpg"})
        .does(ToggleFile{"/a/2.jpg"})
        .does(ToggleFile{"/a/1.jpg"});
    EXPECT_THAT(scenario.files(), ElementsAre("2.jpg"));
    EXPECT_EQ(scenario.state.history->undo_name(), "take out photo");
}

TEST(FilesTest, AnEleventhPhotoIsRefusedInWords) {
    Scenario scenario;
    scenario.does(Begin{Task::many});
    for (int i = 1; i <= 11; ++i) scenario.does(ToggleFile{"/a/" + std::to_string(i) + ".jpg"});
    EXPECT_EQ(scenario.files().size(), 10u);
    ASSERT_TRUE(scenario.state.toast);
    EXPECT_THAT(scenario.state.toast->text, HasSubstr("10"));
    EXPECT_EQ(scenario.state.toast->kind, Toast::Kind::problem);
}

TEST(FilesTest, WhatIsDroppedOnTheStartScreenSaysWhatIsMade) {
    const auto task_for = [](std::vector<std::filesystem::path> files) {
        Scenario scenario;
        scenario.does(TakeFiles{std::move(files)});
        return scenario.work().task;
    };
    EXPECT_EQ(task_for({"/a/foto.jpg"}), Task::photo);
    EXPECT_EQ(task_for({"/a/FILM.MP4"}), Task::video);
    EXPECT_EQ(task_for({"/a/film.mov"}), Task::video);
    EXPECT_EQ(task_for({"/a/1.jpg", "/a/2.jpg"}), Task::many);
    EXPECT_EQ(task_for({"/a/tanpa-akhir"}), Task::photo);
}

TEST(FilesTest, ADroppedPhotoGoesOnToItsNextStep) {
    Scenario scenario;
    scenario.does(TakeFiles{{photo}});
    EXPECT_EQ(scenario.state.step, Step::frame);
    EXPECT_THAT(scenario.files(), ElementsAre("foto.jpg"));
    // With many photos the order still has to be checked.
    Scenario many;
    many.does(TakeFiles{{"/a/1.jpg", "/a/2.jpg"}});
    EXPECT_EQ(many.state.step, Step::choose);
    EXPECT_THAT(many.files(), ElementsAre("1.jpg", "2.jpg"));
}

TEST(FilesTest, TwelveDroppedPhotosAreTenAndASentence) {
    std::vector<std::filesystem::path> files;
    for (int i = 0; i < 12; ++i) files.emplace_back("/a/" + std::to_string(i) + ".jpg");
    Scenario scenario;
    scenario.does(TakeFiles{files});
    EXPECT_EQ(scenario.files().size(), 10u);
    ASSERT_TRUE(scenario.state.toast);
    EXPECT_EQ(scenario.state.toast->kind, Toast::Kind::problem);
}

TEST(FilesTest, APhotoDroppedIntoAWorkTakesThePlaceOfItsPhoto) {
    auto scenario = chosen_photo();
    scenario.does(GoOn{}).does(TakeFiles{{"/a/lain.jpg"}});
    EXPECT_THAT(scenario.files(), ElementsAre("lain.jpg"));
    scenario.does(Undo{});
    EXPECT_THAT(scenario.files(), ElementsAre("foto.jpg"));
}

TEST(FilesTest, DroppedOnSettingsItIsALogo) {
    Scenario scenario;
    scenario.does(OpenSettings{}).does(TakeFiles{{"/a/logo.png"}});
    ASSERT_TRUE(scenario.last<KeepLogo>());
    EXPECT_EQ(scenario.last<KeepLogo>()->file, "/a/logo.png");
    EXPECT_FALSE(scenario.state.work());
}

TEST(FilesTest, DroppedOnACaptionItIsRefusedInWords) {
    Scenario scenario;
    scenario.does(Begin{Task::caption}).does(TakeFiles{{photo}});
    EXPECT_THAT(scenario.files(), IsEmpty());
    ASSERT_TRUE(scenario.state.toast);
}

TEST(FilesTest, NothingDroppedIsNothing) {
    Scenario scenario;
    scenario.does(TakeFiles{{}});
    EXPECT_FALSE(scenario.state.work());
}

// --- clips

TEST(ClipTest, PlaysWhatIsKeptAndStopsAtEverythingElse) {
    Scenario scenario;
    scenario.does(Begin{Task::video}).does(ToggleFile{film}).knows_film(film, 10s).does(GoOn{});
    scenario.changes("move the beginning", with_part_start(scenario.work(), 0, 0, 4s, 10s));
    scenario.does(TogglePlay{});
    ASSERT_TRUE(scenario.state.playback.playing);
    ASSERT_TRUE(scenario.last<Play>());
    EXPECT_EQ(scenario.last<Play>()->from, Time(4s));  // 0:00, the time shown, is not kept
    EXPECT_EQ(scenario.last<Play>()->ranges.front().start, Time(4s));
    EXPECT_TRUE(scenario.last<Play>()->audio);
    scenario.does(PlayMoved{5s, {}, true, false});
    EXPECT_EQ(scenario.state.playback.at, Time(5s));
    scenario.does(SeekTo{6s});
    EXPECT_FALSE(scenario.state.playback.playing);
    EXPECT_EQ(scenario.count<Pause>(), 1);
    scenario.does(PlayMoved{5s, {}, true, false});  // it arrives late
    EXPECT_EQ(scenario.state.playback.at, Time(6s));
    scenario.does(TogglePlay{});
    EXPECT_EQ(scenario.last<Play>()->from, Time(6s));
    scenario.does(GoOn{});
    EXPECT_FALSE(scenario.state.playback.playing);
}

TEST(ClipTest, WhatThePointerRestsOnIsMadeBeforeItIsPressed) {
    Scenario scenario;
    scenario.does(Begin{Task::video}).does(ToggleFile{film}).knows_film(film, 10s).does(GoOn{});
    const auto ahead = [&] {
        std::vector<Time> at;
        for (const auto& need : needs_of(scenario.state))
            if (need.slot == "ahead:0") at.push_back(std::get<NeedUncut>(need.wanted).at);
        return at;
    };
    EXPECT_THAT(ahead(), IsEmpty());
    scenario.does(RestOn{3s});
    EXPECT_THAT(ahead(), ElementsAre(Time(3s)));
    EXPECT_EQ(needs_of(scenario.state).front().slot, "uncut:0") << "what is seen comes first";
    scenario.does(SeekTo{3s});
    EXPECT_THAT(ahead(), IsEmpty());
    scenario.does(RestOn{5s}).does(TogglePlay{});
    EXPECT_THAT(ahead(), IsEmpty()) << "while it plays nobody waits for it";
}

TEST(ClipTest, SilentWhenThePersonWantsItSo) {
    Scenario scenario;
    scenario.does(Begin{Task::video}).does(ToggleFile{film}).knows_film(film, 10s).does(GoOn{});
    scenario.changes("sound off", with_audio(scenario.work(), 0, Audio::Kind::off))
        .does(TogglePlay{});
    EXPECT_FALSE(scenario.last<Play>()->audio);
}

TEST(ClipTest, TheEndOfTheClipEndsThePlaying) {
    Scenario scenario;
    scenario.does(Begin{Task::video})
        .does(ToggleFile{film})
        .knows_film(film, 10s)
        .does(GoOn{})
        .does(TogglePlay{})
        .does(PlayMoved{10s, {}, false, true});
    EXPECT_FALSE(scenario.state.playback.playing);
    EXPECT_TRUE(scenario.state.playback.without_audio);
}

TEST(ClipTest, APhotoDoesNotPlay) {
    auto scenario = chosen_photo();
    scenario.does(TogglePlay{});
    EXPECT_FALSE(scenario.state.playback.playing);
}

// --- settings

TEST(SettingsTest, AnotherLanguageIsSpokenAndKept) {
    Scenario scenario;
    auto settings = scenario.state.settings;
    settings.language = "id";
    scenario.does(ChangeSettings{settings});
    EXPECT_EQ(scenario.last<SpeakLanguage>()->language, "id");
    EXPECT_EQ(scenario.last<StoreSettings>()->settings, settings);
    settings.size_percent = 150;
    scenario.does(ChangeSettings{settings});
    EXPECT_EQ(scenario.count<SpeakLanguage>(), 1);
    EXPECT_EQ(scenario.last<StoreSettings>()->settings.size_percent, 150);
}

TEST(SettingsTest, TheVillageOfTheSettingsIsThatOfTheRunningWork) {
    auto scenario = chosen_photo();
    EXPECT_EQ(scenario.state.post().village.village, "Sukamaju");
    auto settings = scenario.state.settings;
    settings.village.village = "Sumberagung";
    scenario.does(OpenSettings{}).does(ChangeSettings{settings});
    EXPECT_EQ(scenario.state.post().village.village, "Sumberagung");
    EXPECT_EQ(scenario.last<StoreWork>()->work->post.village.village, "Sumberagung");
}

TEST(SettingsTest, TheGreetingIsShownOnce) {
    Scenario scenario;
    scenario.state.settings.greeted = false;
    scenario.state.screen = Screen::greeting;
    scenario.does(GreetingDone{});
    EXPECT_EQ(scenario.state.screen, Screen::home);
    EXPECT_TRUE(scenario.last<StoreSettings>()->settings.greeted);
}

TEST(SettingsTest, ALogoAndAProfileComeFromTheWorkers) {
    Scenario scenario;
    scenario.does(LogoChosen{"/data/logo.png"});
    EXPECT_EQ(scenario.state.settings.village.logo, "/data/logo.png");
    auto village = std::make_shared<Village>();
    village->village = "Sumberagung";
    scenario.does(VillageRead{village, {}});
    EXPECT_EQ(scenario.state.settings.village.village, "Sumberagung");
    scenario.does(VillageRead{nullptr, "This is no profile."});
    EXPECT_EQ(scenario.state.settings.village.village, "Sumberagung");
    EXPECT_EQ(scenario.state.toast->text, "This is no profile.");
}

}  // namespace
