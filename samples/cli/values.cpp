// The forms that values take on the command line.
#include "values.hpp"

#include "usage_error.hpp"

#include <array>
#include <charconv>
#include <cmath>
#include <utility>

namespace cli {
namespace {

using namespace mediaedit;

[[noreturn]] void refuse_value(std::string_view text, const std::string& flag, std::string_view example) {
    refuse(tr("{value} cannot be used for {flag}; it should look like {example}.", {{"value", text}, {"flag", flag}, {"example", example}}), flag);
}

std::optional<double> number_in(std::string_view text) {
    double value = 0;
    const auto* end = text.data() + text.size();
    const auto [stop, problem] = std::from_chars(text.data(), end, value);
    if (problem != std::errc() || stop != end || !std::isfinite(value)) return std::nullopt;
    return value;
}

template <class Value, std::size_t count>
Value parse_word(const std::string& word, const std::string& flag, const std::array<std::pair<const char*, Value>, count>& choices) {
    std::string list;
    for (const auto& [name, value] : choices) {
        if (word == name) return value;
        (list += list.empty() ? "" : ", ") += name;
    }
    refuse(tr("{value} cannot be used for {flag}; choose one of: {choices}.", {{"value", word}, {"flag", flag}, {"choices", list}}), flag);
}

/// One number of an area or point: a fraction, or pixels of `side`.
double parse_length(std::string_view text, int side, const std::string& flag, std::string_view example) {
    const bool pixels = text.ends_with("px");
    const auto value = number_in(pixels ? text.substr(0, text.size() - 2) : text);
    if (!value) refuse_value(text, flag, example);
    return pixels ? *value / side : *value;
}

}  // namespace

std::vector<std::string> split(std::string_view text, char by) {
    std::vector<std::string> parts;
    while (true) {
        const auto at = text.find(by);
        parts.emplace_back(text.substr(0, at));
        if (at == text.npos) return parts;
        text.remove_prefix(at + 1);
    }
}

Time parse_time(std::string_view text, const std::string& flag) {
    const auto parts = split(text, ':');
    double seconds = 0;
    for (std::size_t i = 0; i < parts.size(); ++i) {
        const auto value = number_in(parts[i]);
        const bool last = i + 1 == parts.size();
        if (!value || *value < 0 || *value > 1e8 || (!last && *value != std::floor(*value)) || (i > 0 && *value >= 60) || parts.size() > 3) refuse_value(text, flag, "12.5, 1:02.5, 1:00:02.5");
        seconds = seconds * 60 + *value;
    }
    return Time(std::llround(seconds * 1e6));
}

TimeRange parse_range(std::string_view text, const std::string& flag) {
    const auto parts = split(text, '-');
    if (parts.size() != 2) refuse_value(text, flag, "2.5-10");
    TimeRange range{parse_time(parts[0], flag), {}};
    if (!parts[1].empty()) range.end = parse_time(parts[1], flag);
    return range;
}

std::vector<TimeRange> parse_ranges(std::string_view text, const std::string& flag) {
    std::vector<TimeRange> ranges;
    for (const auto& part : split(text, ',')) ranges.push_back(parse_range(part, flag));
    return ranges;
}

Area parse_area(std::string_view text, PixelSize picture, const std::string& flag) {
    constexpr const char* example = "0.1,0.2,0.5,0.5 / 120px,0px,1080px,1080px";
    const auto parts = split(text, ',');
    if (parts.size() != 4) refuse_value(text, flag, example);
    return {parse_length(parts[0], picture.width, flag, example), parse_length(parts[1], picture.height, flag, example),
            parse_length(parts[2], picture.width, flag, example), parse_length(parts[3], picture.height, flag, example)};
}

Point parse_point(std::string_view text, PixelSize picture, const std::string& flag) {
    constexpr const char* example = "0.5,0.3 / 640px,200px";
    const auto parts = split(text, ',');
    if (parts.size() != 2) refuse_value(text, flag, example);
    return {parse_length(parts[0], picture.width, flag, example), parse_length(parts[1], picture.height, flag, example)};
}

PixelSize parse_size(std::string_view text, const std::string& flag) {
    const auto parts = split(text, 'x');
    if (parts.size() != 2 || (parts[0].empty() && parts[1].empty())) refuse_value(text, flag, "1080x1350");
    const auto side = [&](const std::string& part) {
        if (part.empty()) return 0;
        int pixels = 0;
        const auto [stop, problem] = std::from_chars(part.data(), part.data() + part.size(), pixels);
        if (problem != std::errc() || stop != part.data() + part.size() || pixels < 1) refuse_value(text, flag, "1080x1350");
        return pixels;
    };
    return {side(parts[0]), side(parts[1])};
}

namespace {

std::optional<Color> color_in(std::string_view text) {
    static constexpr std::array<std::pair<std::string_view, Color>, 8> names{{{"white", {255, 255, 255, 255}}, {"black", {0, 0, 0, 255}},
        {"red", {200, 30, 30, 255}}, {"green", {20, 120, 60, 255}}, {"blue", {20, 80, 170, 255}}, {"yellow", {255, 210, 0, 255}}, {"grey", {128, 128, 128, 255}}, {"transparent", {0, 0, 0, 0}}}};
    for (const auto& [name, color] : names)
        if (name == text) return color;
    if ((text.size() != 7 && text.size() != 9) || text[0] != '#') return std::nullopt;
    std::array<unsigned char, 4> bytes{0, 0, 0, 255};
    for (std::size_t i = 1; i < text.size(); i += 2) {
        const auto [stop, problem] = std::from_chars(text.data() + i, text.data() + i + 2, bytes[(i - 1) / 2], 16);
        if (problem != std::errc() || stop != text.data() + i + 2) return std::nullopt;
    }
    return Color{bytes[0], bytes[1], bytes[2], bytes[3]};
}

}  // namespace

bool is_color(std::string_view text) { return color_in(text).has_value(); }

Color parse_color(std::string_view text, const std::string& flag) {
    const auto color = color_in(text);
    if (!color) refuse_value(text, flag, "#1a2b3c, white, black");
    return *color;
}

double parse_number(std::string_view text, const std::string& flag) {
    const bool percent = text.ends_with('%');
    const auto value = number_in(percent ? text.substr(0, text.size() - 1) : text);
    if (!value) refuse_value(text, flag, "0.06, 6%");
    return percent ? *value / 100 : *value;
}

std::uintmax_t parse_bytes(std::string_view text, const std::string& flag) {
    double unit = 1;
    auto digits = text;
    if (digits.ends_with("MB")) unit = 1e6;
    else if (digits.ends_with("KB") || digits.ends_with("kB")) unit = 1e3;
    if (unit > 1) digits.remove_suffix(2);
    const auto value = number_in(digits);
    if (!value || *value < 1 || *value * unit > 1e15) refuse_value(text, flag, "5000000, 5MB");
    return static_cast<std::uintmax_t>(*value * unit);
}

Anchor parse_anchor(const std::string& word, const std::string& flag) {
    return parse_word<Anchor, 9>(word, flag, {{{"top-left", Anchor::top_left}, {"top", Anchor::top}, {"top-right", Anchor::top_right}, {"left", Anchor::left}, {"center", Anchor::center},
        {"right", Anchor::right}, {"bottom-left", Anchor::bottom_left}, {"bottom", Anchor::bottom}, {"bottom-right", Anchor::bottom_right}}});
}
Fit parse_fit(const std::string& word, const std::string& flag) {
    return parse_word<Fit, 4>(word, flag, {{{"cover", Fit::cover}, {"contain", Fit::contain}, {"blur", Fit::blur}, {"stretch", Fit::stretch}}});
}
TextStyle parse_text_style(const std::string& word, const std::string& flag) {
    return parse_word<TextStyle, 5>(word, flag,
                                    {{{"automatic", TextStyle::automatic},
                                      {"plain", TextStyle::plain},
                                      {"outline", TextStyle::outline},
                                      {"shadow", TextStyle::shadow},
                                      {"box", TextStyle::box}}});
}
Turn parse_turn(const std::string& word, const std::string& flag) {
    return parse_word<Turn, 3>(word, flag, {{{"right", Turn::right}, {"half", Turn::half}, {"left", Turn::left}}});
}
HideWith parse_hide_with(const std::string& word, const std::string& flag) {
    return parse_word<HideWith, 3>(word, flag, {{{"blur", HideWith::blur}, {"pixels", HideWith::pixels}, {"solid", HideWith::solid}}});
}
Quality parse_quality(const std::string& word, const std::string& flag) {
    return parse_word<Quality, 3>(word, flag, {{{"small", Quality::small}, {"good", Quality::good}, {"best", Quality::best}}});
}
IfExists parse_if_exists(const std::string& word, const std::string& flag) {
    return parse_word<IfExists, 3>(word, flag, {{{"refuse", IfExists::refuse}, {"replace", IfExists::replace}, {"number", IfExists::number}}});
}

}  // namespace cli
