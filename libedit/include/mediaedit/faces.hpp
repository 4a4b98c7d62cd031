// Faces that may have to be hidden: found in a photo, followed through a video. Finding is never
// certain: look yourself.
#pragma once

#include <mediaedit/control.hpp>
#include <mediaedit/export.hpp>
#include <mediaedit/geometry.hpp>
#include <mediaedit/recipe.hpp>
#include <mediaedit/result.hpp>
#include <mediaedit/time.hpp>

#include <filesystem>
#include <vector>

namespace mediaedit {

/// Units: `area` in fractions of the picture as seen, brow to chin and ear to ear.
struct FoundFace {
    Area area{};
    double certainty = 0;  ///< 0 to 1; what is told of has 0.6 or more
    bool operator==(const FoundFace&) const = default;
};

/// One face on its way through a video.
struct FollowedFace {
    TimeRange when{};               ///< seen or held in it; has an end
    std::vector<PathPoint> path{};  ///< where it is, without margin, as HiddenArea::path
    Time best_at{0};                ///< where it was seen best: for a small picture of it
    double certainty = 0;           ///< the greatest
    bool operator==(const FollowedFace&) const = default;
};

/// In a photo; in a video those of its first picture. The largest come first.
/// Errors: those of probe.
MEDIAEDIT_API Result<std::vector<FoundFace>> find_faces(const std::filesystem::path& source,
                                                        const Control& control = {});

/// Through a whole video, in the order they appear. One person may be followed in several pieces: a
/// cut ends each. Errors: those of probe; bad_argument for a photo; cancelled.
MEDIAEDIT_API Result<std::vector<FollowedFace>> follow_faces(const std::filesystem::path& source,
                                                             const Control& control = {});

/// The area that hides a face, with room for hair, ears and chin; for Recipe::hidden. To keep a
/// face is not to add it.
MEDIAEDIT_API HiddenArea hide_face(const FoundFace& face, HideWith with = HideWith::blur);
MEDIAEDIT_API HiddenArea hide_face(const FollowedFace& face, HideWith with = HideWith::blur);

}  // namespace mediaedit
