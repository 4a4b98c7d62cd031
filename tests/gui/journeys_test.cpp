// Whole journeys through the program, by mouse and keyboard, up to files that are read back.
#include "journey.hpp"

#include "model/edits.hpp"
#include "support/made_pictures.hpp"
#include "support/media_files.hpp"

#include <mediaedit/mediaedit.hpp>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdint>
#include <string>
#include <vector>

namespace {

using namespace mediaedit;
using namespace sunting;
using namespace sunting::test;
using mediaedit::test::bytes_of;
using mediaedit::test::FilmOptions;
using mediaedit::test::numbers_of;
using mediaedit::test::place_ramp;
using mediaedit::test::read_film;
using mediaedit::test::read_photo_pixels;
using mediaedit::test::write_phone_jpeg;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

TEST_F(JourneyTest, APhotoBecomesFilesThatArePosted) {
    write_phone_jpeg(program_.pictures() / "foto.jpg", place_ramp(1600, 1200));
    const auto originals = contents_of(program_.pictures());
    program_.start();
    program_.press("home.photo");
    press_card("foto.jpg");
    ASSERT_EQ(program_.work().post.items.size(), 1u);
    EXPECT_TRUE(program_.says("1600 × 1200"));
    program_.press("next");
    ASSERT_EQ(program_.state().step, Step::frame);
    // The photo moves to the right under the frame: more of its left is shown.
    const auto stage = program_.get("stage").seen.middle();
    const auto before = framing_of(program_.state().frames.at("instagram-feed-portrait").shape);
    program_.press("zoom.in");
    program_.press("zoom.in");
    program_.drag(stage.x, stage.y, stage.x + 60, stage.y);
    const auto after = framing_of(program_.state().frames.at("instagram-feed-portrait").shape);
    EXPECT_LT(after.center.x, before.center.x - 0.02);
    EXPECT_NEAR(after.zoom, 1.15 * 1.15, 0.01);
    EXPECT_EQ(program_.state().history->undo_name(), "move photo");
    program_.press("next");
    ASSERT_EQ(program_.state().step, Step::words);
    program_.press("next");
    ASSERT_EQ(program_.state().step, Step::caption);
    program_.type("form.apa", "Posyandu Melati");
    EXPECT_EQ(program_.work().post.form.fields.at("apa"), "Posyandu Melati");
    ASSERT_TRUE(program_.state().captions);
    EXPECT_THAT(program_.state().captions->front().text, HasSubstr("Posyandu Melati"));
    program_.press("next");
    ASSERT_EQ(program_.state().step, Step::save);
    program_.save();
    const auto files = results();
    EXPECT_EQ(files.size(), 3u);
    EXPECT_THAT(program_.state().saving.report->failures, IsEmpty());
    expect_accepted(files);
    EXPECT_EQ(program_.state().saving.folder.parent_path(), program_.state().settings.results);
    // The saved file shows what was framed.
    for (const auto& [placement, file] : files) {
        const auto& crop = program_.work().post.items[0].recipe.placements.at(placement).crop;
        ASSERT_TRUE(crop);
        const auto part = part_of_ramp(read_photo_pixels(file));
        EXPECT_NEAR(part.left, crop->x, 0.02) << placement;
        EXPECT_NEAR(part.right, crop->x + crop->width, 0.02) << placement;
        EXPECT_NEAR(part.top, crop->y, 0.02) << placement;
        EXPECT_NEAR(part.bottom, crop->y + crop->height, 0.02) << placement;
    }
    EXPECT_EQ(contents_of(program_.pictures()).size(),
              originals.size() + contents_of(program_.state().settings.results).size());
    for (const auto& [name, bytes] : originals)
        EXPECT_EQ(bytes_of(program_.pictures() / name),
                  (std::vector<std::uint8_t>(bytes.begin(), bytes.end())));
    // The start screen lists it.
    program_.press("next");
    EXPECT_EQ(program_.state().screen, Screen::home);
    ASSERT_EQ(program_.state().earlier.size(), 1u);
    EXPECT_TRUE(program_.state().earlier[0].saved);
    EXPECT_EQ(program_.state().earlier[0].title, "Posyandu Melati");
}

TEST_F(JourneyTest, AFilmIsTrimmedToThePicture) {
    FilmOptions video;
    video.width = 540;
    video.height = 960;
    video.frames = 60;
    video.b_frames = 2;
    video.options = "preset=ultrafast";
    const auto film = program_.film("film.mp4", video);
    const auto original = bytes_of(film);
    program_.start();
    program_.press("home.video");
    press_card("film.mp4");
    program_.press("next");
    ASSERT_EQ(program_.state().step, Step::trim);
    // Where the pointer rests, the frame is prepared before a press.
    const auto whole = program_.get("line").seen;
    program_.window().move_to(whole.left + whole.width() * 0.5F, whole.middle().y);
    program_.frames_until([&] { return program_.state().playback.rests_on.has_value(); });
    EXPECT_NEAR(static_cast<double>(program_.state().playback.rests_on->count()), 1e6, 0.03e6);
    program_.settle();
    EXPECT_TRUE(program_.state().picture("ahead:0"));
    // The handles set it roughly, the buttons exactly.
    const auto start = program_.get("start.0").seen.middle(),
               end = program_.get("end.0").seen.middle();
    const auto line = program_.get("line").seen;
    program_.drag(start.x, start.y, start.x + line.width() * 0.25F, start.y);
    program_.drag(end.x, end.y, end.x - line.width() * 0.25F, end.y);
    const Time duration{2'000'000};
    auto part = kept_parts(program_.work(), 0, duration).front();
    EXPECT_NEAR(static_cast<double>(part.start.count()), 0.5e6, 0.12e6);
    EXPECT_NEAR(static_cast<double>(part.end->count()), 1.5e6, 0.12e6);
    EXPECT_EQ(program_.state().history->undo_name(), "move the end");
    const auto before = part;
    program_.press("begin.on");
    program_.press("begin.on");
    program_.press("begin.back");
    program_.press("finish.back");
    part = kept_parts(program_.work(), 0, duration).front();
    EXPECT_EQ(part.start - before.start, Time(33'333));
    EXPECT_EQ(*before.end - *part.end, Time(33'333));
    std::vector<int> expected;
    for (int number = 0; number < 60; ++number) {
        const Time at{(number * 1'000'000 + 15) / 30};
        if (at >= part.start && at < *part.end) expected.push_back(number);
    }
    program_.press("next");
    ASSERT_EQ(program_.state().step, Step::frame);
    program_.press("place.facebook-reel");
    program_.press("place.whatsapp-status");
    EXPECT_THAT(program_.work().post.placements, ElementsAre("instagram-reel"));
    program_.press("next");
    program_.press("next");
    program_.press("next");
    program_.save();
    const auto files = results();
    ASSERT_TRUE(files.contains("instagram-reel"));
    EXPECT_EQ(numbers_of(read_film(files.at("instagram-reel"), 2)), expected);
    EXPECT_EQ(bytes_of(film), original);
}

TEST_F(JourneyTest, AMiddleThatIsCutOutIsNotInTheResult) {
    FilmOptions video;
    video.width = 540;
    video.height = 960;
    video.frames = 60;
    video.options = "preset=ultrafast";
    program_.film("film.mp4", video);
    program_.start();
    program_.press("home.video");
    press_card("film.mp4");
    program_.press("next");
    program_.press("middle");
    ASSERT_EQ(program_.work().post.items[0].recipe.keep.size(), 2u);
    program_.press("part.1");
    program_.press("begin.on");
    const auto parts = kept_parts(program_.work(), 0, Time(2'000'000));
    std::vector<int> expected;
    for (const auto& part : parts)
        for (int number = 0; number < 60; ++number)
            if (const Time at{(number * 1'000'000 + 15) / 30}; at >= part.start && at < *part.end)
                expected.push_back(number);
    auto work = program_.work();
    work.post.placements = {"instagram-reel"};
    program_.app().act(Change{"leave out a place", {}, work});
    for (int i = 0; i < 4; ++i) program_.press("next");
    program_.save();
    EXPECT_EQ(numbers_of(read_film(results().at("instagram-reel"), 2)), expected);
}

TEST_F(JourneyTest, AFilmPlaysItsPartAndStopsByItself) {
    FilmOptions video;
    video.frames = 30;
    program_.film("film.mp4", video);
    program_.start();
    program_.press("home.video");
    press_card("film.mp4");
    program_.press("next");
    program_.app().act(Change{
        "move the end", {}, with_part_end(program_.work(), 0, 0, Time(400'000), Time(1'000'000))});
    program_.settle();
    program_.press_only("play");
    bool pictured = false;
    Time furthest{0};
    program_.frames_until([&] {
        pictured = pictured || program_.state().playback.picture;
        furthest = std::max(furthest, program_.state().playback.at);
        return !program_.state().playback.playing;
    });
    EXPECT_TRUE(pictured);
    EXPECT_LE(furthest, Time(400'000));
    EXPECT_GT(furthest, Time(200'000));
    program_.settle();
}

TEST_F(JourneyTest, ACaptionAloneArrivesOnTheClipboard) {
    program_.start();
    program_.press("home.caption");
    program_.type("form.apa", "Kerja bakti");
    program_.press("caption.copy");
    EXPECT_THAT(program_.window().clipboard(), HasSubstr("Kerja bakti"));
    ASSERT_TRUE(program_.state().toast);
    // The person's own text, long enough to wrap in the field, arrives as it was typed.
    const std::string own =
        "Terima kasih kepada semua warga yang sudah datang membantu membersihkan saluran irigasi "
        "di dusun Krajan pada hari Minggu pagi. 🌾🙏🏽\nSampai jumpa bulan depan.";
    program_.press_only("caption.text");
    program_.window().press(Key::a, {Key::left_control});
    program_.window().set_clipboard(own);
    program_.window().press(Key::v, {Key::left_control});
    program_.settle();
    const auto platform = program_.state().captions->front().placements.front().platform;
    ASSERT_TRUE(program_.work().post.captions.contains(platform));
    EXPECT_EQ(program_.work().post.captions.at(platform), own);
    program_.window().set_clipboard("");
    program_.press("caption.copy");
    EXPECT_EQ(program_.window().clipboard(), own);
    // With the field's own shortcut too.
    program_.press_only("caption.text");
    program_.window().press(Key::a, {Key::left_control});
    program_.window().press(Key::c, {Key::left_control});
    program_.settle();
    EXPECT_EQ(program_.window().clipboard(), own);
    program_.press("caption.guide");
    EXPECT_FALSE(program_.work().post.captions.contains(platform));
}

}  // namespace
