// GLFW's keys and cursors, and the program's.
#include "platform/glfw/glfw_keys.hpp"

#include <GLFW/glfw3.h>

namespace sunting {

static_assert(number(Key::space) == GLFW_KEY_SPACE && number(Key::plus) == GLFW_KEY_EQUAL &&
              number(Key::a) == GLFW_KEY_A && number(Key::z) == GLFW_KEY_Z &&
              number(Key::escape) == GLFW_KEY_ESCAPE && number(Key::remove) == GLFW_KEY_DELETE &&
              number(Key::up) == GLFW_KEY_UP && number(Key::end) == GLFW_KEY_END &&
              number(Key::f1) == GLFW_KEY_F1 && number(Key::f11) == GLFW_KEY_F11 &&
              number(Key::left_shift) == GLFW_KEY_LEFT_SHIFT &&
              number(Key::right_super) == GLFW_KEY_RIGHT_SUPER && GLFW_KEY_LAST < 512);

std::optional<Key> to_key(int glfw) {
    switch (glfw) {
        case GLFW_KEY_KP_ENTER: return Key::enter;
        case GLFW_KEY_KP_ADD: return Key::plus;
        case GLFW_KEY_KP_SUBTRACT: return Key::minus;
        case GLFW_KEY_KP_0: return Key::digit_0;
        default: break;
    }
    const auto key = static_cast<Key>(glfw);
    switch (key) {
        case Key::space:
        case Key::minus:
        case Key::digit_0:
        case Key::plus:
        case Key::a:
        case Key::c:
        case Key::o:
        case Key::s:
        case Key::v:
        case Key::x:
        case Key::y:
        case Key::z:
        case Key::escape:
        case Key::enter:
        case Key::tab:
        case Key::backspace:
        case Key::insert:
        case Key::remove:
        case Key::right:
        case Key::left:
        case Key::down:
        case Key::up:
        case Key::page_up:
        case Key::page_down:
        case Key::home:
        case Key::end:
        case Key::f1:
        case Key::f11:
        case Key::left_shift:
        case Key::left_control:
        case Key::left_alt:
        case Key::left_super:
        case Key::right_shift:
        case Key::right_control:
        case Key::right_alt:
        case Key::right_super: return key;
    }
    return std::nullopt;
}

int cursor_shape(ImGuiMouseCursor cursor) {
    switch (cursor) {
        case ImGuiMouseCursor_TextInput: return GLFW_IBEAM_CURSOR;
        case ImGuiMouseCursor_ResizeNS: return GLFW_VRESIZE_CURSOR;
        case ImGuiMouseCursor_ResizeEW: return GLFW_HRESIZE_CURSOR;
        case ImGuiMouseCursor_Hand: return GLFW_HAND_CURSOR;
        case ImGuiMouseCursor_ResizeAll: return GLFW_CROSSHAIR_CURSOR;
        default: return GLFW_ARROW_CURSOR;
    }
}

}  // namespace sunting
