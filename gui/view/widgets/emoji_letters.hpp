// Emoji in colour among ImGui's letters: drawn by Pango into the atlas, under their aliases of the
// shelf.
#pragma once

#include <imgui.h>

#include <vector>

namespace sunting {

struct EmojiLetter {
    ImFont* font = nullptr;
    unsigned letter = 0;
    int rectangle = 0;  ///< in the atlas
    int side_px = 0;
};

/// Before the atlas is built: room for every emoji that was met.
/// Units: `height` is the font's.
std::vector<EmojiLetter> reserve_emoji(ImFont* font, float height);
/// After it was built. Without an emoji font they are drawn as that font shows them, or left empty.
void draw_emoji(const std::vector<EmojiLetter>& letters);

}  // namespace sunting
