// Whole journeys through the program, by mouse and keyboard, up to files that are read back.
#include "layout.hpp"
#include "program.hpp"

#include "model/edits.hpp"
#include "support/made_pictures.hpp"
#include "support/media_files.hpp"

#include <mediaedit/check.hpp>
#include <mediaedit/mediaedit.hpp>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <map>
#include <set>

namespace {

using namespace mediaedit;
using namespace sunting;
using namespace sunting::test;
using mediaedit::test::bytes_of;
using mediaedit::test::FilmWish;
using mediaedit::test::numbers_of;
using mediaedit::test::place_ramp;
using mediaedit::test::read_film;
using mediaedit::test::read_photo_pixels;
using mediaedit::test::write_phone_jpeg;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

class JourneyTest : public testing::Test {
protected:
    Program program_;

    void press_card(const std::string& name) {
        for (const auto& widget : program_.app().widgets())
            if (widget.id.starts_with("file.") && widget.label == name) {
                program_.press(std::string(widget.id));
                return;
            }
        FAIL() << "no card of " << name;
    }

    /// Of the last saving, by placement.
    std::map<std::string, fs::path> results() {
        std::map<std::string, fs::path> files;
        const auto& saving = program_.state().saving;
        EXPECT_EQ(saving.phase, Saving::Phase::done) << saving.problem << " " << saving.details;
        if (!saving.report) return files;
        for (const auto& file : saving.report->files)
            if (!file.placement.empty())
                files[file.placement + (file.item > 0 ? "#" + std::to_string(file.item)
                                                      : std::string())] = saving.folder / file.file;
        return files;
    }

    /// None of the results would be refused by its platform.
    static void expect_accepted(const std::map<std::string, fs::path>& files) {
        EXPECT_FALSE(files.empty());
        for (const auto& [placement, file] : files) {
            const auto known = find_placement(placement.substr(0, placement.find('#')));
            ASSERT_TRUE(known);
            const auto findings = check(file, *known);
            ASSERT_TRUE(findings) << file << ": " << findings.error().message;
            for (const auto& finding : *findings)
                EXPECT_NE(finding.severity, Severity::error) << file << ": " << finding.message;
            const auto info = probe(file);
            ASSERT_TRUE(info);
            EXPECT_EQ(info->size, known->size) << file;
            EXPECT_FALSE(info->has_location) << file;
            EXPECT_FALSE(info->has_owner_data) << file;
        }
    }

    /// Which part of a ramp an upright picture shows, from 0 to 1.
    struct Part {
        double left, top, right, bottom;
    };
    static Part part_of_ramp(const cv::Mat& rgb) {
        const auto at = [&](int x, int y) { return rgb.at<cv::Vec3b>(y, x); };
        const int x = rgb.cols / 2, y = rgb.rows / 2;
        return {at(2, y)[0] / 255.0, at(x, 2)[1] / 255.0, at(rgb.cols - 3, y)[0] / 255.0,
                at(x, rgb.rows - 3)[1] / 255.0};
    }
};

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
    // The photo goes to the right under its frame: more of its left is shown.
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
    // What was framed is what was saved.
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
    // And the start screen knows of it.
    program_.press("next");
    EXPECT_EQ(program_.state().screen, Screen::home);
    ASSERT_EQ(program_.state().earlier.size(), 1u);
    EXPECT_TRUE(program_.state().earlier[0].saved);
    EXPECT_EQ(program_.state().earlier[0].title, "Posyandu Melati");
}

TEST_F(JourneyTest, AFilmIsTrimmedToThePicture) {
    FilmWish wish;
    wish.width = 540;
    wish.height = 960;
    wish.frames = 60;
    wish.b_frames = 2;
    wish.options = "preset=ultrafast";
    const auto film = program_.film("film.mp4", wish);
    const auto original = bytes_of(film);
    program_.start();
    program_.press("home.video");
    press_card("film.mp4");
    program_.press("next");
    ASSERT_EQ(program_.state().step, Step::trim);
    // Where the pointer rests, a press will find its picture ready.
    const auto whole = program_.get("line").seen;
    program_.window().move_to(whole.left + whole.width() * 0.5F, whole.middle().y);
    program_.frames_until([&] { return program_.state().playback.rests_on.has_value(); });
    EXPECT_NEAR(static_cast<double>(program_.state().playback.rests_on->count()), 1e6, 0.03e6);
    program_.settle();
    EXPECT_TRUE(program_.state().picture("ahead:0"));
    // The handles roughly, the buttons exactly.
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
    FilmWish wish;
    wish.width = 540;
    wish.height = 960;
    wish.frames = 60;
    wish.options = "preset=ultrafast";
    program_.film("film.mp4", wish);
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
    FilmWish wish;
    wish.frames = 30;
    program_.film("film.mp4", wish);
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

TEST_F(JourneyTest, AFaceThatIsBlurredStaysBlurredHoweverThePhotoIsTurned) {
    fs::copy_file(fs::path(MEDIAEDIT_SOURCE_FOLDER) / "samples/data/market.jpg",
                  program_.pictures() / "pasar.jpg");
    program_.start();
    program_.press("home.photo");
    press_card("pasar.jpg");
    program_.press("next");
    EXPECT_TRUE(program_.says("2 faces were found"));
    program_.press("faces.1");
    for (const auto* button : {"turn", "turn", "mirror", "turn"}) {
        program_.press(button);
        EXPECT_TRUE(program_.says("2 faces were found"));
        EXPECT_EQ(program_.work().post.items[0].faces, FaceChoice::hide);
    }
    const auto recipe = program_.work().post.items[0].recipe;
    // What the stage shows is what the result will.
    for (const auto& [id, place] : program_.state().frames) {
        if (!place.is_open) continue;
        const auto* chosen = program_.state().answer("plan:0:" + id);
        ASSERT_TRUE(chosen && chosen->error.empty()) << id;
        const auto plan = program_.state().known<Plan>("plan:0:" + id);
        EXPECT_NEAR(place.shape.crop.x * plan->turned.width, plan->crop.x, 1) << id;
        EXPECT_NEAR(place.shape.crop.y * plan->turned.height, plan->crop.y, 1) << id;
    }
    for (int i = 0; i < 3; ++i) program_.press("next");
    ASSERT_EQ(program_.state().step, Step::save);
    program_.save();
    for (const auto& file : program_.state().saving.report->files)
        if (file.report) {
            EXPECT_TRUE(std::ranges::any_of(file.report->notes, [](const Note& note) {
                return note.message.starts_with("2 faces were hidden");
            })) << file.file;
        }
    EXPECT_EQ(recipe, program_.work().post.items[0].recipe);
}

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
    EXPECT_EQ(files.size(), 4u);  // two photos for two places
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
    // Dropped, it does not lead to a screen with nothing on it.
    program_.window().drop_files({program_.pictures() / "rusak.jpg"});
    program_.settle();
    EXPECT_TRUE(program_.says(answer->error));
}

TEST_F(JourneyTest, ACaptionAloneArrivesOnTheClipboard) {
    program_.start();
    program_.press("home.caption");
    program_.type("form.apa", "Kerja bakti");
    program_.press("caption.copy");
    EXPECT_THAT(program_.window().clipboard(), HasSubstr("Kerja bakti"));
    ASSERT_TRUE(program_.state().toast);
    // The person's own words, long enough to be broken at the field's edge, arrive as they were
    // typed.
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
    // By the field's own key, too.
    program_.press_only("caption.text");
    program_.window().press(Key::a, {Key::left_control});
    program_.window().press(Key::c, {Key::left_control});
    program_.settle();
    EXPECT_EQ(program_.window().clipboard(), own);
    program_.press("caption.guide");
    EXPECT_FALSE(program_.work().post.captions.contains(platform));
}

TEST_F(JourneyTest, SettingsShowAtOnceAndLast) {
    program_.start();
    program_.press("bar.settings");
    EXPECT_EQ(program_.get("heading").label, "Settings");
    program_.press("settings.language.0");
    EXPECT_EQ(program_.state().settings.language, "id");
    EXPECT_NE(program_.get("heading").label, "Settings");
    const auto before = program_.get("bar.help").box;
    program_.press("settings.size.1");
    EXPECT_NEAR(program_.get("bar.help").box.width(), before.width() * 1.5F, 2);
    program_.press("settings.dark.1");
    EXPECT_LT(ImGui::GetStyle().Colors[ImGuiCol_WindowBg].x, 0.2F);
    program_.press("settings.language.1");
    EXPECT_EQ(program_.get("heading").label, "Settings");
    program_.type("village.email", "kantor@sukamaju.desa.id");
    program_.press("next");
    EXPECT_EQ(program_.state().screen, Screen::home);
    program_.end();
    program_.start();
    EXPECT_EQ(program_.state().settings.size_percent, 150);
    EXPECT_TRUE(program_.state().settings.dark);
    EXPECT_EQ(program_.state().settings.language, "en");
    EXPECT_EQ(program_.state().settings.village.office_email, "kantor@sukamaju.desa.id");
}

TEST_F(JourneyTest, TheGreetingAsksOnce) {
    ProgramWish wish;
    wish.greeted = false;
    Program first(wish);
    first.start();
    ASSERT_EQ(first.state().screen, Screen::greeting);
    first.press("greeting.language.1");
    first.type("greeting.whatsapp", "0812-0000-0000");
    const auto logo = first.photo("logo.jpg", 100, 100);
    first.window().drop_files({logo});
    first.settle();
    first.frames_until([&] { return !first.state().settings.village.logo.empty(); });
    EXPECT_NE(fs::path(first.state().settings.village.logo), logo)
        << "it is a copy: the stick may go";
    first.press("next");
    EXPECT_EQ(first.state().screen, Screen::home);
    first.end();
    first.start();
    EXPECT_EQ(first.state().screen, Screen::home);
    EXPECT_EQ(first.state().settings.village.office_whatsapp, "0812-0000-0000");
    EXPECT_TRUE(fs::exists(first.state().settings.village.logo));
}

TEST_F(JourneyTest, KeysUndoAndDoAgain) {
    write_phone_jpeg(program_.pictures() / "foto.jpg", place_ramp(800, 1000));
    program_.start();
    program_.press("home.photo");
    press_card("foto.jpg");
    program_.key(Key::enter);
    ASSERT_EQ(program_.state().step, Step::frame);
    program_.press("turn");
    program_.press("mirror");
    const auto done = program_.work();
    program_.key(Key::z, {Key::left_control});
    EXPECT_FALSE(program_.work().post.items[0].recipe.mirror);
    program_.key(Key::z, {Key::left_control});
    EXPECT_EQ(program_.work().post.items[0].recipe.turn, Turn::none);
    EXPECT_TRUE(program_.says("turn photo"));
    program_.key(Key::y, {Key::left_control});
    program_.key(Key::y, {Key::left_control});
    EXPECT_EQ(program_.work(), done);
    program_.key(Key::f1);
    EXPECT_TRUE(program_.state().help);
    program_.key(Key::escape);
    EXPECT_FALSE(program_.state().help);
    EXPECT_EQ(program_.state().step, Step::frame);
    program_.key(Key::escape);
    EXPECT_EQ(program_.state().step, Step::choose);
    program_.key(Key::s, {Key::left_control});
    EXPECT_EQ(program_.state().step, Step::save);
}

TEST_F(JourneyTest, WhileWordsAreTypedKeysBelongToTheField) {
    program_.start();
    program_.press("home.caption");
    program_.type("form.apa", "Kerja bakti");
    // Neither the program's undo nor its Enter and Space take part in typing.
    program_.window().press(Key::backspace);
    program_.settle();
    EXPECT_EQ(program_.work().post.form.fields.at("apa"), "Kerja bakt");
    program_.key(Key::z, {Key::left_control});
    ASSERT_TRUE(program_.state().work());
    EXPECT_EQ(program_.work().post.form.fields.at("apa"), "Kerja bakti");
    EXPECT_FALSE(program_.state().toast);
    program_.key(Key::space);
    EXPECT_EQ(program_.state().step, Step::caption);
}

TEST_F(JourneyTest, OneFieldTypedIntoIsOneStepToUndo) {
    program_.start();
    program_.press("home.caption");
    program_.type("form.apa", "Kerja bakti");
    program_.type("form.siapa", "Warga");
    program_.press("heading");
    program_.press("undo");
    EXPECT_FALSE(program_.work().post.form.fields.contains("siapa"));
    EXPECT_EQ(program_.work().post.form.fields.at("apa"), "Kerja bakti");
    program_.press("undo");
    EXPECT_FALSE(program_.work().post.form.fields.contains("apa"));
    program_.press("redo");
    EXPECT_EQ(program_.work().post.form.fields.at("apa"), "Kerja bakti");
}

TEST_F(JourneyTest, FilesAreDropped) {
    write_phone_jpeg(program_.pictures() / "satu.jpg", place_ramp(800, 1000));
    write_phone_jpeg(program_.pictures() / "dua dengan spasi.jpg", place_ramp(800, 1000));
    program_.start();
    program_.window().drop_files({program_.pictures() / "satu.jpg"});
    program_.settle();
    EXPECT_EQ(program_.state().step, Step::frame);
    EXPECT_TRUE(program_.find("stage"));
    program_.press("bar.home");
    program_.window().drop_files(
        {program_.pictures() / "satu.jpg", program_.pictures() / "dua dengan spasi.jpg"});
    program_.settle();
    EXPECT_EQ(program_.work().task, Task::many);
    EXPECT_EQ(program_.work().post.items.size(), 2u);
}

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
    // An end in good order is no interruption, and the work is there all the same.
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
    FilmWish wish;
    wish.width = 540;
    wish.height = 960;
    wish.frames = 90;
    wish.options = "preset=ultrafast";
    const auto film = program_.film("film.mp4", wish);
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

TEST_F(JourneyTest, AFaceThatIsBlurredAndAPlateThatIsCoveredAreSoInEveryFile) {
    write_phone_jpeg(program_.pictures() / "foto.jpg", place_ramp(1600, 1200));
    program_.start();
    program_.window().drop_files({program_.pictures() / "foto.jpg"});
    program_.settle();
    program_.press("cover.begin");
    ASSERT_TRUE(program_.state().covering);
    const auto box = program_.get("cover").seen;
    program_.drag(box.left + box.width() * 0.45F, box.top + box.height() * 0.45F,
                  box.left + box.width() * 0.55F, box.top + box.height() * 0.55F);
    ASSERT_EQ(program_.work().post.items[0].recipe.hidden.size(), 1u);
    EXPECT_FALSE(program_.state().covering);
    const auto area = program_.work().post.items[0].recipe.hidden[0].area;
    EXPECT_NEAR(area.x, 0.45, 0.02);
    EXPECT_NEAR(area.width, 0.1, 0.02);
    auto work = program_.work();
    work.post.items[0].recipe.focus =
        Point{0.5, 0.5};  // so that the cover is in the middle of every file
    program_.app().act(Change{"move photo", {}, work});
    program_.app().act(GoTo{Step::save});
    program_.settle();
    program_.save();
    for (const auto& [placement, file] : results()) {
        const auto rgb = read_photo_pixels(file);
        // The ramp changes from place to place everywhere but under the cover.
        const auto place = rgb.at<cv::Vec3b>(rgb.rows / 2, rgb.cols / 2),
                   beside = rgb.at<cv::Vec3b>(rgb.rows / 2 + rgb.rows / 40,
                                              rgb.cols / 2 + rgb.cols / 40);
        EXPECT_LE(std::abs(place[0] - beside[0]) + std::abs(place[1] - beside[1]) +
                      std::abs(place[2] - beside[2]),
                  3)
            << placement << ": the middle is still to be seen";
    }
    program_.app().act(GoTo{Step::frame});
    program_.settle();
    program_.press("unhide.0");
    EXPECT_THAT(program_.work().post.items[0].recipe.hidden, IsEmpty());
}

}  // namespace
