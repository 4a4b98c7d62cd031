// Equal frames are not drawn again; frames with any difference are.
#include "platform/last_drawn.hpp"
#include "platform/headless_window.hpp"
#include "platform/imgui_versions.hpp"

#include <gtest/gtest.h>
#include <imgui.h>

#include <cstdint>
#include <functional>
#include <memory>

namespace {

using namespace sunting;

class LastDrawnTest : public testing::Test {
protected:
    LastDrawnTest() { ImGui::CreateContext(); }
    ~LastDrawnTest() override {
        window.reset();
        ImGui::DestroyContext();
    }

    bool is_new(const std::function<void()>& show, int width_px = 640) {
        window->begin_frame(0);
        ImGui::NewFrame();
        ImGui::SetNextWindowSize({300, 200});
        ImGui::SetNextWindowPos({0, 0});
        ImGui::Begin("window", nullptr, ImGuiWindowFlags_NoDecoration);
        show();
        ImGui::End();
        ImGui::Render();
        window->end_frame();
        return drawn.is_new(*ImGui::GetDrawData(), width_px, 480);
    }

    std::unique_ptr<HeadlessWindow> window;
    LastDrawn drawn;

    void SetUp() override {
        ImGui::GetIO().IniFilename = nullptr;
        window = std::make_unique<HeadlessWindow>(640, 480);
        window->rebuild_fonts();
        is_new(text);  // ImGui shows a window a frame late
        is_new(text);
    }
    static void text() { ImGui::TextUnformatted("kerja bakti"); }
};

TEST_F(LastDrawnTest, TheSameIsNotNew) {
    is_new(text);
    EXPECT_FALSE(is_new(text));
    EXPECT_FALSE(is_new(text));
}

TEST_F(LastDrawnTest, AnotherLetterColourPlacePictureOrSizeIsNew) {
    const auto picture = [](std::intptr_t number) {
        return [number] { ImGui::Image(imgui_texture(reinterpret_cast<void*>(number)), {50, 50}); };
    };
    const std::function<void()> all[] = {
        [] { ImGui::TextUnformatted("kerja bakta"); },
        [] {
            ImGui::TextColored({1, 0, 0, 1}, "kerja bakta");
        },
        [] {
            ImGui::Indent(1), ImGui::TextColored({1, 0, 0, 1}, "kerja bakta");
        },
        picture(1), picture(2)};
    for (const auto& show : all) {
        EXPECT_TRUE(is_new(show));
        EXPECT_FALSE(is_new(show));
    }
    EXPECT_TRUE(is_new(picture(2), 641));
}

TEST_F(LastDrawnTest, WhatWasForgottenIsNew) {
    is_new(text);
    drawn.forget();
    EXPECT_TRUE(is_new(text));
    EXPECT_FALSE(is_new(text));
}

}  // namespace
