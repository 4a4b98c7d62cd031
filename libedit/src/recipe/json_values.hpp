// How areas, points, times and colours stand in JSON.
#pragma once

#include "json/codec.hpp"
#include "recipe/words.hpp"

#include <mediaedit/geometry.hpp>
#include <mediaedit/time.hpp>

#include <optional>
#include <string>

namespace mediaedit::internal {

/// [x, y, width, height], within the picture and not empty.
template <>
struct Codec<Area> {
    static void read(const nlohmann::json& json, Area& area, const std::string& path,
                     const ReadContext&);
    static nlohmann::ordered_json write(const Area& area) {
        return {area.x, area.y, area.width, area.height};
    }
    static void check(const Area& area, const JsonPath& path, Checked checked);
    static nlohmann::ordered_json schema();
};

/// [x, y]
template <>
struct Codec<Point> {
    static void read(const nlohmann::json& json, Point& point, const std::string& path,
                     const ReadContext&);
    static nlohmann::ordered_json write(const Point& point) { return {point.x, point.y}; }
    static void check(const Point&, const JsonPath&, Checked) {}
    static nlohmann::ordered_json schema();
};

/// A point of the picture.
struct InPicture {
    /// Errors: bad_recipe.
    static void check(const Point& point, const JsonPath& path);
    static void describe(nlohmann::ordered_json& schema);
};

/// A distance of up to the whole picture.
struct Offset {
    /// Errors: bad_recipe.
    static void check(const Point& point, const JsonPath& path);
    static void describe(nlohmann::ordered_json& schema);
};

/// Seconds. Precision: microseconds.
template <>
struct Codec<Time> {
    static void read(const nlohmann::json& json, Time& time, const std::string& path,
                     const ReadContext&);
    static nlohmann::ordered_json write(Time time) {
        return static_cast<double>(time.count()) / 1e6;
    }
    static void check(Time time, const JsonPath& path, Checked checked);
    static nlohmann::ordered_json schema() { return {{"type", "number"}}; }
};

/// "#1a2b3c"
template <>
struct Codec<Color> : PlainCodec<Color> {
    static void read(const nlohmann::json& json, Color& color, const std::string& path,
                     const ReadContext&);
    static nlohmann::ordered_json write(Color color) { return to_text(color); }
    static nlohmann::ordered_json schema();
};

}  // namespace mediaedit::internal
