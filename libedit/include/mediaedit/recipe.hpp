// An edit as a value. It describes the result without naming a source, a pixel size of the source,
// or a codec.
//
//     Recipe recipe;
//     recipe.crop = Area{0.1, 0, 0.8, 1};
//     recipe.canvas = Canvas{{1080, 1350}};
//     recipe.overlays = {TextOverlay{.text = "Kerja bakti, Minggu 07.00"}};
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

/// How a picture is fitted to a canvas of another shape.
enum class Fit {
    cover,    ///< fill the canvas and crop around the focus
    contain,  ///< show all, fill the rest with the background colour
    blur,     ///< show all, fill the rest with a blurred copy of the picture
    stretch,  ///< distort
};

enum class HideWith { blur, pixels, solid };

/// The position of a moving area at one time.
struct PathPoint {
    Time at{0};
    Area area{};
    bool operator==(const PathPoint&) const = default;
};

/// A part of the picture to make unrecognisable. Units: `area` is in fractions of the turned
/// picture.
struct HiddenArea {
    Area area{};
    HideWith with = HideWith::blur;
    std::optional<TimeRange> when{};  ///< videos only; absent: always
    /// Videos only, in rising time. The area moves linearly between points, and does not move
    /// before the first and after the last. If not empty, it replaces `area`.
    std::vector<PathPoint> path{};
    bool operator==(const HiddenArea&) const = default;
};

/// A detected face that stays visible: one whose centre lies in `area`, in a video at all times of
/// `when` at which the face is followed. Units: `area` is in fractions of the turned picture.
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
    Margins safe_area{};  ///< covered by the platform's interface
    /// The part of the result that the picture is fitted into; the rest is background. Absent: all.
    std::optional<Area> picture_area{};
    bool operator==(const Canvas&) const = default;
};

/// Light and colour. Units: -1 to 1; 0 changes nothing.
struct Adjust {
    double light = 0;
    double contrast = 0;
    double color = 0;  ///< saturation
    double warmth = 0;
    bool automatic = false;  ///< a mild correction measured from the picture; keeps good photos
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
    automatic,  ///< plain, outline or box, depending on the picture beneath
    plain,
    outline,
    shadow,
    box,
};

/// A text on the result. Units: `size` is the font size (em) as a fraction of the result's shorter
/// side; `max_width` a fraction of the safe area's width; `offset` fractions of the result, to the
/// right and down. `area` (fractions of the result) replaces the safe area: lines break at its
/// width, plain letters begin exactly at its edge, and `max_width` and `offset` are ignored.
struct TextOverlay {
    std::string text{};  ///< UTF-8; a newline starts a new line
    Anchor anchor = Anchor::bottom;
    Point offset{0, 0};
    double size = 0.06;
    double max_width = 1.0;
    Color color{255, 255, 255, 255};
    std::optional<Color> box_color{};  ///< absent: chosen to contrast with `color`
    TextStyle style = TextStyle::automatic;
    std::string font = "Noto Sans Bold";  ///< a Pango font description without a size
    std::optional<TimeRange> when{};
    std::optional<Area> area{};
    /// The smallest size of a text that does not fit, in the unit of `size`. Absent: 60 % of
    /// `size`, or 45 % if that avoids breaking a word.
    std::optional<double> min_size{};
    bool operator==(const TextOverlay&) const = default;
};

/// A logo, or with `area` another photo. Units: `size` is its longer side as a fraction of the
/// result's shorter side. With `area` (fractions of the result), the picture fills that area and is
/// cropped around `focus`; `anchor`, `offset` and `size` are ignored.
struct PictureOverlay {
    /// A path, or "data:image/png;base64,...". In a recipe file, a relative path is resolved
    /// against the file's folder.
    std::string file{};
    Anchor anchor = Anchor::top_left;
    Point offset{0, 0};
    double size = 0.18;
    double opacity = 1.0;
    std::optional<TimeRange> when{};
    std::optional<Area> area{};
    /// With `area`: in fractions of this upright picture. Absent: detected (faces, else the most
    /// salient part).
    std::optional<Point> focus{};
    double radius = 0;  ///< with `area`: corner radius, in the unit of `size`
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

/// A filled rectangle: a background for text, a bar. Units: `area` is in fractions of the result,
/// `radius` a fraction of its shorter side.
struct PanelOverlay {
    Area area{};
    Color color{0, 0, 0, 255};
    std::optional<Color> to{};  ///< a vertical gradient: `color` at the top, this at the bottom
    double radius = 0;          ///< of the corners
    std::optional<TimeRange> when{};
    bool operator==(const PanelOverlay&) const = default;
};

using Overlay = std::variant<TextOverlay, PictureOverlay, QrOverlay, PanelOverlay>;

/// The audio of a video; ignored for photos.
struct Audio {
    enum class Kind { keep, off, level, replace, mix } kind = Kind::keep;
    std::string file{};  ///< `replace`: the new audio; `mix`: music under the video's own audio
    bool level = false;  ///< `mix`: normalise the loudness of the mix
    bool operator==(const Audio&) const = default;
};

/// Overrides for one placement; unset members keep the recipe's value.
struct Override {
    std::optional<Area> crop{};
    std::optional<Point> focus{};
    std::optional<Fit> fit{};
    std::optional<Color> background{};
    std::optional<std::vector<Overlay>> overlays{};
    std::optional<Area> picture_area{};  ///< `{0, 0, 1, 1}`: the whole result
    bool operator==(const Override&) const = default;
};

/// The edit. The order is fixed: upright -> turn, mirror, straighten -> hide -> crop -> fit ->
/// adjust -> overlays. `crop`, `focus`, `hidden` and `keep_faces` are in fractions of the turned
/// picture (after turn, mirror and straighten), overlays in fractions of the result.
struct Recipe {
    std::vector<TimeRange> keep{};  ///< videos only; empty: all; several are joined in order
    Turn turn = Turn::none;
    bool mirror = false;
    double straighten_deg = 0;  ///< clockwise, -45 to 45; empty corners are cropped away
    std::vector<HiddenArea> hidden{};
    std::optional<HideWith> hide_faces{};  ///< hides all detected faces; detection misses some
    std::vector<KeptFace> keep_faces{};    ///< exceptions to `hide_faces`
    std::optional<Area> crop{};
    std::optional<Point> focus{};    ///< absent: detected (faces, else the most salient part)
    std::optional<Canvas> canvas{};  ///< absent: the size of the crop
    Adjust adjust{};
    std::vector<Overlay> overlays{};
    Audio audio{};
    std::optional<double> constant_rate{};         ///< videos only; frames per second
    std::map<std::string, Override> placements{};  ///< by placement id, applied by `recipe_for`
    bool operator==(const Recipe&) const = default;
};

}  // namespace mediaedit
