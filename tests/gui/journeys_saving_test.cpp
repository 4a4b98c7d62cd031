// Where results are saved, and what is left after a kill.
#include "journey.hpp"

#include "support/made_pictures.hpp"

#include <mediaedit/mediaedit.hpp>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <string>
#include <utility>
#include <vector>

namespace {

using namespace mediaedit;
using namespace sunting;
using namespace sunting::test;
using mediaedit::test::place_ramp;
using mediaedit::test::write_phone_jpeg;
using testing::IsEmpty;

TEST_F(JourneyTest, AfterAKillTheWorkIsAsItWas) {
    write_phone_jpeg(program_.pictures() / "foto.jpg", place_ramp(800, 1000));
    program_.start();
    program_.press("home.photo");
    press_card("foto.jpg");
    program_.press("next");
    program_.press("turn");
    program_.press("zoom.in");
    program_.press("next");
    program_.type("text", "Posyandu");
    const auto work = program_.work();
    program_.kill();
    program_.start();
    ASSERT_EQ(program_.state().screen, Screen::home);
    ASSERT_TRUE(program_.find("interrupted"));
    program_.press("interrupted");
    EXPECT_EQ(program_.work(), work);
    EXPECT_EQ(program_.state().step, Step::frame);
    // A normal end is no interruption, and the work is still there.
    program_.end();
    program_.start();
    EXPECT_FALSE(program_.find("interrupted"));
    program_.press("earlier." + work.id);
    EXPECT_EQ(program_.work(), work);
    program_.press("bar.home");
    program_.press("forget." + work.id);
    program_.press("question.no");
    program_.press("forget." + work.id);
    program_.press("question.yes");
    EXPECT_FALSE(program_.find("earlier." + work.id));
    EXPECT_THAT(Program::store().earlier(), IsEmpty());
}

TEST_F(JourneyTest, TwoPostsOfOneDayAndNameDoNotWriteOverEachOther) {
    write_phone_jpeg(program_.pictures() / "foto.jpg", place_ramp(800, 1000));
    program_.start();
    std::vector<fs::path> folders;
    std::vector<std::vector<std::pair<std::string, std::string>>> made;
    for (int i = 0; i < 2; ++i) {
        program_.press("home.photo");
        press_card("foto.jpg");
        program_.press("next");
        if (i == 1) program_.press("turn");
        for (int step = 0; step < 3; ++step) program_.press("next");
        program_.save();
        results();
        folders.push_back(program_.state().saving.folder);
        made.push_back(contents_of(folders.back()));
        program_.press("next");
    }
    EXPECT_NE(folders[0], folders[1]);
    EXPECT_EQ(contents_of(folders[0]), made[0]);
    EXPECT_NE(made[0], made[1]);
}

TEST_F(JourneyTest, SavingAgainAfterAChangeRenewsTheSameFolder) {
    write_phone_jpeg(program_.pictures() / "foto.jpg", place_ramp(800, 1000));
    program_.start();
    program_.press("home.photo");
    press_card("foto.jpg");
    for (int step = 0; step < 4; ++step) program_.press("next");
    program_.save();
    const auto folder = program_.state().saving.folder;
    const auto before = contents_of(folder);
    program_.press("step.1");
    program_.press("turn");
    program_.press("step.4");
    program_.save();
    EXPECT_EQ(program_.state().saving.folder, folder);
    EXPECT_NE(contents_of(folder), before);
    EXPECT_EQ(contents_of(folder).size(), before.size());
}

}  // namespace
