// What a row of digits may be by its shape alone. Sources: docs/apps/captions.md.
#pragma once

#include <string_view>

namespace mediaedit::internal {

// `digits` must contain digits only.

/// Province, region, district, a day that exists (plus 40 for women) and a serial number.
bool has_nik_shape(std::string_view digits) noexcept;
/// Of the shape of a NIK: whether the day is 41 to 71, which no family card has.
bool is_womans_nik(std::string_view digits) noexcept;
/// A civil servant's number (NIP).
bool has_staff_number_shape(std::string_view digits) noexcept;
/// 13 to 19 digits that begin like a payment card and pass the Luhn check.
bool has_card_shape(std::string_view digits) noexcept;
bool has_mobile_shape(std::string_view digits) noexcept;
bool has_landline_shape(std::string_view digits) noexcept;

}  // namespace mediaedit::internal
