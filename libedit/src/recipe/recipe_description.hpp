// The recipe's JSON: "schema": "mediaedit.recipe/1". What the fields mean:
// docs/apps/recipe-format.md.
#pragma once

#include "json/description.hpp"
#include "recipe/json_values.hpp"

#include <mediaedit/recipe.hpp>
#include <mediaedit/recipe_json.hpp>

#include <cstddef>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace mediaedit::internal {

/// More than anybody makes by hand, and few enough to be drawn soon. Paths come from following
/// faces.
inline constexpr std::size_t most_overlays = 200, most_areas = 500, most_ranges = 1'000,
                             most_points = 100'000;
/// A larger canvas is a mistake: the largest placement is a third of it.
inline constexpr double max_canvas_side_px = 16'384;

template <>
struct Described<TimeRange> {
    static void fields(auto& d) {
        d.always("from_s", &TimeRange::start);
        d.field("to_s", &TimeRange::end);
    }
    static void check(const TimeRange& range, const JsonPath& path);
};

template <>
struct Described<PathPoint> {
    static void fields(auto& d) {
        d.needed("at_s", &PathPoint::at);
        d.needed("area", &PathPoint::area);
    }
};

template <>
struct Described<HiddenArea> {
    static void fields(auto& d) {
        d.needed_unless("area", &HiddenArea::area, [](const HiddenArea& hidden) {
            return hidden.path.empty() ? std::nullopt : std::optional(hidden.path.front().area);
        });
        d.field("with", &HiddenArea::with);
        d.field("when", &HiddenArea::when);
        d.field("path", &HiddenArea::path, AtMost{most_points});
    }
    static void check(const HiddenArea& hidden, const JsonPath& path);
};

template <>
struct Described<KeptFace> {
    static void fields(auto& d) {
        d.needed("area", &KeptFace::area);
        d.field("when", &KeptFace::when);
    }
};

template <>
struct Described<Margins> {
    static void fields(auto& d) {
        d.field("top", &Margins::top, Between{0, 1});
        d.field("right", &Margins::right, Between{0, 1});
        d.field("bottom", &Margins::bottom, Between{0, 1});
        d.field("left", &Margins::left, Between{0, 1});
    }
    static void check(const Margins& margins, const JsonPath& path);
};

template <>
struct Described<Canvas> {
    static void fields(auto& d) {
        const Between side_px{1, max_canvas_side_px};
        d.needed(
            "width", [](auto& canvas) -> auto& { return canvas.size.width; }, side_px);
        d.needed(
            "height", [](auto& canvas) -> auto& { return canvas.size.height; }, side_px);
        d.field("fit", &Canvas::fit);
        d.field("background", &Canvas::background);
        d.field("safe_area", &Canvas::safe_area);
        d.field("picture_area", &Canvas::picture_area);
    }
};

template <>
struct Described<Adjust> {
    static void fields(auto& d) {
        d.field("light", &Adjust::light, Between{-1, 1});
        d.field("contrast", &Adjust::contrast, Between{-1, 1});
        d.field("color", &Adjust::color, Between{-1, 1});
        d.field("warmth", &Adjust::warmth, Between{-1, 1});
        d.field("automatic", &Adjust::automatic);
    }
};

/// The fields of overlays that stand at an anchor.
template <class OneOverlay>
void describe_anchored(auto& d, double least_size) {
    d.field("anchor", &OneOverlay::anchor);
    d.field("offset", &OneOverlay::offset, Offset{});
    d.field("size", &OneOverlay::size, Between{least_size, 1});
}

template <>
struct Described<TextOverlay> {
    static constexpr const char* kind = "text";
    static void fields(auto& d) {
        d.needed("text", &TextOverlay::text, Letters{});
        describe_anchored<TextOverlay>(d, 0.005);
        d.field("max_width", &TextOverlay::max_width, Between{0.05, 1});
        d.field("color", &TextOverlay::color);
        d.field("box_color", &TextOverlay::box_color);
        d.field("style", &TextOverlay::style);
        d.field("font", &TextOverlay::font, Letters{});
        d.field("area", &TextOverlay::area);
        d.field("min_size", &TextOverlay::min_size, Between{0.005, 1});
        d.field("when", &TextOverlay::when);
    }
    static void check(const TextOverlay& text, const JsonPath& path);
};

template <>
struct Described<PictureOverlay> {
    static constexpr const char* kind = "picture";
    static void fields(auto& d) {
        d.needed("file", &PictureOverlay::file, FileName{});
        describe_anchored<PictureOverlay>(d, 0.01);
        d.field("opacity", &PictureOverlay::opacity, Between{0, 1});
        d.field("area", &PictureOverlay::area);
        d.field("focus", &PictureOverlay::focus, InPicture{});
        d.field("radius", &PictureOverlay::radius, Between{0, 0.5});
        d.field("when", &PictureOverlay::when);
    }
    static void check(const PictureOverlay& picture, const JsonPath& path);
};

template <>
struct Described<QrOverlay> {
    static constexpr const char* kind = "qr";
    static void fields(auto& d) {
        d.needed("text", &QrOverlay::text, Letters{});
        describe_anchored<QrOverlay>(d, 0.05);
        d.field("when", &QrOverlay::when);
    }
    static void check(const QrOverlay& code, const JsonPath& path);
};

template <>
struct Described<PanelOverlay> {
    static constexpr const char* kind = "panel";
    static void fields(auto& d) {
        d.needed("area", &PanelOverlay::area);
        d.needed("color", &PanelOverlay::color);
        d.field("to", &PanelOverlay::to);
        d.field("radius", &PanelOverlay::radius, Between{0, 0.5});
        d.field("when", &PanelOverlay::when);
    }
};

template <>
struct Described<Audio> {
    static void fields(auto& d) {
        d.needed("kind", &Audio::kind);
        d.field("file", &Audio::file, FileName{});
        d.field("level", &Audio::level);
    }
    static void check(const Audio& audio, const JsonPath& path);
};

template <>
struct Described<Override> {
    static void fields(auto& d) {
        d.field("crop", &Override::crop);
        d.field("focus", &Override::focus, InPicture{});
        d.field("fit", &Override::fit);
        d.field("background", &Override::background);
        d.field("overlays", &Override::overlays, AtMost{most_overlays});
        d.field("picture_area", &Override::picture_area);
    }
};

template <>
struct Described<Recipe> {
    static constexpr const char* schema = "mediaedit.recipe/1";
    static void fields(auto& d) {
        d.field("keep", &Recipe::keep, AtMost{most_ranges});
        d.field("turn", &Recipe::turn);
        d.field("mirror", &Recipe::mirror);
        d.field("straighten_deg", &Recipe::straighten_deg, Between{-45, 45});
        d.field("hidden", &Recipe::hidden, AtMost{most_areas});
        d.field("hide_faces", &Recipe::hide_faces);
        d.field("keep_faces", &Recipe::keep_faces, AtMost{most_areas});
        d.field("crop", &Recipe::crop);
        d.field("focus", &Recipe::focus, InPicture{});
        d.field("canvas", &Recipe::canvas);
        d.field("adjust", &Recipe::adjust);
        d.field("overlays", &Recipe::overlays, AtMost{most_overlays});
        d.field("sound", &Recipe::audio);
        d.field("constant_rate", &Recipe::constant_rate, Between{1, 240});
        d.field("placements", &Recipe::placements, AtMost{most_areas});
    }
    static void check(const Recipe& recipe, const JsonPath& path);
    static Recipe read_file(const std::filesystem::path& file) {
        return value_or_throw(read_recipe(file));
    }
    static void resolve(Recipe& recipe, const std::filesystem::path& folder);
};

}  // namespace mediaedit::internal
