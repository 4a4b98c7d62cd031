// Resolves a recipe's automatic settings once for a clip, so that nothing jumps during playback.
#pragma once

#include "video/analyze/video_focus.hpp"
#include "video/decode/copy_plan.hpp"
#include "video/decode/frame_reader.hpp"

#include <mediaedit/faces.hpp>
#include <mediaedit/media_info.hpp>
#include <mediaedit/recipe.hpp>

#include <cstdint>
#include <optional>
#include <span>
#include <tuple>
#include <utility>
#include <vector>

namespace mediaedit::internal {

struct SettledClip {
    Recipe recipe;
    std::vector<FocusChange> focus_changes;  ///< at cuts to scenes with another focus
};

/// Caches what it found, so that four placements need one analysis. Threads: one at a time. Moves
/// the position of `frames`.
class ClipSettler {
public:
    ClipSettler(FrameReader& frames, const MediaInfo& info) : frames_(frames), info_(info) {}

    /// `recipe` with one fixed focus for each scene, a fixed style for each text, and hidden areas
    /// for the faces to hide. `ranges`: those that the recipe keeps. Adds the notes face_cut,
    /// faces_hidden, no_face_found. Errors: bad_recipe; those of FrameReader.
    SettledClip settle(Recipe recipe, std::span<const KeptRange> ranges, std::vector<Note>& notes);

    /// Whether settle() would find all it needs in the cache.
    [[nodiscard]] bool knows(const Recipe& recipe, std::span<const KeptRange> ranges) const;

private:
    using LookKey =
        std::tuple<int, bool, double, std::vector<std::pair<std::int64_t, std::int64_t>>>;
    using FacesKey = std::pair<Turn, std::vector<std::pair<std::int64_t, std::int64_t>>>;
    struct Focus {
        std::optional<Point> first;
        std::vector<FocusChange> changes;
        std::vector<Note> notes;
    };
    static LookKey look_key(const Recipe& recipe, std::span<const KeptRange> ranges);
    static FacesKey faces_key(const Recipe& recipe, std::span<const KeptRange> ranges);
    const Focus& focus(const Recipe& recipe, std::span<const KeptRange> ranges);
    const std::vector<ClipScene>& scenes(const Recipe& recipe, std::span<const KeptRange> ranges);
    const std::vector<FollowedFace>& faces(const Recipe& recipe, std::span<const KeptRange> ranges);

    FrameReader& frames_;
    const MediaInfo& info_;
    std::vector<std::pair<FacesKey, std::vector<FollowedFace>>> faces_;
    std::vector<std::pair<std::pair<LookKey, Area>, std::vector<ClipScene>>> scenes_;
    std::vector<std::pair<Recipe, Focus>> focuses_;
};

}  // namespace mediaedit::internal
