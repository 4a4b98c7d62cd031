// Finds faces in a photo and follows them through a video, to hide them. Detection misses some
// faces: always check the result yourself.
//
//     if (auto faces = find_faces("photo.jpg"))
//         for (const FoundFace& face : *faces) recipe.hidden.push_back(hide_face(face));
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

/// Units: `area` is in fractions of the upright picture, from brow to chin and from ear to ear.
struct FoundFace {
    Area area{};
    double certainty = 0;  ///< the detector's score, 0.6 to 1; faces below 0.6 are not returned
    bool operator==(const FoundFace&) const = default;
};

/// One face followed through a video.
struct FollowedFace {
    TimeRange when{};               ///< when it is visible or assumed to be; always has an end
    std::vector<PathPoint> path{};  ///< where it is, without margin, as in HiddenArea::path
    Time best_at{0};                ///< when it is seen best: use that frame for a thumbnail
    double certainty = 0;           ///< the highest score
    bool operator==(const FollowedFace&) const = default;
};

/// Finds faces in a photo, or in the first frame of a video. Shapes: largest first.
/// Errors: those of probe.
MEDIAEDIT_API Result<std::vector<FoundFace>> find_faces(const std::filesystem::path& source,
                                                        const Control& control = {});

/// Follows faces through a whole video. Each cut ends a face, so one person may be returned several
/// times. Shapes: in order of appearance. Errors: those of probe; bad_argument for a photo;
/// cancelled.
MEDIAEDIT_API Result<std::vector<FollowedFace>> follow_faces(const std::filesystem::path& source,
                                                             const Control& control = {});

/// Returns the area that hides a face, with a margin for hair, ears and chin. Add it to
/// Recipe::hidden.
MEDIAEDIT_API HiddenArea hide_face(const FoundFace& face, HideWith with = HideWith::blur);
MEDIAEDIT_API HiddenArea hide_face(const FollowedFace& face, HideWith with = HideWith::blur);

}  // namespace mediaedit
