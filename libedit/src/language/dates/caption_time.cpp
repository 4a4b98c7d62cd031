// Times of day as people type them and as captions write them.
#include "language/dates/caption_time.hpp"

#include "language/typed_tokens.hpp"

namespace mediaedit::internal {
namespace {

struct TimeOfDay {
    int hour = -1, minute = 0;
    [[nodiscard]] bool ok() const {
        return hour >= 0 && hour <= 24 && minute >= 0 && minute <= 59 && (hour < 24 || minute == 0);
    }
};

/// Converts a 12-hour time by "pagi", "pm" and the like; false where the word does not fit the
/// hour.
bool apply_part_of_day(TimeOfDay& time, std::string_view word) {
    const bool before_noon = word == "pagi" || word == "am";
    if (time.hour < 1 || time.hour > 12) return false;
    if (before_noon) {
        if (time.hour == 12) time.hour = 0;
        return word == "am" || (time.hour >= 1 && time.hour <= 11);
    }
    if (word == "siang" && time.hour >= 10 && time.hour <= 12) return true;
    if (word == "siang" && time.hour > 4) return false;
    if (word == "sore" && (time.hour < 2 || time.hour > 6)) return false;
    if (word == "malam" && time.hour < 6) return false;
    if (word == "malam" && time.hour == 12) return false;
    if (time.hour < 12) time.hour += 12;
    return true;
}

std::optional<TimeOfDay> take_time(TypedTokenReader& tokens) {
    TimeOfDay time;
    if (tokens.peek().text.size() > 2) return std::nullopt;
    time.hour = tokens.take().value();
    bool exact = false;
    if ((tokens.peek().is(".") || tokens.peek().is(":")) && tokens.peek(1).text.size() == 2 &&
        tokens.peek(1).value() >= 0) {
        tokens.take();
        time.minute = tokens.take().value();
        exact = true;
    }
    for (const std::string_view word : {"pagi", "siang", "sore", "malam", "am", "pm"}) {
        if (!tokens.take_if(word)) continue;
        exact = true;
        if (!apply_part_of_day(time, word)) return std::nullopt;
    }
    // A bare number may be something else.
    return exact && time.ok() ? std::optional(time) : std::nullopt;
}

std::string written(TimeOfDay time, bool english) {
    const auto two = [](int value) { return (value < 10 ? "0" : "") + std::to_string(value); };
    return two(time.hour) + (english ? ":" : ".") + two(time.minute);
}

std::string take_zone(TypedTokenReader& tokens) {
    if (tokens.take_if("wita")) return " WITA";
    if (tokens.take_if("wit")) return " WIT";
    tokens.take_if("wib");
    return " WIB";
}

}  // namespace

std::optional<std::string> time_in_words(std::string_view text, std::string_view language) {
    const bool english = language == "en";
    const auto all = typed_tokens(text);
    TypedTokenReader tokens(all);
    if (!tokens.take_if("pukul")) tokens.take_if("jam");
    const auto from = take_time(tokens);
    if (!from) return std::nullopt;
    auto zone = take_zone(tokens);
    if (tokens.at_end()) return written(*from, english) + zone;
    if (!tokens.take_until()) return std::nullopt;
    if (tokens.take_if("selesai") || tokens.take_if("end") || tokens.take_if("finished"))
        return tokens.at_end() ? std::optional(written(*from, english) + zone +
                                               (english ? " until the end" : " sampai selesai"))
                               : std::nullopt;
    const auto to = take_time(tokens);
    if (!to) return std::nullopt;
    if (!tokens.at_end()) zone = take_zone(tokens);
    return tokens.at_end()
               ? std::optional(written(*from, english) + "–" + written(*to, english) + zone)
               : std::nullopt;
}

}  // namespace mediaedit::internal
