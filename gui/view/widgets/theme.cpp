// Colours and measures of the window.
#include "view/widgets/theme.hpp"

#include <algorithm>
#include <cmath>

namespace sunting {

namespace {

ImVec4 rgb(unsigned value, float alpha = 1) {
    return {static_cast<float>(value >> 16 & 255U) / 255,
            static_cast<float>(value >> 8 & 255U) / 255, static_cast<float>(value & 255U) / 255,
            alpha};
}

double luminance(const ImVec4& color) {
    const auto linear = [](double value) {
        return value <= 0.04045 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear(color.x) + 0.7152 * linear(color.y) + 0.0722 * linear(color.z);
}

Palette dark_contrast() {
    return {.ground = rgb(0x000000),
            .panel = rgb(0x000000),
            .field = rgb(0x000000),
            .text = rgb(0xFFFFFF),
            .muted = rgb(0xF0F0F0),
            .border = rgb(0xFFFFFF),
            .main = rgb(0xFFD400),
            .on_main = rgb(0x000000),
            .main_pressed = rgb(0xFFE666),
            .chosen = rgb(0x00344F),
            .good = rgb(0x7CFC9A),
            .warning = rgb(0xFFD400),
            .error = rgb(0xFF9C94),
            .stage = rgb(0x000000)};
}

Palette light_contrast() {
    return {.ground = rgb(0xFFFFFF),
            .panel = rgb(0xFFFFFF),
            .field = rgb(0xFFFFFF),
            .text = rgb(0x000000),
            .muted = rgb(0x1A1A1A),
            .border = rgb(0x000000),
            .main = rgb(0x003A75),
            .on_main = rgb(0xFFFFFF),
            .main_pressed = rgb(0x002850),
            .chosen = rgb(0xCFE4FF),
            .good = rgb(0x00561F),
            .warning = rgb(0x5C3B00),
            .error = rgb(0x8C0F0A),
            .stage = rgb(0x000000)};
}

Palette dark_palette() {
    return {.ground = rgb(0x15191E),
            .panel = rgb(0x1E242B),
            .field = rgb(0x12161A),
            .text = rgb(0xF2F4F6),
            .muted = rgb(0xB3BDC7),
            .border = rgb(0x7A8591),
            .main = rgb(0x7DB8F5),
            .on_main = rgb(0x06192B),
            .main_pressed = rgb(0xA5CFFA),
            .chosen = rgb(0x1F3B57),
            .good = rgb(0x6FD08C),
            .warning = rgb(0xF0B64A),
            .error = rgb(0xFF8F86),
            .stage = rgb(0x0B0D10)};
}

Palette light_palette() {
    return {.ground = rgb(0xF4F5F7),
            .panel = rgb(0xFFFFFF),
            .field = rgb(0xFFFFFF),
            .text = rgb(0x1B1F24),
            .muted = rgb(0x4A5560),
            .border = rgb(0x7A8591),
            .main = rgb(0x0B5CAD),
            .on_main = rgb(0xFFFFFF),
            .main_pressed = rgb(0x084887),
            .chosen = rgb(0xDCEBFA),
            .good = rgb(0x1B7F3B),
            .warning = rgb(0x8A5A00),
            .error = rgb(0xB3261E),
            .stage = rgb(0x2A2F36)};
}

}  // namespace

Palette palette(bool dark, bool contrast) {
    if (contrast) return dark ? dark_contrast() : light_contrast();
    return dark ? dark_palette() : light_palette();
}

Theme make_theme(bool dark, bool contrast, float scale) {
    return {palette(dark, contrast), scale, contrast ? 2.5F : 1.5F};
}

void apply(const Theme& theme) {
    auto& style = ImGui::GetStyle();
    style = ImGuiStyle();
    const auto& colors = theme.colors;
    style.WindowPadding = theme.px(0, 0);
    style.FramePadding = theme.px(14, 10);
    style.ItemSpacing = theme.px(12, 10);
    style.ItemInnerSpacing = theme.px(8, 6);
    style.ScrollbarSize = theme.px(18);
    style.GrabMinSize = theme.px(24);
    style.WindowRounding = 0;
    style.ChildRounding = theme.px(10);
    style.FrameRounding = theme.px(8);
    style.PopupRounding = theme.px(10);
    style.ScrollbarRounding = theme.px(9);
    style.GrabRounding = theme.px(8);
    style.WindowBorderSize = 0;
    style.ChildBorderSize = 0;
    style.FrameBorderSize = theme.line * std::max(1.0F, theme.scale);
    style.PopupBorderSize = style.FrameBorderSize;
    style.Alpha = 1;
    auto* of = style.Colors;
    of[ImGuiCol_Text] = colors.text;
    of[ImGuiCol_TextDisabled] = colors.muted;
    of[ImGuiCol_WindowBg] = colors.ground;
    of[ImGuiCol_ChildBg] = ImVec4(0, 0, 0, 0);
    of[ImGuiCol_PopupBg] = colors.panel;
    of[ImGuiCol_Border] = colors.border;
    of[ImGuiCol_FrameBg] = colors.field;
    of[ImGuiCol_FrameBgHovered] = colors.field;
    of[ImGuiCol_FrameBgActive] = colors.field;
    of[ImGuiCol_Button] = colors.panel;
    of[ImGuiCol_ButtonHovered] = colors.chosen;
    of[ImGuiCol_ButtonActive] = colors.chosen;
    of[ImGuiCol_Header] = colors.chosen;
    of[ImGuiCol_HeaderHovered] = colors.chosen;
    of[ImGuiCol_HeaderActive] = colors.chosen;
    of[ImGuiCol_CheckMark] = colors.main;
    of[ImGuiCol_SliderGrab] = colors.main;
    of[ImGuiCol_SliderGrabActive] = colors.main_pressed;
    of[ImGuiCol_ScrollbarBg] = ImVec4(0, 0, 0, 0);
    of[ImGuiCol_ScrollbarGrab] = colors.border;
    of[ImGuiCol_ScrollbarGrabHovered] = colors.muted;
    of[ImGuiCol_ScrollbarGrabActive] = colors.muted;
    of[ImGuiCol_Separator] = colors.border;
    of[ImGuiCol_TextSelectedBg] = ImVec4(colors.main.x, colors.main.y, colors.main.z, 0.35F);
    of[ImGuiCol_NavHighlight] = {};  // the widgets draw the keyboard focus themselves
    of[ImGuiCol_ModalWindowDimBg] = ImVec4(0, 0, 0, 0.5F);
}

double contrast_of(const ImVec4& one, const ImVec4& other) {
    const double a = luminance(one), b = luminance(other);
    return (std::max(a, b) + 0.05) / (std::min(a, b) + 0.05);
}

}  // namespace sunting
