// Dates and days of the week in a text, Indonesian and English.
#pragma once

#include "language/caption_text.hpp"
#include "language/dates/calendar_words.hpp"

#include <chrono>
#include <optional>
#include <vector>

namespace mediaedit::internal {

struct FoundDate {
    Span place;                        ///< in the plain text
    std::size_t token = 0;             ///< the first
    std::size_t end_token = 0;         ///< the first token behind it
    int day = 0, month = 0, year = 0;  ///< 0: not given. Of a range the last day
    int first_day = 0;                 ///< of "12-14 Mei"; 0: no range

    [[nodiscard]] std::optional<std::chrono::year_month_day> whole() const;
};

/// "12 Mei 2026", "12-14 Mei", "12 s.d. 14 Mei 2026", "12/5/2026", "2026-05-12", "May 12, 2026",
/// "Mei 2026", in order.
std::vector<FoundDate> find_dates(const CaptionText& text);

/// Whether a date stands among other words, or alone as the answer to "When?".
enum class DateContext { prose, answer };

/// The date that begins at a token.
std::optional<FoundDate> date_at(const CaptionText& text, std::size_t index, DateContext context);

/// The first token behind "-", "s.d.", "s/d", "sampai dengan", "until", "to"; `index` where there
/// is none of them.
std::size_t behind_until(const CaptionText& text, std::size_t index);

}  // namespace mediaedit::internal
