// How areas, points, times and colours stand in JSON.
#include "recipe/json_values.hpp"

#include <array>
#include <cmath>
#include <cstddef>
#include <cstdint>

namespace mediaedit::internal {
namespace {

/// Fractions are often written as 0.333 + 0.667.
constexpr double fraction_slack = 1e-6;
/// Thirty years: what is longer is a mistake, and does not fit into the clocks of containers.
constexpr Time latest{1'000'000'000LL * 1'000'000};

template <std::size_t count>
std::array<double, count> read_numbers(const nlohmann::json& json, const std::string& path,
                                       std::string_view example) {
    if (!json.is_array() || json.size() != count) Fields::wrong_type(path, example);
    std::array<double, count> numbers;
    for (std::size_t i = 0; i < count; ++i) numbers[i] = Fields::number(json[i], path);
    return numbers;
}

nlohmann::ordered_json numbers_schema(std::size_t count, double least, double most) {
    return {{"type", "array"},
            {"minItems", count},
            {"maxItems", count},
            {"items", {{"type", "number"}, {"minimum", least}, {"maximum", most}}}};
}

}  // namespace

void Codec<Area>::read(const nlohmann::json& json, Area& area, const std::string& path,
                       const ReadContext&) {
    const auto [x, y, width, height] = read_numbers<4>(json, path, "[0.1, 0.2, 0.5, 0.5]");
    area = {x, y, width, height};
}

void Codec<Area>::check(const Area& area, const JsonPath& path, Checked checked) {
    if (checked != Checked::values) return;
    for (const double value : {area.x, area.y, area.width, area.height})
        Between{0, 1}.check(value, path);
    if (area.width <= 0 || area.height <= 0)
        fail_at(path, tr("The area {field} has no width or no height.", {{"field", path.text()}}));
    if (area.x + area.width > 1 + fraction_slack || area.y + area.height > 1 + fraction_slack)
        fail_at(path,
                tr("The area {field} reaches outside the picture.", {{"field", path.text()}}));
}

nlohmann::ordered_json Codec<Area>::schema() { return numbers_schema(4, 0, 1); }

void Codec<Point>::read(const nlohmann::json& json, Point& point, const std::string& path,
                        const ReadContext&) {
    const auto [x, y] = read_numbers<2>(json, path, "[0.5, 0.5]");
    point = {x, y};
}

nlohmann::ordered_json Codec<Point>::schema() { return numbers_schema(2, -1, 1); }

void InPicture::check(const Point& point, const JsonPath& path) {
    for (const double value : {point.x, point.y}) Between{0, 1}.check(value, path);
}

void InPicture::describe(nlohmann::ordered_json& schema) { schema = numbers_schema(2, 0, 1); }

void Offset::check(const Point& point, const JsonPath& path) {
    for (const double value : {point.x, point.y}) Between{-1, 1}.check(value, path);
}

void Offset::describe(nlohmann::ordered_json& schema) { schema = numbers_schema(2, -1, 1); }

void Codec<Time>::read(const nlohmann::json& json, Time& time, const std::string& path,
                       const ReadContext&) {
    const double seconds = Fields::number(json, path);
    if (!std::isfinite(seconds) || std::abs(seconds) > 1e9) Fields::wrong_type(path, "1.5");
    time = Time(std::llround(seconds * 1e6));
}

void Codec<Time>::check(Time time, const JsonPath& path, Checked checked) {
    if (checked == Checked::values && time > latest)
        fail_at(path, tr("The time {field} is too late for any video.", {{"field", path.text()}}));
}

void Codec<Color>::read(const nlohmann::json& json, Color& color, const std::string& path,
                        const ReadContext&) {
    const auto read = color_from_text(Fields::text(json, path));
    if (!read) Fields::wrong_type(path, "#1a2b3c");
    color = *read;
}

nlohmann::ordered_json Codec<Color>::schema() {
    return {{"type", "string"}, {"pattern", "^#([0-9a-fA-F]{6}|[0-9a-fA-F]{8})$"}};
}

}  // namespace mediaedit::internal
