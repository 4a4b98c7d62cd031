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

/// A part of the picture that must not be recognised. Units: `area` in fractions of the picture as seen.
struct HiddenArea {
    Area area{};
    HideWith with = HideWith::blur;
    std::optional<TimeRange> when{};  ///< videos only; absent: always
    bool operator==(const HiddenArea&) const = default;
};

/// The result's frame.
struct Canvas {
    PixelSize size;
    Fit fit = Fit::cover;
    Color background{255, 255, 255, 255};
    Margins safe_area{};  ///< what the platform lays its own things over
    bool operator==(const Canvas&) const = default;
};

/// Light and colour. Units: -1 to 1, 0 changes nothing.
struct Adjust {
    double light = 0;
    double contrast = 0;
    double color = 0;   ///< saturation
    double warmth = 0;
    bool automatic = false;  ///< one gentle fix, measured from the picture; never makes a good photo worse
    bool operator==(const Adjust&) const = default;
};

enum class Anchor {
    top_left, top, top_right,
    left, center, right,
    bottom_left, bottom, bottom_right,
};

/// How text is kept readable.
enum class TextStyle {
    automatic,  ///< plain, outline or box, chosen from what lies beneath
    plain,
    outline,
    shadow,
    box,
};

/// Words on the result. Units: `size` is the letters' height (em) as a fraction of the result's shorter side;
/// `max_width` a fraction of the safe area's width; `offset` fractions of the result, rightwards and downwards.
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
    bool operator==(const TextOverlay&) const = default;
};

/// A logo. Units: `size` is its longer side as a fraction of the result's shorter side.
struct PictureOverlay {
    std::string file{};  ///< a path; relative to the recipe's folder when read from a file
    Anchor anchor = Anchor::top_left;
    Point offset{0, 0};
    double size = 0.18;
    double opacity = 1.0;
    std::optional<TimeRange> when{};
    bool operator==(const PictureOverlay&) const = default;
};

/// A QR code with its quiet zone. Units: `size` is its side as a fraction of the result's shorter side.
struct QrOverlay {
    std::string text{};
    Anchor anchor = Anchor::bottom_right;
    Point offset{0, 0};
    double size = 0.22;
    std::optional<TimeRange> when{};
    bool operator==(const QrOverlay&) const = default;
};

using Overlay = std::variant<TextOverlay, PictureOverlay, QrOverlay>;

/// The sound of a video; photos ignore it.
struct Sound {
    enum class Kind { keep, off, level, replace, mix } kind = Kind::keep;
    std::string file{};             ///< for `replace`, and for `mix` the music beneath the video's own sound
    bool level = false;             ///< for `mix`: the sum is brought to the usual loudness
    bool operator==(const Sound&) const = default;
};

/// What one placement wants otherwise than the rest; an absent member changes nothing.
struct Override {
    std::optional<Area> crop{};
    std::optional<Point> focus{};
    std::optional<Fit> fit{};
    std::optional<Color> background{};
    std::optional<std::vector<Overlay>> overlays{};
    bool operator==(const Override&) const = default;
};

/// The edit. One fixed order: upright -> turn, mirror, straighten -> hide -> crop -> fit -> adjust -> overlays.
/// `crop`, `focus` and `hidden` are fractions of the picture as seen after the turning; overlays of the result.
struct Recipe {
    std::vector<TimeRange> keep{};  ///< videos only. Empty: all. Several: joined in order
    Turn turn = Turn::none;
    bool mirror = false;
    double straighten_deg = 0;    ///< clockwise, -45 to 45; the empty corners are cut away
    std::vector<HiddenArea> hidden{};
    std::optional<HideWith> hide_faces{};  ///< every face that is found; finding is never certain
    std::optional<Area> crop{};
    std::optional<Point> focus{};   ///< absent: found (faces, else what draws the eye)
    std::optional<Canvas> canvas{}; ///< absent: the size of the crop
    Adjust adjust{};
    std::vector<Overlay> overlays{};
    Sound sound{};
    std::optional<double> constant_rate{};       ///< videos only. Units: frames a second
    std::map<std::string, Override> placements{}; ///< by placement id, applied by `recipe_for`
    bool operator==(const Recipe&) const = default;
};

}  // namespace mediaedit
