// The window that draws into memory shows ImGui's drawing, upright.
#include "platform/egl_window.hpp"
#include "platform/imgui_versions.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <imgui.h>

#include <array>
#include <set>
#include <vector>

namespace {

using namespace sunting;
using testing::ElementsAre;

class EglWindowTest : public testing::Test {
protected:
    struct Context {
        Context() { ImGui::CreateContext(); }
        ~Context() { ImGui::DestroyContext(); }
    } context_;
    std::unique_ptr<EglWindow> window_;
    int width_ = 321, height_ = 200;  // rows whose length in bytes is no multiple of 4

    void SetUp() override {
        ImGui::GetIO().IniFilename = nullptr;
        auto window = open_egl_window(width_, height_);
        if (!window) GTEST_SKIP() << window.error().message;
        window_ = std::move(window.value());
    }

    template <class Draw>
    std::vector<unsigned char> picture(Draw draw) {
        // Twice: ImGui hides a new window for one frame, to measure it.
        for (int i = 0; i < 2; ++i) {
            EXPECT_TRUE(window_->begin_frame(0));
            ImGui::NewFrame();
            draw();
            ImGui::Render();
            window_->end_frame();
        }
        return window_->read_pixels();
    }

    std::array<int, 3> at(const std::vector<unsigned char>& rgb, int x, int y) const {
        const auto i = static_cast<std::size_t>((y * width_ + x) * 3);
        return {rgb[i], rgb[i + 1], rgb[i + 2]};
    }
};

TEST_F(EglWindowTest, TheTopRowIsTheFirst) {
    const auto rgb = picture([] {
        ImGui::GetBackgroundDrawList()->AddRectFilled(ImVec2(0, 0), ImVec2(10, 5),
                                                      IM_COL32(255, 0, 128, 255));
    });
    ASSERT_EQ(rgb.size(), static_cast<std::size_t>(width_ * height_ * 3));
    EXPECT_THAT(at(rgb, 3, 3), ElementsAre(255, 0, 128));
    EXPECT_NE(at(rgb, 3, height_ - 3), at(rgb, 3, 3));
}

TEST_F(EglWindowTest, ATextureShowsItsPixelsAndItsNewOnes) {
    std::vector<unsigned char> red(8 * 8 * 4), blue(8 * 8 * 4);
    for (std::size_t i = 0; i < red.size(); i += 4) {
        red[i] = red[i + 3] = 255;
        blue[i + 2] = blue[i + 3] = 255;
    }
    const TextureId texture = window_->make_texture(8, 8, red.data());
    const auto show = [&] {
        ImGui::GetBackgroundDrawList()->AddImage(imgui_texture(texture), ImVec2(20, 20),
                                                 ImVec2(60, 60));
    };
    // At the edges too, where a texture that is not clamped would show its opposite side.
    EXPECT_THAT(at(picture(show), 20, 20), ElementsAre(255, 0, 0));
    window_->update_texture(texture, 8, 8, blue.data());
    EXPECT_THAT(at(picture(show), 40, 59), ElementsAre(0, 0, 255));
    window_->drop_texture(texture);
}

TEST_F(EglWindowTest, LettersAreDrawnAlsoAfterTheFontsChanged) {
    const auto write = [] {
        ImGui::GetBackgroundDrawList()->AddText(ImVec2(10, 10), IM_COL32(255, 255, 255, 255),
                                                "Desa Sukamaju");
    };
    const auto colours = [&](const std::vector<unsigned char>& rgb) {
        std::set<std::array<int, 3>> seen;
        for (int y = 10; y < 30; ++y) {
            for (int x = 10; x < 100; ++x) seen.insert(at(rgb, x, y));
        }
        return seen.size();
    };
    EXPECT_GE(colours(picture(write)), 2u);
    ImFontAtlas* const fonts = ImGui::GetIO().Fonts;
    fonts->Clear();
    ImFontConfig larger;
    larger.SizePixels = 20;
    fonts->AddFontDefault(&larger);
    window_->rebuild_fonts();
    EXPECT_GE(colours(picture(write)), 2u);
}

TEST_F(EglWindowTest, AnotherSizeIsAnotherPicture) {
    width_ = 64;
    height_ = 48;
    window_->resize(width_, height_);
    const auto rgb = picture([] {
        ImGui::GetBackgroundDrawList()->AddRectFilled(ImVec2(60, 44), ImVec2(64, 48),
                                                      IM_COL32(0, 255, 0, 255));
    });
    ASSERT_EQ(rgb.size(), 64u * 48 * 3);
    EXPECT_THAT(at(rgb, 63, 47), ElementsAre(0, 255, 0));
}

TEST_F(EglWindowTest, TwoPicturesOfTheSameAreTheSame) {
    const auto draw = [] { ImGui::ShowStyleSelector("style"); };
    EXPECT_EQ(picture(draw), picture(draw));
}

}  // namespace
