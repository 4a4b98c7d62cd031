// Names of months and days of the week as people write them.
#include "language/dates/calendar_words.hpp"

#include <algorithm>
#include <array>

namespace mediaedit::internal {
namespace {

using namespace std::literals;

struct Names {
    std::u32string_view indonesian, english;
};
constexpr std::array<Names, 12> months{{{U"Januari", U"January"},
                                        {U"Februari", U"February"},
                                        {U"Maret", U"March"},
                                        {U"April", U"April"},
                                        {U"Mei", U"May"},
                                        {U"Juni", U"June"},
                                        {U"Juli", U"July"},
                                        {U"Agustus", U"August"},
                                        {U"September", U"September"},
                                        {U"Oktober", U"October"},
                                        {U"November", U"November"},
                                        {U"Desember", U"December"}}};
constexpr std::array<Names, 7> weekdays{{{U"Minggu", U"Sunday"},
                                         {U"Senin", U"Monday"},
                                         {U"Selasa", U"Tuesday"},
                                         {U"Rabu", U"Wednesday"},
                                         {U"Kamis", U"Thursday"},
                                         {U"Jumat", U"Friday"},
                                         {U"Sabtu", U"Saturday"}}};

/// Other spellings. The whole names, and their first three, five or more letters, are known anyway.
struct OtherName {
    std::u32string_view name;
    int number;
};
constexpr std::array other_months{
    OtherName{U"pebruari", 2}, OtherName{U"peb", 2},     OtherName{U"agt", 8},
    OtherName{U"ags", 8},      OtherName{U"agst", 8},    OtherName{U"agus", 8},
    OtherName{U"agusts", 8},   OtherName{U"sept", 9},    OtherName{U"nopember", 11},
    OtherName{U"nop", 11},     OtherName{U"pebuari", 2}, OtherName{U"febuari", 2}};
constexpr std::array other_days{
    OtherName{U"ahad", 0},    OtherName{U"akad", 0},    OtherName{U"jum'at", 5},
    OtherName{U"jumaat", 5},  OtherName{U"jum'aat", 5}, OtherName{U"juma'at", 5},
    OtherName{U"jumu'ah", 5}, OtherName{U"setu", 6},    OtherName{U"saptu", 6},
    OtherName{U"rebo", 3},    OtherName{U"kemis", 4},   OtherName{U"slasa", 2}};

bool is_name(std::u32string_view lower, std::u32string_view name) noexcept {
    // "Agust", "Septem" too. Some abbreviations of four letters are other words.
    constexpr std::size_t shortened = 3, half = 5;
    if (lower.size() != name.size() && lower.size() != shortened &&
        (lower.size() < half || lower.size() > name.size()))
        return false;
    const auto same = [](char32_t a, char32_t b) {
        return a == (b >= U'A' && b <= U'Z' ? b + 32 : b);
    };
    return std::equal(lower.begin(), lower.end(), name.begin(), same);
}

}  // namespace

int month_of(std::u32string_view lower, bool capital) noexcept {
    if (!capital && (lower == U"may" || lower == U"mar" || lower == U"march")) return 0;
    for (std::size_t i = 0; i < months.size(); ++i)
        if (is_name(lower, months[i].indonesian) || is_name(lower, months[i].english))
            return static_cast<int>(i) + 1;
    const auto* other = std::find_if(other_months.begin(), other_months.end(),
                                     [&](const OtherName& one) { return one.name == lower; });
    return other == other_months.end() ? 0 : other->number;
}

std::optional<WeekdayWord> weekday_of(std::u32string_view lower, bool capital) noexcept {
    if (!capital && lower == U"min") return std::nullopt;
    for (std::size_t day = 0; day < weekdays.size(); ++day) {
        if (is_name(lower, weekdays[day].indonesian))
            return WeekdayWord{static_cast<int>(day), false};
        if (is_name(lower, weekdays[day].english)) return WeekdayWord{static_cast<int>(day), true};
    }
    const auto* other = std::find_if(other_days.begin(), other_days.end(),
                                     [&](const OtherName& one) { return one.name == lower; });
    return other == other_days.end() ? std::nullopt
                                     : std::optional(WeekdayWord{other->number, false});
}

std::u32string_view month_name(int month, bool english) noexcept {
    const auto& names = months[static_cast<std::size_t>(month - 1) % months.size()];
    return english ? names.english : names.indonesian;
}

std::u32string_view weekday_name(int from_sunday, bool english) noexcept {
    const auto& names = weekdays[static_cast<std::size_t>(from_sunday) % weekdays.size()];
    return english ? names.english : names.indonesian;
}

}  // namespace mediaedit::internal
