// From a recipe to its canonical JSON.
#include "recipe/schema.hpp"
#include "recipe/words.hpp"

#include <mediaedit/recipe_json.hpp>

#include <nlohmann/json.hpp>

namespace mediaedit {
namespace internal {
namespace {

using Json = nlohmann::ordered_json;

double seconds(Time time) { return static_cast<double>(time.count()) / 1e6; }

Json to_json(const Area& area) { return Json::array({area.x, area.y, area.width, area.height}); }
Json to_json(const Point& point) { return Json::array({point.x, point.y}); }

Json to_json(const TimeRange& range) {
    auto json = Json::object();
    json["from_s"] = seconds(range.start);
    if (range.end) json["to_s"] = seconds(*range.end);
    return json;
}

/// Writes `name` unless it has its default.
template <class Value>
void put(Json& json, const char* name, const Value& value, const Value& standard) {
    if (value == standard) return;
    if constexpr (std::is_enum_v<Value>) json[name] = word_of(value);
    else if constexpr (std::is_same_v<Value, Color>) json[name] = to_text(value);
    else if constexpr (std::is_same_v<Value, Point> || std::is_same_v<Value, Area>)
        json[name] = to_json(value);
    else json[name] = value;
}

template <class OneOverlay>
void put_place(Json& json, const OneOverlay& overlay, const OneOverlay& standard) {
    put(json, "anchor", overlay.anchor, standard.anchor);
    put(json, "offset", overlay.offset, standard.offset);
    put(json, "size", overlay.size, standard.size);
}

struct OverlayWriter {
    Json operator()(const TextOverlay& text) const {
        static const TextOverlay standard;
        auto json = Json{{"kind", "text"}, {"text", text.text}};
        put_place(json, text, standard);
        put(json, "max_width", text.max_width, standard.max_width);
        put(json, "color", text.color, standard.color);
        if (text.box_color) json["box_color"] = to_text(*text.box_color);
        put(json, "style", text.style, standard.style);
        put(json, "font", text.font, standard.font);
        if (text.area) json["area"] = to_json(*text.area);
        if (text.min_size) json["min_size"] = *text.min_size;
        if (text.when) json["when"] = to_json(*text.when);
        return json;
    }
    Json operator()(const PictureOverlay& picture) const {
        static const PictureOverlay standard;
        auto json = Json{{"kind", "picture"}, {"file", picture.file}};
        put_place(json, picture, standard);
        put(json, "opacity", picture.opacity, standard.opacity);
        if (picture.area) json["area"] = to_json(*picture.area);
        if (picture.focus) json["focus"] = to_json(*picture.focus);
        put(json, "radius", picture.radius, standard.radius);
        if (picture.when) json["when"] = to_json(*picture.when);
        return json;
    }
    Json operator()(const QrOverlay& code) const {
        static const QrOverlay standard;
        auto json = Json{{"kind", "qr"}, {"text", code.text}};
        put_place(json, code, standard);
        if (code.when) json["when"] = to_json(*code.when);
        return json;
    }
    Json operator()(const PanelOverlay& panel) const {
        auto json =
            Json{{"kind", "panel"}, {"area", to_json(panel.area)}, {"color", to_text(panel.color)}};
        if (panel.to) json["to"] = to_text(*panel.to);
        put(json, "radius", panel.radius, 0.0);
        if (panel.when) json["when"] = to_json(*panel.when);
        return json;
    }
};

Json to_json(const std::vector<Overlay>& overlays) {
    auto json = Json::array();
    for (const auto& overlay : overlays) json.push_back(std::visit(OverlayWriter{}, overlay));
    return json;
}

Json to_json(const Canvas& canvas) {
    static const Canvas standard;
    auto json = Json{{"width", canvas.size.width}, {"height", canvas.size.height}};
    put(json, "fit", canvas.fit, standard.fit);
    put(json, "background", canvas.background, standard.background);
    if (canvas.safe_area != Margins{}) {
        auto margins = Json::object();
        put(margins, "top", canvas.safe_area.top, 0.0);
        put(margins, "right", canvas.safe_area.right, 0.0);
        put(margins, "bottom", canvas.safe_area.bottom, 0.0);
        put(margins, "left", canvas.safe_area.left, 0.0);
        json["safe_area"] = margins;
    }
    if (canvas.picture_area) json["picture_area"] = to_json(*canvas.picture_area);
    return json;
}

Json to_json(const Adjust& adjust) {
    auto json = Json::object();
    put(json, "light", adjust.light, 0.0);
    put(json, "contrast", adjust.contrast, 0.0);
    put(json, "color", adjust.color, 0.0);
    put(json, "warmth", adjust.warmth, 0.0);
    put(json, "automatic", adjust.automatic, false);
    return json;
}

Json to_json(const Override& wish) {
    auto json = Json::object();
    if (wish.crop) json["crop"] = to_json(*wish.crop);
    if (wish.focus) json["focus"] = to_json(*wish.focus);
    if (wish.fit) json["fit"] = word_of(*wish.fit);
    if (wish.background) json["background"] = to_text(*wish.background);
    if (wish.overlays) json["overlays"] = to_json(*wish.overlays);
    if (wish.picture_area) json["picture_area"] = to_json(*wish.picture_area);
    return json;
}

Json to_json(const HiddenArea& hidden) {
    auto json = Json::object();
    if (hidden.path.empty() || hidden.area != hidden.path.front().area)
        json["area"] = to_json(hidden.area);
    put(json, "with", hidden.with, HideWith::blur);
    if (hidden.when) json["when"] = to_json(*hidden.when);
    for (const auto& point : hidden.path)
        json["path"].push_back(Json{{"at_s", seconds(point.at)}, {"area", to_json(point.area)}});
    return json;
}

Json to_json(const KeptFace& kept) {
    auto json = Json{{"area", to_json(kept.area)}};
    if (kept.when) json["when"] = to_json(*kept.when);
    return json;
}

Json to_json_object(const Recipe& recipe) {
    static const Recipe standard;
    auto json = Json{{"schema", recipe_schema}};
    if (!recipe.keep.empty()) {
        auto keep = Json::array();
        for (const auto& range : recipe.keep) keep.push_back(to_json(range));
        json["keep"] = keep;
    }
    put(json, "turn", recipe.turn, standard.turn);
    put(json, "mirror", recipe.mirror, standard.mirror);
    put(json, "straighten_deg", recipe.straighten_deg, standard.straighten_deg);
    for (const auto& hidden : recipe.hidden) json["hidden"].push_back(to_json(hidden));
    if (recipe.hide_faces) json["hide_faces"] = word_of(*recipe.hide_faces);
    for (const auto& kept : recipe.keep_faces) json["keep_faces"].push_back(to_json(kept));
    if (recipe.crop) json["crop"] = to_json(*recipe.crop);
    if (recipe.focus) json["focus"] = to_json(*recipe.focus);
    if (recipe.canvas) json["canvas"] = to_json(*recipe.canvas);
    if (recipe.adjust != Adjust{}) json["adjust"] = to_json(recipe.adjust);
    if (!recipe.overlays.empty()) json["overlays"] = to_json(recipe.overlays);
    if (recipe.sound != Sound{}) {
        auto sound = Json{{"kind", word_of(recipe.sound.kind)}};
        put(sound, "file", recipe.sound.file, std::string());
        put(sound, "level", recipe.sound.level, false);
        json["sound"] = sound;
    }
    if (recipe.constant_rate) json["constant_rate"] = *recipe.constant_rate;
    if (!recipe.placements.empty()) {
        auto wishes = Json::object();
        for (const auto& [id, wish] : recipe.placements) wishes[id] = to_json(wish);
        json["placements"] = wishes;
    }
    return json;
}

}  // namespace
}  // namespace internal

std::string to_json(const Recipe& recipe) {
    return internal::to_json_object(recipe).dump(2, ' ', false,
                                                 nlohmann::ordered_json::error_handler_t::replace) +
           "\n";
}

}  // namespace mediaedit
