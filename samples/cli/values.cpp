// The syntax of values on the command line.
#include "values.hpp"

#include "usage_error.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <utility>

namespace cli {
namespace {

using namespace mediaedit;

[[noreturn]] void refuse_value(std::string_view text, const std::string& flag,
                               std::string_view example) {
    refuse(tr("{value} cannot be used for {flag}; it should look like {example}.",
              {{"value", text}, {"flag", flag}, {"example", example}}),
           flag);
}

std::optional<double> number_in(std::string_view text) {
    double value = 0;
    const auto* end = text.data() + text.size();
    const auto [stop, problem] = std::from_chars(text.data(), end, value);
    if (problem != std::errc() || stop != end || !std::isfinite(value)) return std::nullopt;
    return value;
}

template <class Value, std::size_t count>
Value parse_word(const std::string& word, const std::string& flag,
                 const std::array<std::pair<const char*, Value>, count>& choices) {
    std::string list;
    for (const auto& [name, value] : choices) {
        if (word == name) return value;
        (list += list.empty() ? "" : ", ") += name;
    }
    refuse(tr("{value} cannot be used for {flag}; choose one of: {choices}.",
              {{"value", word}, {"flag", flag}, {"choices", list}}),
           flag);
}

std::string_view trimmed(std::string_view text) {
    const auto first = text.find_first_not_of(" \t");
    if (first == text.npos) return {};
    return text.substr(first, text.find_last_not_of(" \t") - first + 1);
}

/// "500 KB" becomes a number and its unit in capitals.
std::pair<std::string_view, std::string> number_and_unit(std::string_view text) {
    text = trimmed(text);
    const auto end = text.find_last_of("0123456789.") + 1;  // 0: none
    std::string unit(trimmed(text.substr(end)));
    for (char& letter : unit)
        if (letter >= 'a' && letter <= 'z') letter = static_cast<char>(letter - 'a' + 'A');
    return {trimmed(text.substr(0, end)), unit};
}

/// 0.06 or 6%.
std::optional<double> fraction_in(std::string_view text) {
    const auto [digits, unit] = number_and_unit(text);
    if (!unit.empty() && unit != "%") return std::nullopt;
    const auto value = number_in(digits);
    if (!value) return std::nullopt;
    return unit.empty() ? *value : *value / 100;
}

/// One number of an area or point: a fraction, or pixels of `side`.
double parse_length(std::string_view text, int side, const std::string& flag,
                    std::string_view example) {
    const auto [digits, unit] = number_and_unit(text);
    const auto value = unit == "PX" ? number_in(digits) : fraction_in(text);
    if (!value) refuse_value(text, flag, example);
    return unit == "PX" ? *value / side : *value;
}

}  // namespace

std::vector<std::string> split(std::string_view text, char by) {
    std::vector<std::string> parts;
    while (true) {
        const auto at = text.find(by);
        parts.emplace_back(trimmed(text.substr(0, at)));
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
        if (!value || *value < 0 || *value > 1e8 || (!last && *value != std::floor(*value)) ||
            (i > 0 && *value >= 60) || parts.size() > 3)
            refuse_value(text, flag, "12.5, 1:02.5, 1:00:02.5");
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
    return {parse_length(parts[0], picture.width, flag, example),
            parse_length(parts[1], picture.height, flag, example),
            parse_length(parts[2], picture.width, flag, example),
            parse_length(parts[3], picture.height, flag, example)};
}

Point parse_point(std::string_view text, PixelSize picture, const std::string& flag) {
    constexpr const char* example = "0.5,0.3 / 640px,200px";
    const auto parts = split(text, ',');
    if (parts.size() != 2) refuse_value(text, flag, example);
    return {parse_length(parts[0], picture.width, flag, example),
            parse_length(parts[1], picture.height, flag, example)};
}

PixelSize parse_size(std::string_view text, const std::string& flag) {
    std::string plain(text);
    constexpr std::string_view times = "×";
    if (const auto at = plain.find(times); at != plain.npos) plain.replace(at, times.size(), "x");
    std::ranges::replace(plain, 'X', 'x');
    const auto parts = split(plain, 'x');
    if (parts.size() != 2 || (parts[0].empty() && parts[1].empty()))
        refuse_value(text, flag, "1080x1350");
    const auto side = [&](const std::string& part) {
        if (part.empty()) return 0;
        int pixels = 0;
        const auto [stop, problem] =
            std::from_chars(part.data(), part.data() + part.size(), pixels);
        if (problem != std::errc() || stop != part.data() + part.size() || pixels < 1)
            refuse_value(text, flag, "1080x1350");
        return pixels;
    };
    return {side(parts[0]), side(parts[1])};
}

namespace {

std::optional<Color> color_in(std::string_view text) {
    static constexpr std::array<std::pair<std::string_view, Color>, 8> names{
        {{"white", {255, 255, 255, 255}},
         {"black", {0, 0, 0, 255}},
         {"red", {200, 30, 30, 255}},
         {"green", {20, 120, 60, 255}},
         {"blue", {20, 80, 170, 255}},
         {"yellow", {255, 210, 0, 255}},
         {"grey", {128, 128, 128, 255}},
         {"transparent", {0, 0, 0, 0}}}};
    for (const auto& [name, color] : names)
        if (name == text) return color;
    if ((text.size() != 7 && text.size() != 9) || text[0] != '#') return std::nullopt;
    std::array<unsigned char, 4> bytes{0, 0, 0, 255};
    for (std::size_t i = 1; i < text.size(); i += 2) {
        const auto [stop, problem] =
            std::from_chars(text.data() + i, text.data() + i + 2, bytes[(i - 1) / 2], 16);
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
    const auto value = number_in(trimmed(text));
    if (!value) refuse_value(text, flag, "1.5");
    return *value;
}

double parse_fraction(std::string_view text, const std::string& flag) {
    const auto value = fraction_in(text);
    if (!value) refuse_value(text, flag, "0.06, 6%");
    return *value;
}

std::uintmax_t parse_bytes(std::string_view text, const std::string& flag) {
    static constexpr std::array<std::pair<std::string_view, double>, 8> units{{{"", 1},
                                                                               {"B", 1},
                                                                               {"K", 1e3},
                                                                               {"KB", 1e3},
                                                                               {"M", 1e6},
                                                                               {"MB", 1e6},
                                                                               {"G", 1e9},
                                                                               {"GB", 1e9}}};
    const auto [digits, named] = number_and_unit(text);
    const auto value = number_in(digits);
    const auto* unit = std::ranges::find(units, named, &std::pair<std::string_view, double>::first);
    const double bytes = value && unit != units.end() ? *value * unit->second : 0;
    if (bytes < 1 || bytes > 1e15) refuse_value(text, flag, "5000000, 5MB, 800 KB");
    return static_cast<std::uintmax_t>(std::llround(bytes));
}

Anchor parse_anchor(const std::string& word, const std::string& flag) {
    return parse_word<Anchor, 9>(word, flag,
                                 {{{"top-left", Anchor::top_left},
                                   {"top", Anchor::top},
                                   {"top-right", Anchor::top_right},
                                   {"left", Anchor::left},
                                   {"center", Anchor::center},
                                   {"right", Anchor::right},
                                   {"bottom-left", Anchor::bottom_left},
                                   {"bottom", Anchor::bottom},
                                   {"bottom-right", Anchor::bottom_right}}});
}
Fit parse_fit(const std::string& word, const std::string& flag) {
    return parse_word<Fit, 4>(word, flag,
                              {{{"cover", Fit::cover},
                                {"contain", Fit::contain},
                                {"blur", Fit::blur},
                                {"stretch", Fit::stretch}}});
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
    return parse_word<Turn, 3>(
        word, flag, {{{"right", Turn::right}, {"half", Turn::half}, {"left", Turn::left}}});
}
HideWith parse_hide_with(const std::string& word, const std::string& flag) {
    return parse_word<HideWith, 3>(
        word, flag,
        {{{"blur", HideWith::blur}, {"pixels", HideWith::pixels}, {"solid", HideWith::solid}}});
}
Quality parse_quality(const std::string& word, const std::string& flag) {
    return parse_word<Quality, 3>(
        word, flag,
        {{{"small", Quality::small}, {"good", Quality::good}, {"best", Quality::best}}});
}
IfExists parse_if_exists(const std::string& word, const std::string& flag) {
    return parse_word<IfExists, 3>(word, flag,
                                   {{{"refuse", IfExists::refuse},
                                     {"replace", IfExists::replace},
                                     {"number", IfExists::number}}});
}

}  // namespace cli
