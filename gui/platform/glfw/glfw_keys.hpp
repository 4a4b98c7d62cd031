// GLFW's keys and cursors, and the program's.
#pragma once

#include "platform/keys.hpp"

#include <imgui.h>

#include <optional>

namespace sunting {

/// Absent: a key that the program does not use.
std::optional<Key> to_key(int glfw);

/// GLFW's standard cursor.
int cursor_shape(ImGuiMouseCursor cursor);

}  // namespace sunting
