// The letters of the window.
#pragma once

#include <imgui.h>

#include <string>

namespace sunting {

struct Fonts {
    ImFont* body = nullptr;  ///< 16 px as the web counts it, at 100 %
    ImFont* bold = nullptr;
    ImFont* small = nullptr;
    ImFont* heading = nullptr;
    std::size_t emoji = 0;  ///< how many of the shelf's have pictures
    std::string found{};    ///< which file, for the log
};

/// Fills the atlas of the current ImGui context anew. The window must upload it afterwards.
/// Without any font file ImGui's own small letters serve.
Fonts make_fonts(float scale);

/// Whether all of a text can be shown in the window.
bool has_letters(const ImFont& font, const std::string& text);

}  // namespace sunting
