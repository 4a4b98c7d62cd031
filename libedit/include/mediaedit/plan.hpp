// The one place where fractions become whole pixels.
#pragma once

#include <mediaedit/export.hpp>
#include <mediaedit/media_info.hpp>
#include <mediaedit/recipe.hpp>
#include <mediaedit/result.hpp>

#include <vector>

namespace mediaedit {

struct PlannedHide {
    PixelRect area;  ///< in the turned picture
    HideWith with = HideWith::blur;
    std::optional<TimeRange> when;
    bool operator==(const PlannedHide&) const = default;
};

/// Where an overlay may stand. Its own box is known once it is measured.
struct PlannedOverlay {
    std::size_t index = 0;  ///< in Recipe::overlays
    PixelRect within;       ///< in the result: the safe area moved by the overlay's offset
    Anchor anchor = Anchor::bottom;
    int size_px = 0;        ///< text: em; picture: longer side; QR: side
    int max_width_px = 0;   ///< text only
    double em_px = 0;          ///< text: `size_px` before rounding; 0: as `size_px`
    double max_width_em = 0;   ///< text: free of rounding, so that lines break alike at every size; 0: from the pixels
    double max_height_em = 0;  ///< text: the height of `within`, likewise
    bool operator==(const PlannedOverlay&) const = default;
};

/// Which pixels of the source become which pixels of the result.
///
///     upright --turn,mirror,straighten--> turned --crop--> `crop` --scale--> `placed` inside `result`
struct Plan {
    MediaKind kind = MediaKind::photo;
    PixelSize upright;      ///< the source as seen
    PixelSize turned;       ///< after turn, mirror and straighten (the inner part without empty corners)
    Turn turn = Turn::none;
    bool mirror = false;
    double straighten_deg = 0;
    std::vector<PlannedHide> hidden;
    PixelRect crop;         ///< in the turned picture: what is used of it
    PixelSize result;
    PixelRect placed;       ///< in the result: where `crop` is drawn
    Fit fit = Fit::cover;
    Color background{255, 255, 255, 255};
    PixelRect safe_area;    ///< in the result
    Adjust adjust;
    std::vector<PlannedOverlay> overlays;
    double scale = 1;       ///< result pixels per source pixel, the larger of both directions
    bool operator==(const Plan&) const = default;
};

/// Settles every number of an edit. Pure: the same arguments give the same plan.
/// Without `recipe.focus` the middle is taken; export_media finds one first.
/// Errors: bad_recipe with the field's path.
MEDIAEDIT_API Result<Plan> make_plan(const Recipe& recipe, const MediaInfo& info);

}  // namespace mediaedit
