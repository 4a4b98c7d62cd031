// Names of months and days of the week as people write them, Indonesian and English.
#pragma once

#include <optional>
#include <string_view>

namespace mediaedit::internal {

/// 1 to 12; 0: not a month. `capital`: it begins with one; "may" and "mar" are words too.
int month_of(std::u32string_view lower, bool capital) noexcept;

struct WeekdayWord {
    int from_sunday = 0;
    bool english = false;
};
/// `capital`: it begins with one; "min" also means administrator.
std::optional<WeekdayWord> weekday_of(std::u32string_view lower, bool capital) noexcept;

/// As captions write them. `month`: 1 to 12.
std::u32string_view month_name(int month, bool english) noexcept;
std::u32string_view weekday_name(int from_sunday, bool english) noexcept;

}  // namespace mediaedit::internal
