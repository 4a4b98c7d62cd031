// Names of months and days of the week as people write them, Indonesian and English: the only table
// of them.
#pragma once

#include <optional>
#include <string_view>

namespace mediaedit::internal {

/// 1 to 12; 0: none. `capital`: whether it is written with one, for "may" and "mar" are words too.
int month_of(std::u32string_view lower, bool capital) noexcept;

struct WeekdayWord {
    int from_sunday = 0;
    bool english = false;
};
/// `capital`: as above, for "min" is an administrator too.
std::optional<WeekdayWord> weekday_of(std::u32string_view lower, bool capital) noexcept;

/// As captions write them. Shapes: `month` 1 to 12.
std::u32string_view month_name(int month, bool english) noexcept;
std::u32string_view weekday_name(int from_sunday, bool english) noexcept;

}  // namespace mediaedit::internal
