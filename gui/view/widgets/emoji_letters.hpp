// Colour emoji in ImGui's font atlas, drawn by Pango, under the aliases of EmojiShelf.
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

/// Before the atlas is built: reserves room for every emoji that was met. `height`: of the font, in
/// pixels.
std::vector<EmojiLetter> reserve_emoji(ImFont* font, float height);
/// After it was built: draws them. Without an emoji font they are drawn by the fallback font, or
/// left empty.
void draw_emoji(const std::vector<EmojiLetter>& letters);

}  // namespace sunting
