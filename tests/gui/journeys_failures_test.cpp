// Broken files, folders that cannot be written, and saves that are stopped.
#include "journey.hpp"

#include "layout.hpp"

#include "support/made_pictures.hpp"

#include <mediaedit/mediaedit.hpp>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <string>

namespace {

using namespace mediaedit;
using namespace sunting;
using namespace sunting::test;
using mediaedit::test::FilmOptions;
using mediaedit::test::numbers_of;
using mediaedit::test::place_ramp;
using mediaedit::test::read_film;
using mediaedit::test::write_phone_jpeg;
using testing::HasSubstr;

TEST_F(JourneyTest, ADamagedPhotoIsToldOfFromItsChoiceToTheChecklist) {
    fs::copy_file(fs::path(MEDIAEDIT_TEST_DATA) / "photos/truncated.jpg",
                  program_.pictures() / "terpotong.jpg");
    program_.start();
    const std::string words = "terpotong.jpg is cut short";
    program_.press("home.photo");
    press_card("terpotong.jpg");
    EXPECT_TRUE(program_.says(words));
    program_.press("next");
    EXPECT_TRUE(program_.says(words));
    for (int i = 0; i < 3; ++i) program_.press("next");
    EXPECT_TRUE(program_.says(words));
    program_.save();
    EXPECT_TRUE(program_.says(words));
    for (const auto& [name, text] : contents_of(program_.state().saving.folder))
        if (name == "checklist.html") { EXPECT_THAT(text, HasSubstr(words)); }
}

TEST_F(JourneyTest, OneBrokenPhotoDoesNotStopTheOthers) {
    for (const auto* name : {"1.jpg", "3.jpg"})
        write_phone_jpeg(program_.pictures() / name, place_ramp(800, 1000));
    program_.broken_photo("2.jpg");
    program_.start();
    program_.press("home.many");
    for (const auto* name : {"1.jpg", "2.jpg", "3.jpg"}) press_card(name);
    ASSERT_EQ(program_.work().post.items.size(), 3u);
    program_.press("next");
    ASSERT_EQ(program_.state().step, Step::frame);
    program_.press("item.1");
    EXPECT_EQ(program_.state().item, 1u);
    program_.press("item.2");
    for (int i = 0; i < 3; ++i) program_.press("next");
    ASSERT_EQ(program_.state().step, Step::save);
    program_.save();
    const auto files = results();
    EXPECT_EQ(files.size(), 4u);  // two photos for two placements
    expect_accepted(files);
    const auto& failures = program_.state().saving.report->failures;
    ASSERT_FALSE(failures.empty());
    for (const auto& failure : failures) {
        EXPECT_EQ(failure.source.filename(), "2.jpg");
        EXPECT_TRUE(program_.says(failure.error.message));
    }
}

TEST_F(JourneyTest, ABrokenPhotoIsToldAtOnceAndTheWayBackIsOpen) {
    program_.broken_photo("rusak.jpg");
    write_phone_jpeg(program_.pictures() / "baik.jpg", place_ramp(800, 1000));
    program_.start();
    program_.press("home.photo");
    press_card("rusak.jpg");
    EXPECT_FALSE(program_.get("next").enabled);
    const auto* answer =
        program_.state().answer("facts:" + (program_.pictures() / "rusak.jpg").string());
    ASSERT_TRUE(answer);
    EXPECT_TRUE(program_.says(answer->error));
    press_card("baik.jpg");
    EXPECT_TRUE(program_.get("next").enabled);
    // A dropped broken photo does not lead to an empty screen.
    program_.window().drop_files({program_.pictures() / "rusak.jpg"});
    program_.settle();
    EXPECT_TRUE(program_.says(answer->error));
}

TEST_F(JourneyTest, ResultsThatCannotBeWrittenAreSaidAndTriedAgain) {
    write_phone_jpeg(program_.pictures() / "foto.jpg", place_ramp(800, 1000));
    program_.start();
    auto settings = program_.state().settings;
    std::ofstream(program_.home() / "taken") << "a file where the folder should be";
    settings.results = program_.home() / "taken";
    program_.app().act(ChangeSettings{settings});
    program_.press("home.photo");
    press_card("foto.jpg");
    for (int step = 0; step < 4; ++step) program_.press("next");
    program_.save();
    EXPECT_EQ(program_.state().saving.phase, Saving::Phase::failed);
    EXPECT_TRUE(program_.says(program_.state().saving.problem));
    EXPECT_FALSE(program_.state().saving.problem.empty());
    fs::remove(program_.home() / "taken");
    program_.press_only("again");
    program_.frames_until([&] { return program_.state().saving.phase != Saving::Phase::running; });
    program_.settle();
    EXPECT_EQ(results().size(), 3u);
}

TEST_F(JourneyTest, StoppingLeavesNothingHalfMadeAndSavingGoesOn) {
    FilmOptions video;
    video.width = 540;
    video.height = 960;
    video.frames = 90;
    video.options = "preset=ultrafast";
    const auto film = program_.film("film.mp4", video);
    program_.start();
    program_.window().drop_files({film});
    program_.settle();
    auto work = program_.work();
    work.post.placements = {"instagram-reel"};
    program_.app().act(Change{"leave out a place", {}, work});
    program_.app().act(GoTo{Step::save});
    program_.settle();
    program_.press_only("next");
    ASSERT_EQ(program_.state().saving.phase, Saving::Phase::running);
    program_.window().ask_to_close();
    program_.frames_until([&] { return static_cast<bool>(program_.find("question.no")); });
    program_.press_only("question.no");
    EXPECT_FALSE(program_.state().wants_quit);
    program_.app().act(StopSaving{});
    program_.frames_until([&] { return program_.state().saving.phase != Saving::Phase::running; });
    program_.settle();
    EXPECT_EQ(program_.state().saving.phase, Saving::Phase::stopped);
    for (const auto& [name, bytes] : contents_of(program_.state().saving.folder))
        EXPECT_FALSE(fs::path(name).extension() == ".mp4") << name;
    program_.save();
    EXPECT_EQ(numbers_of(read_film(results().at("instagram-reel"), 2)).size(), 90u);
}

}  // namespace
