// No click, key or letter is lost, however slow the frames are.
#include "platform/input_queue.hpp"
#include "platform/headless_window.hpp"
#include "platform/imgui_versions.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <imgui.h>

#include <array>
#include <stdexcept>
#include <string>
#include <vector>

namespace {

using namespace sunting;
using testing::ElementsAre;
using testing::IsEmpty;

/// Three buttons, two text fields, and what they recorded.
class InputQueueTest : public testing::Test {
protected:
    struct Context {
        Context() { ImGui::CreateContext(); }
        ~Context() { ImGui::DestroyContext(); }
    } context_;
    HeadlessWindow window_{800, 600};
    std::vector<std::string> clicked_;
    std::vector<ImVec2> clicked_at_;
    std::array<char, 256> text_{};
    int frames_ = 0, backspaces_ = 0, undos_ = 0;
    int focus_ = 0;

    InputQueueTest() {
        ImGui::GetIO().IniFilename = nullptr;
        ImGui::GetIO().ConfigFlags |= ImGuiConfigFlags_NavEnableKeyboard;
        // ImGui needs some frames before a window accepts clicks.
        for (int i = 0; i < 3; ++i) frame();
        frames_ = 0;
    }

    void frame() {
        ++frames_;
        window_.begin_frame(0);
        ImGui::NewFrame();
        ImGui::SetNextWindowPos(ImVec2(0, 0));
        ImGui::SetNextWindowSize(ImVec2(800, 600));
        ImGui::Begin("all", nullptr, ImGuiWindowFlags_NoDecoration);
        for (int i = 0; i < 3; ++i) {
            ImGui::SetCursorPos(ImVec2(20, 20.0F + 100 * static_cast<float>(i)));
            const std::string name(1, static_cast<char>('a' + i));
            if (ImGui::Button(name.c_str(), ImVec2(100, 60))) {
                clicked_.push_back(name);
                clicked_at_.push_back(ImGui::GetIO().MousePos);
            }
        }
        if (focus_ && frames_ == 1) ImGui::SetKeyboardFocusHere();
        ImGui::InputText("first", text_.data(), text_.size());
        if (key_pressed(Key::backspace)) ++backspaces_;
        if (ImGui::GetIO().KeyCtrl && key_pressed(Key::z)) ++undos_;
        ImGui::End();
        ImGui::Render();
        window_.end_frame();
    }

    /// As the program does: one frame, and more while there is input.
    void run() {
        do frame();
        while (window_.more_input());
        for (int i = 0; i < 3; ++i) frame();
    }

    void focus_first_field() {
        focus_ = 1;
        run();
        focus_ = 0;
    }
};

TEST_F(InputQueueTest, ThreeQuickClicksAreThreeClicksAtTheirOwnPlaces) {
    window_.click(50, 50);
    window_.click(60, 150);
    window_.click(70, 250);
    window_.move_to(700, 500);  // where the pointer is at the first frame
    run();
    EXPECT_THAT(clicked_, ElementsAre("a", "b", "c"));
    ASSERT_EQ(clicked_at_.size(), 3u);
    EXPECT_EQ(clicked_at_[0].x, 50);
    EXPECT_EQ(clicked_at_[1].x, 60);
    EXPECT_EQ(clicked_at_[2].x, 70);
    EXPECT_EQ(ImGui::GetIO().MousePos.x, 700);
    EXPECT_LE(frames_, 12) << "a slow computer must not work off three clicks for seconds";
}

TEST_F(InputQueueTest, ClicksOnOnePlaceCountEach) {
    for (int i = 0; i < 5; ++i) window_.click(50, 50);
    run();
    EXPECT_EQ(clicked_.size(), 5u);
}

TEST_F(InputQueueTest, APressAndItsReleaseAreNeverOneStep) {
    ImGuiIO& io = ImGui::GetIO();
    InputQueue queue;
    queue.push(ButtonStroke{0, Stroke::down});
    queue.push(ButtonStroke{0, Stroke::up});
    queue.push(KeyStroke{Key::enter, Stroke::down});
    queue.push(KeyStroke{Key::enter, Stroke::up});
    const auto step = [&] {
        const bool applied = queue.step(io);
        frame();
        return applied;
    };
    EXPECT_TRUE(step());
    EXPECT_TRUE(io.MouseDown[0]);
    EXPECT_TRUE(step());
    EXPECT_FALSE(io.MouseDown[0]);
    EXPECT_FALSE(key_pressed(Key::enter));
    EXPECT_TRUE(step());
    EXPECT_TRUE(key_pressed(Key::enter));
    EXPECT_TRUE(step());
    EXPECT_FALSE(key_pressed(Key::enter));
    EXPECT_TRUE(queue.empty());
    EXPECT_FALSE(queue.step(io));
}

TEST_F(InputQueueTest, SixBackspacesInOneFrameTakeSixLetters) {
    focus_first_field();
    window_.type("abcdefghij");
    for (int i = 0; i < 6; ++i) window_.press(Key::backspace);
    run();
    EXPECT_STREQ(text_.data(), "abcd");
    EXPECT_EQ(backspaces_, 6);
}

TEST_F(InputQueueTest, TypedTextArrivesWholeAndInOrder) {
    focus_first_field();
    window_.type("Posyandu d");
    window_.press(Key::backspace);
    window_.type("b");
    window_.press(Key::home);
    window_.type("Kegiatan ");
    window_.press(Key::left);
    window_.press(Key::remove);
    window_.press(Key::end);
    window_.type("é");
    run();
    EXPECT_STREQ(text_.data(), "KegiatanPosyandu bé");
}

TEST_F(InputQueueTest, TextTypedByAKeyboardTakesAFrameALetterAtMost) {
    focus_first_field();
    frames_ = 0;
    // As GLFW reports it: the key, the character, and the next key before the last is released.
    const std::string text = "vaccination zoo 00";
    const auto key_of = [](char letter) {
        return static_cast<Key>(letter >= 'a' ? letter - 'a' + 'A' : letter);
    };
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (i > 0 && text[i - 1] == text[i])
            window_.queue().push(KeyStroke{key_of(text[i]), Stroke::up});
        window_.queue().push(KeyStroke{key_of(text[i]), Stroke::down});
        window_.queue().push(Typed{static_cast<char32_t>(text[i])});
        if (i > 0 && text[i - 1] != text[i])
            window_.queue().push(KeyStroke{key_of(text[i - 1]), Stroke::up});
    }
    run();
    EXPECT_EQ(text_.data(), text);
    EXPECT_LE(frames_, 3 + 8) << "letters alone share a frame; spaces and digits may take one each";
}

TEST_F(InputQueueTest, AModifierIsThatOfItsKey) {
    focus_first_field();
    window_.type("abc");
    window_.press(Key::a, {Key::left_control});
    window_.type("x");
    run();
    EXPECT_STREQ(text_.data(), "x") << "Ctrl+A, then a letter that replaces all";
    window_.type("yz");
    window_.press(Key::left, {Key::left_shift});
    window_.press(Key::remove);
    window_.press(Key::z, {Key::right_control});
    run();
    EXPECT_EQ(undos_, 1);
    EXPECT_FALSE(ImGui::GetIO().KeyCtrl);
    EXPECT_FALSE(ImGui::GetIO().KeyShift);
}

TEST_F(InputQueueTest, CopyAndPasteGoThroughTheWindow) {
    focus_first_field();
    window_.type("abc");
    window_.press(Key::a, {Key::left_control});
    window_.press(Key::c, {Key::left_control});
    window_.press(Key::end);
    run();
    EXPECT_EQ(window_.clipboard(), "abc");
    window_.set_clipboard("dé");
    window_.press(Key::v, {Key::left_control});
    run();
    EXPECT_STREQ(text_.data(), "abcdé");
}

TEST_F(InputQueueTest, AHeldKeyRepeatsButNotBehindTheHand) {
    focus_first_field();
    window_.type("abcdefghijklmnopqrstuvwxyz");
    run();
    window_.queue().push(KeyStroke{Key::backspace, Stroke::down});
    for (int i = 0; i < 5; ++i) {
        window_.queue().push(KeyHeld{Key::backspace});
        run();
    }
    EXPECT_EQ(backspaces_, 6);
    for (int i = 0; i < 100; ++i) window_.queue().push(KeyHeld{Key::backspace});
    window_.queue().push(KeyStroke{Key::backspace, Stroke::up});
    run();
    EXPECT_LE(backspaces_, 6 + 3);
}

TEST_F(InputQueueTest, AHeldEnterIsOneEnter) {
    window_.queue().push(KeyStroke{Key::enter, Stroke::down});
    for (int i = 0; i < 5; ++i) window_.queue().push(KeyHeld{Key::enter});
    int enters = 0;
    do {
        frame();
        if (key_pressed(Key::enter)) ++enters;
    } while (window_.more_input());
    EXPECT_EQ(enters, 1);
}

TEST_F(InputQueueTest, ASlowFrameIsNoLongPress) {
    focus_first_field();
    window_.type("abc");
    window_.queue().push(KeyStroke{Key::backspace, Stroke::down});
    for (int i = 0; i < 100; ++i) frame();
    EXPECT_EQ(backspaces_, 1);
}

TEST_F(InputQueueTest, LosingTheFocusLetsEverythingGo) {
    window_.move_to(50, 50);
    window_.press_button();
    window_.queue().push(KeyStroke{Key::left_control, Stroke::down});
    run();
    window_.queue().push(Focus{false});
    run();
    const ImGuiIO& io = ImGui::GetIO();
    EXPECT_FALSE(io.MouseDown[0]);
    EXPECT_FALSE(io.KeyCtrl);
}

TEST_F(InputQueueTest, ADragGoesOnOutsideOfTheWindow) {
    window_.move_to(50, 50);
    window_.press_button();
    window_.move_to(-20, 50);
    window_.queue().push(PointerLeft{});
    run();
    EXPECT_EQ(ImGui::GetIO().MousePos.x, -20);
    window_.release_button();
    window_.queue().push(PointerLeft{});
    run();
    EXPECT_LT(ImGui::GetIO().MousePos.x, -1e6F);
    EXPECT_THAT(clicked_, IsEmpty());
}

TEST_F(InputQueueTest, ManyMovesAreOneEvent) {
    for (int i = 0; i < 1000; ++i) window_.move_to(static_cast<float>(i), 5);
    EXPECT_EQ(window_.queue().size(), 1u);
}

TEST_F(InputQueueTest, WhatImguiDoesNotKnowIsIgnored) {
    window_.queue().push(ButtonStroke{7, Stroke::down});
    window_.queue().push(ButtonStroke{-1, Stroke::down});
    EXPECT_TRUE(window_.queue().empty());
}

TEST_F(InputQueueTest, TheWindowWithoutAScreenWatchesItsTextures) {
    const std::vector<unsigned char> pixels(4 * 4 * 4);
    const TextureId texture = window_.make_texture(4, 4, pixels.data());
    window_.update_texture(texture, 4, 4, pixels.data());
    EXPECT_THROW(window_.update_texture(texture, 5, 4, pixels.data()), std::logic_error);
    EXPECT_EQ(window_.textures().size(), 1u);
    window_.drop_texture(texture);
    EXPECT_THROW(window_.drop_texture(texture), std::logic_error);
}

}  // namespace
