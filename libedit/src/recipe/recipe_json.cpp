// From JSON to a recipe.
#include "base/guard.hpp"
#include "base/system/system.hpp"
#include "recipe/json_words.hpp"
#include "recipe/recipe_files.hpp"
#include "recipe/schema.hpp"
#include "recipe/validate.hpp"

#include <mediaedit/recipe_json.hpp>

#include <cmath>

namespace mediaedit {
namespace internal {
namespace {

using nlohmann::json;

constexpr std::int64_t max_recipe_bytes = 4 << 20;

template <std::size_t count>
std::array<double, count> read_numbers(const json& value, const std::string& path,
                                       std::string_view example) {
    if (!value.is_array() || value.size() != count) Fields::wrong_type(path, example);
    std::array<double, count> numbers;
    for (std::size_t i = 0; i < count; ++i) numbers[i] = Fields::number(value[i], path);
    return numbers;
}

Area read_area(const json& value, const std::string& path) {
    const auto [x, y, width, height] = read_numbers<4>(value, path, "[0.1, 0.2, 0.5, 0.5]");
    return {x, y, width, height};
}

Point read_point(const json& value, const std::string& path) {
    const auto [x, y] = read_numbers<2>(value, path, "[0.5, 0.5]");
    return {x, y};
}

Time read_time(const json& value, const std::string& path) {
    const double seconds = Fields::number(value, path);
    if (!std::isfinite(seconds) || std::abs(seconds) > 1e9) Fields::wrong_type(path, "1.5");
    return Time(std::llround(seconds * 1e6));
}

TimeRange read_range(const json& value, const std::string& path) {
    Fields fields(value, path);
    TimeRange range;
    if (const auto* from = fields.find("from_s"))
        range.start = read_time(*from, fields.path_of("from_s"));
    if (const auto* to = fields.find("to_s")) range.end = read_time(*to, fields.path_of("to_s"));
    fields.done();
    return range;
}

/// The fields that all overlays share.
template <class OneOverlay>
void read_place(Fields& fields, OneOverlay& overlay) {
    if (const auto* anchor = fields.find("anchor"))
        overlay.anchor = read_word<Anchor>(*anchor, fields.path_of("anchor"));
    if (const auto* offset = fields.find("offset"))
        overlay.offset = read_point(*offset, fields.path_of("offset"));
    fields.read("size", overlay.size);
    if (const auto* when = fields.find("when"))
        overlay.when = read_range(*when, fields.path_of("when"));
}

Overlay read_overlay(const json& value, const std::string& path) {
    Fields fields(value, path);
    const auto kind = Fields::text(fields.need("kind"), fields.path_of("kind"));
    if (kind == "text") {
        TextOverlay text;
        text.text = Fields::text(fields.need("text"), fields.path_of("text"));
        read_place(fields, text);
        fields.read("max_width", text.max_width);
        if (const auto* color = fields.find("color"))
            text.color = read_color(*color, fields.path_of("color"));
        if (const auto* color = fields.find("box_color"))
            text.box_color = read_color(*color, fields.path_of("box_color"));
        if (const auto* style = fields.find("style"))
            text.style = read_word<TextStyle>(*style, fields.path_of("style"));
        fields.read("font", text.font);
        if (const auto* area = fields.find("area"))
            text.area = read_area(*area, fields.path_of("area"));
        if (const auto* size = fields.find("min_size"))
            text.min_size = Fields::number(*size, fields.path_of("min_size"));
        fields.done();
        return text;
    }
    if (kind == "picture") {
        PictureOverlay picture;
        picture.file = Fields::text(fields.need("file"), fields.path_of("file"));
        read_place(fields, picture);
        fields.read("opacity", picture.opacity);
        if (const auto* area = fields.find("area"))
            picture.area = read_area(*area, fields.path_of("area"));
        if (const auto* focus = fields.find("focus"))
            picture.focus = read_point(*focus, fields.path_of("focus"));
        fields.read("radius", picture.radius);
        fields.done();
        return picture;
    }
    if (kind == "qr") {
        QrOverlay code;
        code.text = Fields::text(fields.need("text"), fields.path_of("text"));
        read_place(fields, code);
        fields.done();
        return code;
    }
    if (kind == "panel") {
        PanelOverlay panel;
        panel.area = read_area(fields.need("area"), fields.path_of("area"));
        panel.color = read_color(fields.need("color"), fields.path_of("color"));
        if (const auto* color = fields.find("to"))
            panel.to = read_color(*color, fields.path_of("to"));
        fields.read("radius", panel.radius);
        if (const auto* when = fields.find("when"))
            panel.when = read_range(*when, fields.path_of("when"));
        fields.done();
        return panel;
    }
    fail(ErrorCode::bad_recipe,
         tr("{value} is not possible for {field}; choose one of: {choices}.",
            {{"value", kind},
             {"field", fields.path_of("kind")},
             {"choices", "text, picture, qr, panel"}}),
         fields.path_of("kind"));
}

template <class Item, class Read>
std::vector<Item> read_list(const json& value, const std::string& path, Read read) {
    if (!value.is_array()) Fields::wrong_type(path, "[...]");
    std::vector<Item> items;
    items.reserve(value.size());
    for (std::size_t i = 0; i < value.size(); ++i)
        items.push_back(read(value[i], path + "[" + std::to_string(i) + "]"));
    return items;
}

PathPoint read_path_point(const json& value, const std::string& path) {
    Fields fields(value, path);
    PathPoint point;
    point.at = read_time(fields.need("at_s"), fields.path_of("at_s"));
    point.area = read_area(fields.need("area"), fields.path_of("area"));
    fields.done();
    return point;
}

HiddenArea read_hidden(const json& value, const std::string& path) {
    Fields fields(value, path);
    HiddenArea hidden;
    if (const auto* points = fields.find("path"))
        hidden.path = read_list<PathPoint>(*points, fields.path_of("path"), read_path_point);
    if (!hidden.path.empty()) hidden.area = hidden.path.front().area;
    if (const auto* area = hidden.path.empty() ? &fields.need("area") : fields.find("area"))
        hidden.area = read_area(*area, fields.path_of("area"));
    if (const auto* with = fields.find("with"))
        hidden.with = read_word<HideWith>(*with, fields.path_of("with"));
    if (const auto* when = fields.find("when"))
        hidden.when = read_range(*when, fields.path_of("when"));
    fields.done();
    return hidden;
}

KeptFace read_kept_face(const json& value, const std::string& path) {
    Fields fields(value, path);
    KeptFace kept;
    kept.area = read_area(fields.need("area"), fields.path_of("area"));
    if (const auto* when = fields.find("when"))
        kept.when = read_range(*when, fields.path_of("when"));
    fields.done();
    return kept;
}

Canvas read_canvas(const json& value, const std::string& path) {
    Fields fields(value, path);
    Canvas canvas;
    canvas.size.width = Fields::whole_number(fields.need("width"), fields.path_of("width"));
    canvas.size.height = Fields::whole_number(fields.need("height"), fields.path_of("height"));
    if (const auto* fit = fields.find("fit"))
        canvas.fit = read_word<Fit>(*fit, fields.path_of("fit"));
    if (const auto* color = fields.find("background"))
        canvas.background = read_color(*color, fields.path_of("background"));
    if (const auto* safe = fields.find("safe_area")) {
        Fields margins(*safe, fields.path_of("safe_area"));
        margins.read("top", canvas.safe_area.top);
        margins.read("right", canvas.safe_area.right);
        margins.read("bottom", canvas.safe_area.bottom);
        margins.read("left", canvas.safe_area.left);
        margins.done();
    }
    if (const auto* area = fields.find("picture_area"))
        canvas.picture_area = read_area(*area, fields.path_of("picture_area"));
    fields.done();
    return canvas;
}

Adjust read_adjust(const json& value, const std::string& path) {
    Fields fields(value, path);
    Adjust adjust;
    fields.read("light", adjust.light);
    fields.read("contrast", adjust.contrast);
    fields.read("color", adjust.color);
    fields.read("warmth", adjust.warmth);
    fields.read("automatic", adjust.automatic);
    fields.done();
    return adjust;
}

Sound read_sound(const json& value, const std::string& path) {
    Fields fields(value, path);
    Sound sound;
    sound.kind = read_word<Sound::Kind>(fields.need("kind"), fields.path_of("kind"));
    fields.read("file", sound.file);
    fields.read("level", sound.level);
    fields.done();
    return sound;
}

Override read_override(const json& value, const std::string& path) {
    Fields fields(value, path);
    Override wish;
    if (const auto* crop = fields.find("crop"))
        wish.crop = read_area(*crop, fields.path_of("crop"));
    if (const auto* focus = fields.find("focus"))
        wish.focus = read_point(*focus, fields.path_of("focus"));
    if (const auto* fit = fields.find("fit"))
        wish.fit = read_word<Fit>(*fit, fields.path_of("fit"));
    if (const auto* color = fields.find("background"))
        wish.background = read_color(*color, fields.path_of("background"));
    if (const auto* overlays = fields.find("overlays"))
        wish.overlays = read_list<Overlay>(*overlays, fields.path_of("overlays"), read_overlay);
    if (const auto* area = fields.find("picture_area"))
        wish.picture_area = read_area(*area, fields.path_of("picture_area"));
    fields.done();
    return wish;
}

Recipe read_recipe_object(const json& value) {
    Fields fields(value, "");
    require_schema(fields.need("schema"));
    Recipe recipe;
    if (const auto* keep = fields.find("keep"))
        recipe.keep = read_list<TimeRange>(*keep, "keep", read_range);
    if (const auto* turn = fields.find("turn")) recipe.turn = read_word<Turn>(*turn, "turn");
    fields.read("mirror", recipe.mirror);
    fields.read("straighten_deg", recipe.straighten_deg);
    if (const auto* hidden = fields.find("hidden"))
        recipe.hidden = read_list<HiddenArea>(*hidden, "hidden", read_hidden);
    if (const auto* with = fields.find("hide_faces"))
        recipe.hide_faces = read_word<HideWith>(*with, "hide_faces");
    if (const auto* kept = fields.find("keep_faces"))
        recipe.keep_faces = read_list<KeptFace>(*kept, "keep_faces", read_kept_face);
    if (const auto* crop = fields.find("crop")) recipe.crop = read_area(*crop, "crop");
    if (const auto* focus = fields.find("focus")) recipe.focus = read_point(*focus, "focus");
    if (const auto* canvas = fields.find("canvas")) recipe.canvas = read_canvas(*canvas, "canvas");
    if (const auto* adjust = fields.find("adjust")) recipe.adjust = read_adjust(*adjust, "adjust");
    if (const auto* overlays = fields.find("overlays"))
        recipe.overlays = read_list<Overlay>(*overlays, "overlays", read_overlay);
    if (const auto* sound = fields.find("sound")) recipe.sound = read_sound(*sound, "sound");
    if (const auto* rate = fields.find("constant_rate"))
        recipe.constant_rate = Fields::number(*rate, "constant_rate");
    if (const auto* wishes = fields.find("placements")) {
        if (!wishes->is_object()) Fields::wrong_type("placements", "{...}");
        for (const auto& [id, wish] : wishes->items())
            recipe.placements[id] = read_override(wish, "placements." + id);
    }
    fields.done();
    require_few(recipe);
    require_valid(recipe);
    return recipe;
}

}  // namespace
}  // namespace internal

Result<Recipe> parse_recipe(std::string_view json) {
    return internal::guard(
        [&] { return internal::read_recipe_object(internal::parse_json(json)); });
}

Result<Recipe> read_recipe(const std::filesystem::path& file) {
    return internal::guard([&] {
        auto recipe = internal::reading(file, [&] {
            return internal::read_recipe_object(
                internal::parse_json(internal::read_text(file, internal::max_recipe_bytes)));
        });
        internal::for_each_file(recipe, [&](std::string& named) {
            named = (file.parent_path() / named).lexically_normal().string();
        });
        return recipe;
    });
}

}  // namespace mediaedit
