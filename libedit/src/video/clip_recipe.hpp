// What a recipe leaves open is settled once for a clip, so that nothing jumps while it plays.
#pragma once

#include "video/copy_plan.hpp"
#include "video/frame_reader.hpp"

#include <mediaedit/media_info.hpp>
#include <mediaedit/recipe.hpp>

#include <span>
#include <tuple>
#include <utility>
#include <vector>

namespace mediaedit::internal {

/// Remembers what it found, so that four placements cost one search.
/// Threads: one at a time. `frames` is moved about by it.
class ClipSettler {
public:
    ClipSettler(FrameReader& frames, const MediaInfo& info) : frames_(frames), info_(info) {}

    /// `recipe` with one steady focus, one steady look of its texts, and the faces that shall be hidden as hidden areas.
    /// `ranges`: those that the recipe keeps. Adds the notes face_cut, faces_hidden, no_face_found.
    /// Errors: bad_recipe; those of FrameReader.
    Recipe settle(Recipe recipe, std::span<const KeptRange> ranges, std::vector<Note>& notes);

private:
    using Turning = std::tuple<int, bool, double, std::vector<std::pair<std::int64_t, std::int64_t>>>;
    const std::vector<HiddenArea>& faces(const Recipe& recipe, std::span<const KeptRange> ranges);

    FrameReader& frames_;
    const MediaInfo& info_;
    std::vector<std::pair<Turning, std::vector<HiddenArea>>> faces_;
    std::vector<std::pair<Recipe, std::pair<std::optional<Point>, std::vector<Note>>>> focuses_;
};

}  // namespace mediaedit::internal
