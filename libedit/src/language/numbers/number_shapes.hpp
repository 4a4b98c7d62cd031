// What a row of digits can be, by its shape alone.
#pragma once

#include <string_view>

namespace mediaedit::internal {

/// Shapes: `digits` has nothing but digits.
bool has_nik_shape(std::string_view digits) noexcept;  ///< province, region, district, a day that
                                                       ///< exists (women's plus 40), serial
bool is_womans_nik(std::string_view digits) noexcept;  ///< of a NIK's shape: its day is 41 to 71,
                                                       ///< which no family card has
bool has_staff_number_shape(std::string_view digits) noexcept;
bool has_card_shape(std::string_view digits) noexcept;  ///< 13 to 19 digits that pass Luhn's sum
                                                        ///< and begin as payment cards do
bool has_mobile_shape(std::string_view digits) noexcept;
bool has_landline_shape(std::string_view digits) noexcept;

}  // namespace mediaedit::internal
