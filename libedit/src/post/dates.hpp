// Dates and days of the week in a text, Indonesian and English.
#pragma once

#include "post/caption_text.hpp"

#include <chrono>
#include <optional>
#include <string_view>
#include <vector>

namespace mediaedit::internal {

struct FoundDate {
    Span place;                 ///< in the plain text
    std::size_t token = 0;      ///< the first
    std::size_t end_token = 0;  ///< the first behind it
    int day = 0, month = 0, year = 0;  ///< 0: not told. Of a range the last day

    [[nodiscard]] std::optional<std::chrono::year_month_day> whole() const;
};

/// "12 Mei 2026", "12-14 Mei", "12/5/2026", "2026-05-12", "May 12, 2026", "Mei 2026", in order.
std::vector<FoundDate> find_dates(const CaptionText& text);

/// 1 to 12; 0: none. `capital`: whether it is written with one, for "may" and "mar" are words too.
int month_of(std::u32string_view lower, bool capital) noexcept;

struct WeekdayWord {
    int from_sunday = 0;
    bool english = false;
};
std::optional<WeekdayWord> weekday_of(std::u32string_view lower) noexcept;
std::u32string_view weekday_name(int from_sunday, bool english) noexcept;

}  // namespace mediaedit::internal
