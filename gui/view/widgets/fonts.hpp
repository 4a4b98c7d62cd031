// The fonts of the window.
#pragma once

#include <imgui.h>

#include <string>

namespace sunting {

struct Fonts {
    ImFont* body = nullptr;  ///< 16 px as browsers measure it, at 100 %
    ImFont* bold = nullptr;
    ImFont* small = nullptr;
    ImFont* heading = nullptr;
    std::size_t emoji = 0;  ///< how many emoji of EmojiShelf are drawn
    std::string found{};    ///< the font file, for the log
};

/// Rebuilds the font atlas of the current ImGui context; the window must upload it afterwards.
/// Without a font file it uses ImGui's built-in font.
Fonts make_fonts(float scale);

/// Whether the font has a glyph for every character of the text.
bool has_letters(const ImFont& font, const std::string& text);

}  // namespace sunting
