// Settings, keys, fields and dropped files in the whole program.
#include "journey.hpp"

#include "support/made_pictures.hpp"

#include <mediaedit/mediaedit.hpp>

#include <gtest/gtest.h>

#include <filesystem>

namespace {

using namespace mediaedit;
using namespace sunting;
using namespace sunting::test;
using mediaedit::test::place_ramp;
using mediaedit::test::write_phone_jpeg;

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
    ProgramOptions options;
    options.greeted = false;
    Program first(options);
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
    // The program's undo, Enter and Space do not act while text is typed.
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

}  // namespace
