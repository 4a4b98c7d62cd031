// An edit as a value: what the result shall look like, knowing no file, no pixel, no codec.
#pragma once

#include <mediaedit/geometry.hpp>
#include <mediaedit/time.hpp>

#include <map>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace mediaedit {

/// Clockwise.
enum class Turn { none, right, half, left };

/// How a picture meets a canvas of another shape.
enum class Fit {
    cover,    ///< fill the canvas, cut what stands over, around the focus
    contain,  ///< show all, fill the rest with the background colour
    blur,     ///< show all, fill the rest with the picture's own blurred copy
    stretch,  ///< distort
};

enum class HideWith { blur, pixels, solid };

/// Where a moving area is at one moment.
struct PathPoint {
    Time at{0};
    Area area{};
    bool operator==(const PathPoint&) const = default;
};

/// A part of the picture that must not be recognised. Units: `area` in fractions of the picture as
/// seen.
struct HiddenArea {
    Area area{};
    HideWith with = HideWith::blur;
    std::optional<TimeRange> when{};  ///< videos only; absent: always
    /// Videos only, in rising time: the area moves evenly from point to point, and stands still
    /// before the first and after the last. Empty: it stands still at `area`, which is not used
    /// otherwise.
    std::vector<PathPoint> path{};
    bool operator==(const HiddenArea&) const = default;
};

/// A found face that shall stay as it is. Units: `area` in fractions of the picture as seen.
/// A face is meant when its middle lies in `area`; in a video all along its way, as far as that
/// lies in `when`.
struct KeptFace {
    Area area{};
    std::optional<TimeRange> when{};  ///< videos only; absent: always
    bool operator==(const KeptFace&) const = default;
};

/// The result's frame.
struct Canvas {
    PixelSize size;
    Fit fit = Fit::cover;
    Color background{255, 255, 255, 255};
    Margins safe_area{};                 ///< what the platform lays its own things over
    std::optional<Area> picture_area{};  ///< the part of the result that the picture is fitted
                                         ///< into; the rest is background. Absent: all
    bool operator==(const Canvas&) const = default;
};

/// Light and colour. Units: -1 to 1, 0 changes nothing.
struct Adjust {
    double light = 0;
    double contrast = 0;
    double color = 0;  ///< saturation
    double warmth = 0;
    bool automatic =
        false;  ///< one gentle fix, measured from the picture; never makes a good photo worse
    bool operator==(const Adjust&) const = default;
};

enum class Anchor {
    top_left,
    top,
    top_right,
    left,
    center,
    right,
    bottom_left,
    bottom,
    bottom_right,
};

/// How text is kept readable.
enum class TextStyle {
    automatic,  ///< plain, outline or box, chosen from what lies beneath
    plain,
    outline,
    shadow,
    box,
};

/// Words on the result. Units: `size` is the letters' height (em) as a fraction of the result's
/// shorter side; `max_width` a fraction of the safe area's width; `offset` fractions of the result,
/// rightwards and downwards. With `area` (fractions of the result) it stands there instead of in
/// the safe area: lines break at its width, plain letters begin exactly at its edge, and
/// `max_width` and `offset` are not used.
struct TextOverlay {
    std::string text{};  ///< UTF-8; a newline starts a new line
    Anchor anchor = Anchor::bottom;
    Point offset{0, 0};
    double size = 0.06;
    double max_width = 1.0;
    Color color{255, 255, 255, 255};
    std::optional<Color> box_color{};  ///< absent: chosen against `color`
    TextStyle style = TextStyle::automatic;
    std::string font = "Noto Sans Bold";  ///< a Pango font description without a size
    std::optional<TimeRange> when{};
    std::optional<Area> area{};
    std::optional<double> min_size{};  ///< as `size`: a text that does not fit is set no smaller;
                                       ///< absent: 60 % of `size`, or 45 % to keep a word whole
    bool operator==(const TextOverlay&) const = default;
};

/// A logo, or with `area` another photo. Units: `size` is its longer side as a fraction of the
/// result's shorter side. With `area` (fractions of the result) it fills that part and what stands
/// over is cut, around `focus`; `anchor`, `offset` and `size` are not used.
struct PictureOverlay {
    std::string file{};  ///< a path, relative to the recipe's folder when read from a file; or
                         ///< "data:image/png;base64,..."
    Anchor anchor = Anchor::top_left;
    Point offset{0, 0};
    double size = 0.18;
    double opacity = 1.0;
    std::optional<TimeRange> when{};
    std::optional<Area> area{};
    std::optional<Point> focus{};  ///< with `area`, in the picture set upright; absent: found
                                   ///< (faces, else what draws the eye)
    double radius = 0;             ///< with `area`: of its round corners, as `size`
    bool operator==(const PictureOverlay&) const = default;
};

/// A QR code with its quiet zone. Units: `size` is its side as a fraction of the result's shorter
/// side.
struct QrOverlay {
    std::string text{};
    Anchor anchor = Anchor::bottom_right;
    Point offset{0, 0};
    double size = 0.22;
    std::optional<TimeRange> when{};
    bool operator==(const QrOverlay&) const = default;
};

/// A coloured part of the result: a ground for words, a bar. Units: `area` fractions of the result;
/// `radius` a fraction of its shorter side.
struct PanelOverlay {
    Area area{};
    Color color{0, 0, 0, 255};
    std::optional<Color>
        to{};           ///< the colour at its lower edge, `color` then being that at the upper one
    double radius = 0;  ///< of its round corners
    std::optional<TimeRange> when{};
    bool operator==(const PanelOverlay&) const = default;
};

using Overlay = std::variant<TextOverlay, PictureOverlay, QrOverlay, PanelOverlay>;

/// The sound of a video; photos ignore it.
struct Sound {
    enum class Kind { keep, off, level, replace, mix } kind = Kind::keep;
    std::string file{};  ///< for `replace`, and for `mix` the music beneath the video's own sound
    bool level = false;  ///< for `mix`: the sum is brought to the usual loudness
    bool operator==(const Sound&) const = default;
};

/// What one placement wants otherwise than the rest; an absent member changes nothing.
struct Override {
    std::optional<Area> crop{};
    std::optional<Point> focus{};
    std::optional<Fit> fit{};
    std::optional<Color> background{};
    std::optional<std::vector<Overlay>> overlays{};
    std::optional<Area> picture_area{};  ///< `{0, 0, 1, 1}`: all of the result
    bool operator==(const Override&) const = default;
};

/// The edit. One fixed order: upright -> turn, mirror, straighten -> hide -> crop -> fit -> adjust
/// -> overlays. `crop`, `focus` and `hidden` are fractions of the picture as seen after the
/// turning; overlays of the result.
struct Recipe {
    std::vector<TimeRange> keep{};  ///< videos only. Empty: all. Several: joined in order
    Turn turn = Turn::none;
    bool mirror = false;
    double straighten_deg = 0;  ///< clockwise, -45 to 45; the empty corners are cut away
    std::vector<HiddenArea> hidden{};
    std::optional<HideWith> hide_faces{};  ///< every face that is found; finding is never certain
    std::vector<KeptFace> keep_faces{};  ///< but for these; without `hide_faces` they mean nothing
    std::optional<Area> crop{};
    std::optional<Point> focus{};    ///< absent: found (faces, else what draws the eye)
    std::optional<Canvas> canvas{};  ///< absent: the size of the crop
    Adjust adjust{};
    std::vector<Overlay> overlays{};
    Sound sound{};
    std::optional<double> constant_rate{};         ///< videos only. Units: frames a second
    std::map<std::string, Override> placements{};  ///< by placement id, applied by `recipe_for`
    bool operator==(const Recipe&) const = default;
};

}  // namespace mediaedit
