// What a recipe leaves open is settled once for a clip.
#include "video/clip_recipe.hpp"

#include "video/video_focus.hpp"

#include <variant>

namespace mediaedit::internal {

Recipe settled_for_clip(Recipe recipe, const MediaInfo& info, FrameReader& frames, std::span<const KeptRange> ranges, std::vector<Note>& notes) {
    find_video_focus(recipe, info, frames, ranges, notes);
    // What lies beneath a text changes all the time; only a box keeps it readable on everything.
    for (auto& overlay : recipe.overlays)
        if (auto* text = std::get_if<TextOverlay>(&overlay); text && text->style == TextStyle::automatic) text->style = TextStyle::box;
    return recipe;
}

}  // namespace mediaedit::internal
