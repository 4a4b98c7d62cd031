// What a recipe leaves open is settled once for a clip.
#include "video/clip_recipe.hpp"

#include "base/message.hpp"
#include "video/video_faces.hpp"
#include "video/video_focus.hpp"

#include <algorithm>
#include <variant>

namespace mediaedit::internal {
namespace {

/// What the choice of a focus depends on.
Recipe shape_of(const Recipe& recipe) {
    Recipe shape = recipe;
    shape.overlays.clear();
    shape.hidden.clear();
    shape.hide_faces.reset();
    shape.adjust = {};
    shape.sound = {};
    return shape;
}

}  // namespace

const std::vector<HiddenArea>& ClipSettler::faces(const Recipe& recipe, std::span<const KeptRange> ranges) {
    Turning turning{static_cast<int>(recipe.turn), recipe.mirror, recipe.straighten_deg, {}};
    for (const auto& range : ranges) std::get<3>(turning).emplace_back(range.begin, range.end);
    for (const auto& [known, found] : faces_)
        if (known == turning) return found;
    return faces_.emplace_back(std::move(turning), find_video_faces(recipe, info_, frames_, ranges)).second;
}

Recipe ClipSettler::settle(Recipe recipe, std::span<const KeptRange> ranges, std::vector<Note>& notes) {
    const auto shape = shape_of(recipe);
    const auto known = std::ranges::find(focuses_, shape, [](const auto& entry) -> const Recipe& { return entry.first; });
    if (known == focuses_.end()) {
        std::vector<Note> found;
        find_video_focus(recipe, info_, frames_, ranges, found);
        focuses_.push_back({shape, {recipe.focus, found}});
        notes.insert(notes.end(), found.begin(), found.end());
    } else {
        recipe.focus = known->second.first;
        notes.insert(notes.end(), known->second.second.begin(), known->second.second.end());
    }
    if (recipe.hide_faces) {
        const auto& found = faces(recipe, ranges);
        for (auto area : found) {
            area.with = *recipe.hide_faces;
            recipe.hidden.push_back(area);
        }
        recipe.hide_faces.reset();
        if (found.empty()) notes.push_back({"no_face_found", tr("No face was found to hide; look at the result, and hide by hand what was missed.")});
        else notes.push_back({"faces_hidden", tr("The faces that were found are hidden; look at the whole result, for not every face is found.")});
    }
    // What lies beneath a text changes all the time; only a box keeps it readable on everything.
    for (auto& overlay : recipe.overlays)
        if (auto* text = std::get_if<TextOverlay>(&overlay); text && text->style == TextStyle::automatic) text->style = TextStyle::box;
    return recipe;
}

}  // namespace mediaedit::internal
