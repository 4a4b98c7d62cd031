// What every window sets in ImGui's IO: the keys, who repeats them, and the clipboard.
#include "platform/imgui_setup.hpp"

#include <imgui.h>

#include <utility>

#include "platform/keys.hpp"
#include "platform/window.hpp"

namespace sunting {
namespace {

// Not Tab: Dear ImGui takes it to fields only; view/keyboard.hpp to all that can be used.
constexpr std::pair<ImGuiKey_, Key> names[] = {
    {ImGuiKey_LeftArrow, Key::left},
    {ImGuiKey_RightArrow, Key::right},
    {ImGuiKey_UpArrow, Key::up},
    {ImGuiKey_DownArrow, Key::down},
    {ImGuiKey_PageUp, Key::page_up},
    {ImGuiKey_PageDown, Key::page_down},
    {ImGuiKey_Home, Key::home},
    {ImGuiKey_End, Key::end},
    {ImGuiKey_Insert, Key::insert},
    {ImGuiKey_Delete, Key::remove},
    {ImGuiKey_Backspace, Key::backspace},
    {ImGuiKey_Space, Key::space},
    {ImGuiKey_Enter, Key::enter},
    {ImGuiKey_KeyPadEnter, Key::enter},
    {ImGuiKey_Escape, Key::escape},
    {ImGuiKey_A, Key::a},
    {ImGuiKey_C, Key::c},
    {ImGuiKey_V, Key::v},
    {ImGuiKey_X, Key::x},
    {ImGuiKey_Y, Key::y},
    {ImGuiKey_Z, Key::z},
};

/// Longer than any key is held.
constexpr float never_s = 1e9F;

}  // namespace

ImguiSetup::ImguiSetup(Window& window) : window_(window) {
    ImGuiIO& io = ImGui::GetIO();
    for (const auto& [name, key] : names) io.KeyMap[name] = number(key);
    // The queue repeats keys. ImGui's own would count a slow frame as a long press.
    io.KeyRepeatDelay = never_s;
    io.ClipboardUserData = this;
    io.SetClipboardTextFn = [](void* setup, const char* text) { static_cast<ImguiSetup*>(setup)->window_.set_clipboard(text); };
    io.GetClipboardTextFn = [](void* setup) {
        auto& self = *static_cast<ImguiSetup*>(setup);
        self.pasted_ = self.window_.clipboard();
        return self.pasted_.c_str();
    };
}

ImguiSetup::~ImguiSetup() {
    ImGuiIO& io = ImGui::GetIO();
    if (io.ClipboardUserData != this) return;
    io.ClipboardUserData = nullptr;
    io.SetClipboardTextFn = [](void*, const char*) {};
    io.GetClipboardTextFn = [](void*) { return ""; };
}

}  // namespace sunting
