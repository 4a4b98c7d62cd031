// Settings of ImGui's IO that all windows share: keys, key repeat, clipboard.
#include "platform/imgui_setup.hpp"

#include "platform/imgui_versions.hpp"
#include "platform/window.hpp"

#include <imgui.h>

namespace sunting {
namespace {

/// Longer than anybody holds a key.
constexpr float never_s = 1e9F;

}  // namespace

ImguiSetup::ImguiSetup(Window& window) : window_(window) {
    ImGuiIO& io = ImGui::GetIO();
    prepare_input(io);
    // The input queue repeats keys. ImGui would take a slow frame for a long press.
    io.KeyRepeatDelay = never_s;
    io.ClipboardUserData = this;
    io.SetClipboardTextFn = [](void* setup, const char* text) {
        static_cast<ImguiSetup*>(setup)->window_.set_clipboard(text);
    };
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
