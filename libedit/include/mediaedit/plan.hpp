// Converts the fractions of a recipe to whole pixels.
//
//     auto plan = make_plan(recipe, *probe("photo.jpg"));
//     if (plan) std::cout << plan->result.width << " x " << plan->result.height << '\n';
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
    std::vector<PlannedPathPoint> path{};  ///< videos: replaces `area`; empty if it does not move
    bool operator==(const PlannedHide&) const = default;
};

/// The space that an overlay may use. Its own box is only known once it has been measured.
struct PlannedOverlay {
    std::size_t index = 0;  ///< in Recipe::overlays
    /// In the result: the overlay's own area, else the safe area moved by the overlay's offset.
    PixelRect within;
    Anchor anchor = Anchor::bottom;
    int size_px = 0;       ///< text: em; picture: longer side; QR: side
    int max_width_px = 0;  ///< text only
    double em_px = 0;      ///< text: `size_px` before rounding; 0: use `size_px`
    /// Text: the maximum width before rounding, so that lines break alike at every scale. 0: use
    /// the pixels.
    double max_width_em = 0;
    double max_height_em = 0;  ///< text: the height of `within` before rounding
    /// Text that does not fit shrinks down to this fraction of its size.
    double smallest_share = 0.6;
    double smallest_share_for_words = 0.45;  ///< the same, if that avoids breaking a word
    bool in_area = false;                    ///< the overlay has an area of its own
    int radius_px = 0;                       ///< corner radius of a panel, or picture with an area
    bool operator==(const PlannedOverlay&) const = default;
};

/// A crop of the same size as Plan::crop that replaces it from `from` on.
struct PlannedWindow {
    Time from{0};
    PixelRect crop;
    bool operator==(const PlannedWindow&) const = default;
};

/// Maps pixels of the source to pixels of the result.
///
///     upright --turn,mirror,straighten--> turned --crop--> `crop` --scale--> `placed` inside
///     `frame` inside `result`
struct Plan {
    MediaKind kind = MediaKind::photo;
    PixelSize upright;  ///< the source, upright
    PixelSize turned;   ///< after turn, mirror and straighten, without empty corners
    Turn turn = Turn::none;
    bool mirror = false;
    double straighten_deg = 0;
    std::vector<PlannedHide> hidden;
    PixelRect crop;                      ///< in the turned picture: the part that is used
    std::vector<PlannedWindow> windows;  ///< videos: later crops, one per scene, in rising time
    PixelSize result;
    PixelRect frame;   ///< in the result: what the picture is fitted into; the rest is `background`
    PixelRect placed;  ///< in the result, inside `frame`: where `crop` is drawn
    Fit fit = Fit::cover;
    Color background{255, 255, 255, 255};
    PixelRect safe_area;  ///< in the result
    Adjust adjust;
    std::vector<PlannedOverlay> overlays;
    double scale = 1;  ///< result pixels per source pixel, the larger of both axes
    bool operator==(const Plan&) const = default;
};

/// Computes every number of an edit. Pure: the same arguments give the same plan. Without
/// `recipe.focus`, the focus is the centre; export_media detects it first, for videos in each
/// scene. Errors: bad_recipe with the field's path. Threads: any.
MEDIAEDIT_API Result<Plan> make_plan(const Recipe& recipe, const MediaInfo& info);

}  // namespace mediaedit
