// The program can be used by keyboard alone.
#include "program.hpp"

#include "model/edits.hpp"
#include "view/screens/screens.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <set>

namespace {

using namespace mediaedit;
using namespace sunting;
using namespace sunting::test;

class KeyboardTest : public testing::Test {
protected:
    Program program_;

    std::string ring() {
        for (const auto& widget : program_.app().widgets())
            if (widget.focused) return widget.id;
        return {};
    }
    void tab() {
        program_.window().press(Key::tab);
        for (int frame = 0; frame < 4 || program_.window().more_input(); ++frame)
            program_.app().frame();
    }
    void tab_to(const std::string& id) {
        for (int i = 0; i < 150 && ring() != id; ++i) tab();
        ASSERT_EQ(ring(), id);
        program_.settle();
    }
    void press(const std::string& id, Key key = Key::space) {
        tab_to(id);
        program_.key(key);
    }
    std::set<std::string> usable() {
        std::set<std::string> ids;
        for (const auto& widget : program_.app().widgets())
            if (widget.enabled && widget.kind != Widget::Kind::text &&
                widget.kind != Widget::Kind::picture)
                ids.insert(widget.id);
        return ids;
    }
    /// Tab reaches every usable widget once before it is back at the first, and each is then
    /// visible.
    void expect_whole_round(const std::string& screen) {
        SCOPED_TRACE(screen);
        const auto wanted = usable();
        std::set<std::string> met;
        std::string first;
        for (std::size_t i = 0; i <= wanted.size() + 1; ++i) {
            tab();
            const auto now = ring();
            ASSERT_FALSE(now.empty()) << "after " << testing::PrintToString(met);
            EXPECT_GT(program_.get(now).seen.height(), 4) << now << " is scrolled away";
            if (first.empty()) first = now;
            else if (now == first) break;
            met.insert(now);
        }
        met.insert(first);
        EXPECT_EQ(met, wanted);
    }
};

TEST_F(KeyboardTest, TabComesToAllOfEveryScreen) {
    const auto file = program_.photo("foto.jpg");
    program_.start();
    expect_whole_round("home");
    program_.press("home.photo");
    program_.app().act(ToggleFile{file});
    program_.settle();
    expect_whole_round("choose");
    for (const auto step : {Step::frame, Step::words, Step::caption, Step::save}) {
        program_.app().act(GoTo{step});
        program_.settle();
        expect_whole_round(step_name(step));
    }
    program_.app().act(OpenSettings{});
    program_.settle();
    expect_whole_round("settings");
}

TEST_F(KeyboardTest, TabComesToAllOfASmallScreenWithLargeLetters) {
    const auto file = program_.photo("foto.jpg");
    program_.start();
    program_.show(1024, 600, 200, "id");
    expect_whole_round("home");
    program_.app().act(Begin{Task::photo});
    program_.app().act(ToggleFile{file});
    program_.settle();
    for (const auto step : {Step::frame, Step::words, Step::caption, Step::save}) {
        program_.app().act(GoTo{step});
        program_.settle();
        expect_whole_round(step_name(step));
    }
}

TEST_F(KeyboardTest, ShiftGoesBack) {
    program_.start();
    tab_to("home.video");
    program_.key(Key::tab, {Key::left_shift});
    EXPECT_EQ(ring(), "home.photo");
}

TEST_F(KeyboardTest, WordsAreTypedIntoTheFieldTheRingComesTo) {
    program_.start();
    press("home.caption");
    ASSERT_EQ(program_.state().step, Step::caption);
    tab_to("form.apa");
    program_.window().type("Posyandu");
    program_.settle();
    program_.key(Key::tab);
    EXPECT_NE(ring(), "form.apa");
    EXPECT_EQ(program_.work().post.form.fields.at("apa"), "Posyandu");
}

TEST_F(KeyboardTest, WhatIsTypedFastAfterTabGoesIntoTheNextField) {
    program_.start();
    program_.app().act(OpenSettings{});
    program_.settle();
    program_.press("village.name");
    program_.key(Key::a, {Key::left_control});
    program_.window().type("Balai");
    program_.window().press(Key::tab);
    program_.window().type("Desa");
    program_.settle();
    EXPECT_EQ(program_.state().settings.village.village, "Balai");
    EXPECT_EQ(program_.state().settings.village.district, "Desa");
}

TEST_F(KeyboardTest, APhotoBecomesFiles) {
    program_.photo("foto.jpg");
    program_.start();
    press("home.photo");
    ASSERT_EQ(program_.state().screen, Screen::work);
    press("file.foto.jpg");
    ASSERT_EQ(program_.work().post.items.size(), 1U);
    press("next", Key::enter);
    ASSERT_EQ(program_.state().step, Step::frame);
    press("zoom.in");
    press("next", Key::enter);
    press("next", Key::enter);
    ASSERT_EQ(program_.state().step, Step::caption);
    press("next");
    ASSERT_EQ(program_.state().step, Step::save);
    tab_to("next");
    program_.window().press(Key::enter);
    program_.frames_until([&] { return program_.state().saving.phase == Saving::Phase::done; });
    program_.settle();
    EXPECT_FALSE(program_.state().saving.report->files.empty());
    press("another");
    EXPECT_TRUE(program_.find("home.photo") || program_.find("file.foto.jpg"));
}

TEST_F(KeyboardTest, APartIsCoveredByKeysAlone) {
    const auto file = program_.photo("foto.jpg");
    program_.start();
    program_.app().act(Begin{Task::photo});
    program_.app().act(ToggleFile{file});
    program_.app().act(GoTo{Step::frame});
    program_.settle();
    EXPECT_NE(ring(), "cover.begin");
    press("cover.begin");
    ASSERT_EQ(ring(), "cover");
    for (int i = 0; i < 5; ++i) program_.key(Key::right);
    program_.key(Key::up);
    for (int i = 0; i < 3; ++i) program_.key(Key::down, {Key::left_shift});
    EXPECT_TRUE(program_.work().post.items[0].recipe.hidden.empty());
    program_.key(Key::space);
    ASSERT_EQ(program_.work().post.items[0].recipe.hidden.size(), 1U);
    const auto area = program_.work().post.items[0].recipe.hidden[0].area;
    EXPECT_NEAR(area.x, 0.5, 1e-9);
    EXPECT_NEAR(area.y, 0.38, 1e-9);
    EXPECT_NEAR(area.width, 0.2, 1e-9);
    EXPECT_NEAR(area.height, 0.26, 1e-9);
    EXPECT_EQ(ring(), "cover.begin");
    press("cover.begin");
    ASSERT_TRUE(program_.state().covering);
    program_.key(Key::escape);
    EXPECT_FALSE(program_.state().covering);
    EXPECT_EQ(program_.state().step, Step::frame) << "one press leaves one thing";
    EXPECT_EQ(ring(), "cover.begin");
}

TEST_F(KeyboardTest, AQuestionHoldsTheRing) {
    const auto file = program_.photo("foto.jpg");
    program_.start();
    program_.press("home.photo");
    program_.app().act(ToggleFile{file});
    program_.settle();
    program_.app().act(GoHome{});
    program_.settle();
    const auto forget = std::ranges::find_if(program_.app().widgets(), [](const Widget& widget) {
        return widget.id.starts_with("forget.");
    });
    ASSERT_NE(forget, program_.app().widgets().end());
    press(std::string(forget->id));
    ASSERT_TRUE(program_.state().question);
    for (int i = 0; i < 4; ++i) {
        program_.key(Key::tab);
        EXPECT_TRUE(ring().starts_with("question.")) << ring();
    }
    tab_to("question.no");
    program_.key(Key::space);
    EXPECT_FALSE(program_.state().question);
}

}  // namespace
