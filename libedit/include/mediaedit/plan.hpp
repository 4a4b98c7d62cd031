// The one place where fractions become whole pixels.
#pragma once

#include <mediaedit/export.hpp>
#include <mediaedit/media_info.hpp>
#include <mediaedit/recipe.hpp>
#include <mediaedit/result.hpp>
#include <mediaedit/time.hpp>

#include <vector>

namespace mediaedit {

struct PlannedPathPoint {
    Time at{0};
    PixelRect area;  ///< in the turned picture
    bool operator==(const PlannedPathPoint&) const = default;
};

struct PlannedHide {
    PixelRect area;  ///< in the turned picture
    HideWith with = HideWith::blur;
    std::optional<TimeRange> when;
    std::vector<PlannedPathPoint>
        path{};  ///< videos: where it is instead of `area`; empty: it stands still
    bool operator==(const PlannedHide&) const = default;
};

/// Where an overlay may stand. Its own box is known once it is measured.
struct PlannedOverlay {
    std::size_t index = 0;  ///< in Recipe::overlays
    PixelRect
        within;  ///< in the result: the overlay's own area, else the safe area moved by its offset
    Anchor anchor = Anchor::bottom;
    int size_px = 0;       ///< text: em; picture: longer side; QR: side
    int max_width_px = 0;  ///< text only
    double em_px = 0;      ///< text: `size_px` before rounding; 0: as `size_px`
    double max_width_em =
        0;  ///< text: free of rounding, so that lines break alike at every size; 0: from the pixels
    double max_height_em = 0;                ///< text: the height of `within`, likewise
    double smallest_share = 0.6;             ///< text: of its size, when it does not fit
    double smallest_share_for_words = 0.45;  ///< text: the same, where that keeps a word whole
    bool in_area = false;                    ///< it has an area of its own
    int radius_px = 0;                       ///< panel, picture with an area: of the corners
    bool operator==(const PlannedOverlay&) const = default;
};

/// Another part of the picture, of the same size as Plan::crop, from a moment on.
struct PlannedWindow {
    Time from{0};
    PixelRect crop;
    bool operator==(const PlannedWindow&) const = default;
};

/// Which pixels of the source become which pixels of the result.
///
///     upright --turn,mirror,straighten--> turned --crop--> `crop` --scale--> `placed` inside
///     `frame` inside `result`
struct Plan {
    MediaKind kind = MediaKind::photo;
    PixelSize upright;  ///< the source as seen
    PixelSize turned;  ///< after turn, mirror and straighten (the inner part without empty corners)
    Turn turn = Turn::none;
    bool mirror = false;
    double straighten_deg = 0;
    std::vector<PlannedHide> hidden;
    PixelRect crop;  ///< in the turned picture: what is used of it
    std::vector<PlannedWindow>
        windows;  ///< videos: where that moves, at cuts to other scenes; rising
    PixelSize result;
    PixelRect
        frame;  ///< in the result: what the picture is fitted into; `background` fills the rest
    PixelRect placed;  ///< in the result, inside the frame: where `crop` is drawn
    Fit fit = Fit::cover;
    Color background{255, 255, 255, 255};
    PixelRect safe_area;  ///< in the result
    Adjust adjust;
    std::vector<PlannedOverlay> overlays;
    double scale = 1;  ///< result pixels per source pixel, the larger of both directions
    bool operator==(const Plan&) const = default;
};

/// Settles every number of an edit. Pure: the same arguments give the same plan.
/// Without `recipe.focus` the middle is taken; export_media finds one first, for videos one for
/// each scene. Errors: bad_recipe with the field's path.
MEDIAEDIT_API Result<Plan> make_plan(const Recipe& recipe, const MediaInfo& info);

}  // namespace mediaedit
