// A field of several lines in a window without a screen.
#pragma once

#include "platform/headless_window.hpp"
#include "view/widgets/fonts.hpp"
#include "view/widgets/typed_text.hpp"

#include <gtest/gtest.h>
#include <imgui.h>
#include <imgui_internal.h>

#include <initializer_list>
#include <string>
#include <utility>
#include <vector>

namespace sunting::test {

class TypingTest : public testing::Test {
protected:
    struct Context {
        Context() { ImGui::CreateContext(); }
        ~Context() { ImGui::DestroyContext(); }
    } context_;
    HeadlessWindow window_{800, 600};
    std::string value_;
    float width_ = 260;
    bool focus_ = false;
    int seen_changes_ = 0;
    std::string clipboard_;

    TypingTest() {
        auto& io = ImGui::GetIO();
        io.IniFilename = nullptr;
        make_fonts(1);
        window_.rebuild_fonts();
        io.FontDefault = io.Fonts->Fonts[0];
        run();
    }

    void frame() {
        window_.begin_frame(0);
        ImGui::NewFrame();
        ImGui::SetNextWindowPos({0, 0});
        ImGui::SetNextWindowSize({800, 600});
        ImGui::Begin("all", nullptr, ImGuiWindowFlags_NoDecoration);
        if (std::exchange(focus_, false)) ImGui::SetKeyboardFocusHere();
        if (type_lines("##lines", "", value_, {width_, 300})) ++seen_changes_;
        ImGui::End();
        ImGui::Render();
        window_.end_frame();
    }
    void run() {
        do frame();
        while (window_.more_input());
        for (int i = 0; i < 3; ++i) frame();
    }
    /// Enters the field with the cursor at the end, or at the beginning.
    void enter(const std::string& value, bool at_end = true) {
        ImGui::ClearActiveID();  // a focused field would keep its own text
        run();
        value_ = value;
        focus_ = true;
        run();
        window_.press(at_end ? Key::end : Key::home, {Key::left_control});
        run();
    }
    void key(Key key, std::initializer_list<Key> held = {}) {
        window_.press(key, held);
        run();
    }
    void type(const std::string& text) {
        window_.type(text);
        run();
    }
    [[nodiscard]] float room() const {
        return width_ - 2 * ImGui::GetStyle().FramePadding.x - ImGui::GetStyle().ScrollbarSize - 2;
    }
    /// The text as the field shows it.
    [[nodiscard]] std::string shown() const { return with_soft_breaks(value_, room()); }
    [[nodiscard]] static std::vector<std::string> lines_of(const std::string& shown) {
        std::vector<std::string> lines{""};
        for (const char letter : shown) {
            if (letter == '\n') lines.emplace_back();
            else lines.back() += letter;
        }
        return lines;
    }
};

}  // namespace sunting::test
