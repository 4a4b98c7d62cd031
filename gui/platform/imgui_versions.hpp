// Hides the differences between Dear ImGui 1.86 and 1.92.
#pragma once

#include "platform/keys.hpp"

#include <backends/imgui_impl_opengl2.h>
#include <backends/imgui_impl_opengl3.h>
#include <imgui.h>
#include <imgui_internal.h>

#include <cstdint>
#include <cstring>
#include <type_traits>

#if IMGUI_VERSION_NUM >= 19200 && defined(__linux__)
#  include <dlfcn.h>
#endif

namespace sunting {

// Input. Since 1.87 ImGui has its own events and key names; before, it gets the keys that are down.
// On every version the program's queue decides what a frame gets, so that all behave alike.

#if IMGUI_VERSION_NUM >= 18700

constexpr ImGuiKey imgui_key(Key key) {
    if (is_letter(key)) return static_cast<ImGuiKey>(ImGuiKey_A + number(key) - number(Key::a));
    switch (key) {
        case Key::space: return ImGuiKey_Space;
        case Key::minus: return ImGuiKey_Minus;
        case Key::digit_0: return ImGuiKey_0;
        case Key::plus: return ImGuiKey_Equal;
        case Key::escape: return ImGuiKey_Escape;
        case Key::enter: return ImGuiKey_Enter;
        // ImGui must not handle Tab, since view/widgets/keyboard.hpp does; so ImGui gets a key
        // without a meaning.
        case Key::tab: return ImGuiKey_ScrollLock;
        case Key::backspace: return ImGuiKey_Backspace;
        case Key::insert: return ImGuiKey_Insert;
        case Key::remove: return ImGuiKey_Delete;
        case Key::right: return ImGuiKey_RightArrow;
        case Key::left: return ImGuiKey_LeftArrow;
        case Key::down: return ImGuiKey_DownArrow;
        case Key::up: return ImGuiKey_UpArrow;
        case Key::page_up: return ImGuiKey_PageUp;
        case Key::page_down: return ImGuiKey_PageDown;
        case Key::home: return ImGuiKey_Home;
        case Key::end: return ImGuiKey_End;
        case Key::f1: return ImGuiKey_F1;
        case Key::f11: return ImGuiKey_F11;
        case Key::left_shift: return ImGuiKey_LeftShift;
        case Key::left_control: return ImGuiKey_LeftCtrl;
        case Key::left_alt: return ImGuiKey_LeftAlt;
        case Key::left_super: return ImGuiKey_LeftSuper;
        case Key::right_shift: return ImGuiKey_RightShift;
        case Key::right_control: return ImGuiKey_RightCtrl;
        case Key::right_alt: return ImGuiKey_RightAlt;
        case Key::right_super: return ImGuiKey_RightSuper;
        default: return ImGuiKey_None;
    }
}

/// Since 1.91.4, Escape may remove the focus; here it only ends what was started.
template <class Io>
void keep_ring_at_escape(Io& io) {
    if constexpr (requires { io.ConfigNavEscapeClearFocusItem; })
        io.ConfigNavEscapeClearFocusItem = false;
}

/// Call it before any input.
inline void prepare_input(ImGuiIO& io) {
    io.ConfigInputTrickleEventQueue = false;
    keep_ring_at_escape(io);
}

inline void tell_key(ImGuiIO& io, Key key, bool down) { io.AddKeyEvent(imgui_key(key), down); }

inline void tell_modifiers(ImGuiIO& io, bool shift, bool control, bool alt, bool super) {
#  if IMGUI_VERSION_NUM >= 18900
    constexpr ImGuiKey names[] = {ImGuiMod_Shift, ImGuiMod_Ctrl, ImGuiMod_Alt, ImGuiMod_Super};
#  else
    constexpr ImGuiKey names[] = {ImGuiKey_ModShift, ImGuiKey_ModCtrl, ImGuiKey_ModAlt,
                                  ImGuiKey_ModSuper};
#  endif
    io.AddKeyEvent(names[0], shift);
    io.AddKeyEvent(names[1], control);
    io.AddKeyEvent(names[2], alt);
    io.AddKeyEvent(names[3], super);
}

inline void tell_pointer(ImGuiIO& io, float x, float y) { io.AddMousePosEvent(x, y); }
inline void tell_button(ImGuiIO& io, int button, bool down) {
    io.AddMouseButtonEvent(button, down);
}
inline void tell_wheel(ImGuiIO& io, float x, float y) { io.AddMouseWheelEvent(x, y); }

inline bool key_pressed(Key key, bool repeat = true) {
    return ImGui::IsKeyPressed(imgui_key(key), repeat);
}

#else

inline void prepare_input(ImGuiIO& io) {
    // Not Tab: with it ImGui would move to fields only; view/widgets/keyboard.hpp moves to all
    // widgets.
    constexpr struct {
        ImGuiKey_ name;
        Key key;
    } names[] = {
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
    for (const auto& [name, key] : names) io.KeyMap[name] = number(key);
}

inline void tell_key(ImGuiIO& io, Key key, bool down) { io.KeysDown[number(key)] = down; }

inline void tell_modifiers(ImGuiIO& io, bool shift, bool control, bool alt, bool super) {
    io.KeyShift = shift;
    io.KeyCtrl = control;
    io.KeyAlt = alt;
    io.KeySuper = super;
}

inline void tell_pointer(ImGuiIO& io, float x, float y) { io.MousePos = ImVec2(x, y); }
inline void tell_button(ImGuiIO& io, int button, bool down) { io.MouseDown[button] = down; }
inline void tell_wheel(ImGuiIO& io, float x, float y) {
    io.MouseWheelH += x;
    io.MouseWheel += y;
}

inline bool key_pressed(Key key, bool repeat = true) {
    return ImGui::IsKeyPressed(number(key), repeat);
}

#endif

// The keyboard focus.

/// Presses the focused widget at Enter, on versions where ImGui does not.
inline void press_by_enter([[maybe_unused]] ImGuiID item) {
#if IMGUI_VERSION_NUM < 18940
    ImGui::ActivateItem(item);
#endif
}

/// Shows the focus, and ignores the pointer until the mouse moves.
inline void show_ring(ImGuiContext& context) {
#if IMGUI_VERSION_NUM >= 19140
    context.NavCursorVisible = true;
    context.NavHighlightItemUnderNav = true;
#else
    context.NavDisableHighlight = false;
    context.NavDisableMouseHover = true;
#endif
    context.NavMousePosDirty = true;
}

// Textures: pointers at first, numbers since 1.91.4; since 1.92 also font textures that the backend
// has not created yet.

template <class Id = ImTextureID>
Id imgui_texture(void* texture) {
    if constexpr (std::is_pointer_v<Id>) return texture;
    else return static_cast<Id>(reinterpret_cast<std::uintptr_t>(texture));
}

/// A unique number of a texture within the process.
inline std::uint64_t texture_mark(const ImDrawCmd& command) {
#ifdef IMGUI_HAS_TEXTURES
    const auto* letters = command.TexRef._TexData;
    if (letters) return ~static_cast<std::uint64_t>(letters->UniqueID);
#endif
    const ImTextureID id = command.GetTexID();
    std::uint64_t mark = 0;
    std::memcpy(&mark, &id, sizeof id);
    return mark;
}

// OpenGL. When the last window closes, 1.92.2 unloads the OpenGL library, and the next window would
// call functions at old addresses.

inline void keep_opengl_open() {
#if IMGUI_VERSION_NUM >= 19200 && defined(__linux__)
    [[maybe_unused]] static void* const kept = dlopen("libOpenGL.so.0", RTLD_LAZY | RTLD_LOCAL);
#endif
}

// Fonts. Since 1.92 ImGui can draw each glyph when it is first used, in any size. It then also
// drops glyphs that were not used for a while, including our own (emoji, marks). So all glyphs are
// drawn at once, as before, and none is added later.

#ifdef IMGUI_HAS_TEXTURES

inline void draw_all_letters_at_once(ImGuiIO& io) {
    io.BackendFlags &= ~ImGuiBackendFlags_RendererHasTextures;
}
/// Before a frame; older backends do this themselves.
inline void have_letters() {
    auto& letters = *ImGui::GetIO().Fonts;
    if (!letters.IsBuilt()) letters.Build();
}
/// The backend notices new glyphs when it draws.
inline void upload_letters(bool /*opengl_3*/) { have_letters(); }

inline float size_of(const ImFont& font) { return font.LegacySize; }

/// From the next frame on this is the default font, in its own size.
inline void write_in(ImFont& font) {
    ImGui::GetIO().FontDefault = &font;
    ImGui::GetStyle()._NextFrameFontSizeBase = font.LegacySize;
}

inline ImFontGlyph* letter_of(const ImFont& font, unsigned letter) {
    auto* baked = const_cast<ImFont&>(font).GetFontBaked(font.LegacySize);
    return baked->FindGlyphNoFallback(static_cast<ImWchar>(letter));
}

/// An invisible glyph without width.
inline void add_unseen_letter(ImFont& font, unsigned letter) {
    ImFontGlyph unseen{};
    unseen.Codepoint = letter & 0x1FFFFFU;
    unseen.PackId = -1;
    auto* baked = font.GetFontBaked(font.LegacySize);
    ImFontAtlasBakedAddFontGlyph(font.ContainerAtlas, baked, font.Sources[0], &unseen);
}

inline void no_more_letters(ImFont& font) { font.Flags |= ImFontFlags_NoLoadGlyphs; }

/// Gives the position of a custom glyph in the atlas. False: there was no room for it.
inline bool place_of(const ImFontAtlas& atlas, int rectangle, int& x, int& y) {
    ImFontAtlasRect found;
    if (!atlas.GetCustomRect(rectangle, &found)) return false;
    x = found.x;
    y = found.y;
    return true;
}

#else

inline void draw_all_letters_at_once(ImGuiIO&) {}
inline void have_letters() {}
inline void upload_letters(bool opengl_3) {
    if (opengl_3) {
        ImGui_ImplOpenGL3_DestroyFontsTexture();
        ImGui_ImplOpenGL3_CreateFontsTexture();
    } else {
        ImGui_ImplOpenGL2_DestroyFontsTexture();
        ImGui_ImplOpenGL2_CreateFontsTexture();
    }
}

inline float size_of(const ImFont& font) { return font.FontSize; }
inline void write_in(ImFont& font) { ImGui::GetIO().FontDefault = &font; }

inline ImFontGlyph* letter_of(const ImFont& font, unsigned letter) {
    return const_cast<ImFontGlyph*>(font.FindGlyphNoFallback(static_cast<ImWchar>(letter)));
}

inline void add_unseen_letter(ImFont& font, unsigned letter) {
    font.AddGlyph(nullptr, static_cast<ImWchar>(letter), 0, 0, 0, 0, 0, 0, 0, 0, 0);
    font.BuildLookupTable();
}

inline void no_more_letters(ImFont&) {}

inline bool place_of(ImFontAtlas& atlas, int rectangle, int& x, int& y) {
    const auto* found = atlas.GetCustomRectByIndex(rectangle);
    x = found->X;
    y = found->Y;
    return found->IsPacked();
}

#endif

}  // namespace sunting
