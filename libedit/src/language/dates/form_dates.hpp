// Dates as forms and certificates write them; find_dates knows the usual ones.
#pragma once

#include "language/dates/dates.hpp"

#include <optional>

namespace mediaedit::internal {

/// "12081985", "120885", "19850812", "12 - 08 - 1985", "12-VIII-1985", "5-5-'70",
/// "1985-08-12T00:00". A year of four digits must lie between `first_year` and `last_year`. Of the
/// date only the place and the tokens are set.
std::optional<FoundDate> form_date_at(const CaptionText& text, std::size_t index, int first_year,
                                      int last_year);

}  // namespace mediaedit::internal
