// Dates as people type them and as captions write them.
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

namespace mediaedit::internal {

/// One day, or a range of days.
struct TypedDate {
    std::chrono::year_month_day first{}, last{};
    bool operator==(const TypedDate&) const = default;
};

/// "2026-05-12", "12/5/2026", "12 Mei 2026", "May 12, 2026", "Selasa, 12 Mei 2026", "12-14 Mei
/// 2026", "30 Mei s.d. 2 Juni 2026". Nothing for other text, and where the day of the week
/// does not fit: only a person knows which of the two is wrong.
std::optional<TypedDate> read_date(std::string_view text);

/// "Selasa, 12 Mei 2026", "12–14 Mei 2026", "30 Mei s.d. 2 Juni 2026"; in English "Tuesday, 12 May
/// 2026", "30 May to 2 June 2026".
std::string date_in_words(const TypedDate& date, std::string_view language);

/// "2026-05-12"
std::string iso_date(std::chrono::year_month_day day);

}  // namespace mediaedit::internal
