// Resolves a recipe's automatic settings once for a clip.
#include "video/analyze/clip_recipe.hpp"

#include "base/message.hpp"
#include "plan/turning.hpp"
#include "subjects/kept_faces.hpp"
#include "video/analyze/video_faces.hpp"

#include <mediaedit/turning.hpp>

#include <algorithm>
#include <utility>
#include <variant>

namespace mediaedit::internal {
namespace {

/// What the choice of a focus depends on.
Recipe shape_of(const Recipe& recipe) {
    Recipe shape = recipe;
    shape.overlays.clear();
    shape.hidden.clear();
    shape.hide_faces.reset();
    shape.keep_faces.clear();
    shape.adjust = {};
    shape.audio = {};
    return shape;
}

/// Adds hidden areas for the faces that are visible and not kept. Returns whether any face is
/// visible.
bool hide_found_faces(Recipe& recipe, const MediaInfo& info,
                      const std::vector<FollowedFace>& faces) {
    const Turning turning(recipe, info.size);
    bool found_any = false;
    for (const auto& face : faces) {
        auto seen = face;
        for (auto& point : seen.path) point.area = turning.of(point.area);
        if (std::ranges::none_of(
                seen.path, [](const PathPoint& point) { return reaches_into_picture(point.area); }))
            continue;
        found_any = true;
        if (!is_kept(seen, recipe.keep_faces))
            recipe.hidden.push_back(
                as_seen(hide_face(face, *recipe.hide_faces), recipe, info.size));
    }
    return found_any;
}

}  // namespace

ClipSettler::FacesKey ClipSettler::faces_key(const Recipe& recipe,
                                             std::span<const KeptRange> ranges) {
    FacesKey key{recipe.turn, {}};
    for (const auto& range : ranges) key.second.emplace_back(range.begin, range.end);
    return key;
}

ClipSettler::LookKey ClipSettler::look_key(const Recipe& recipe,
                                           std::span<const KeptRange> ranges) {
    return {static_cast<int>(recipe.turn), recipe.mirror, recipe.straighten_deg,
            faces_key(recipe, ranges).second};
}

const std::vector<ClipScene>& ClipSettler::scenes(const Recipe& recipe,
                                                  std::span<const KeptRange> ranges) {
    auto look = std::pair{look_key(recipe, ranges), recipe.crop.value_or(Area{})};
    for (const auto& [known, found] : scenes_)
        if (known == look) return found;
    return scenes_.emplace_back(std::move(look), find_scenes(recipe, info_, frames_, ranges))
        .second;
}

const ClipSettler::Focus& ClipSettler::focus(const Recipe& recipe,
                                             std::span<const KeptRange> ranges) {
    auto shape = shape_of(recipe);
    for (const auto& [known, found] : focuses_)
        if (known == shape) return found;
    Focus focus{recipe.focus, {}, {}};
    if (needs_focus(recipe, info_)) {
        Recipe focused = recipe;
        focus.changes =
            choose_focus(focused, info_, frames_.file(), scenes(recipe, ranges), focus.notes);
        focus.first = focused.focus;
    }
    return focuses_.emplace_back(std::move(shape), std::move(focus)).second;
}

const std::vector<FollowedFace>& ClipSettler::faces(const Recipe& recipe,
                                                    std::span<const KeptRange> ranges) {
    auto key = faces_key(recipe, ranges);
    for (const auto& [known, found] : faces_)
        if (known == key) return found;
    return faces_
        .emplace_back(std::move(key), follow_video_faces(recipe.turn, info_, frames_, ranges))
        .second;
}

bool ClipSettler::knows(const Recipe& recipe, std::span<const KeptRange> ranges) const {
    const auto holds = [](const auto& all, const auto& key) {
        return std::ranges::any_of(all, [&](const auto& known) { return known.first == key; });
    };
    return (!needs_focus(recipe, info_) || holds(focuses_, shape_of(recipe))) &&
           (!recipe.hide_faces || holds(faces_, faces_key(recipe, ranges)));
}

SettledClip ClipSettler::settle(Recipe recipe, std::span<const KeptRange> ranges,
                                std::vector<Note>& notes) {
    const auto& looks_at = focus(recipe, ranges);
    recipe.focus = looks_at.first;
    notes.insert(notes.end(), looks_at.notes.begin(), looks_at.notes.end());
    if (recipe.hide_faces) {
        const bool found_any = hide_found_faces(recipe, info_, faces(recipe, ranges));
        recipe.hide_faces.reset();
        if (!found_any)
            notes.push_back({"no_face_found", tr("No face was found to hide; look at the result, "
                                                 "and hide by hand what was missed.")});
        else
            notes.push_back({"faces_hidden", tr("The faces that were found are hidden; look at the "
                                                "whole result, for not every face is found.")});
    }
    // The background of a text changes all the time; only a box keeps it readable everywhere.
    for (auto& overlay : recipe.overlays)
        if (auto* text = std::get_if<TextOverlay>(&overlay);
            text && text->style == TextStyle::automatic)
            text->style = TextStyle::box;
    return {std::move(recipe), looks_at.changes};
}

}  // namespace mediaedit::internal
