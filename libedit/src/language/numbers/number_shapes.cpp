// What a row of digits may be by its shape alone. X2, X3 and X8 are sources in
// docs/apps/captions.md.
#include "language/numbers/number_shapes.hpp"

#include <algorithm>
#include <array>
#include <chrono>
#include <string>

namespace mediaedit::internal {
namespace {

int number(std::string_view digits, std::size_t from, std::size_t count) noexcept {
    int sum = 0;
    for (std::size_t i = from; i < from + count; ++i) sum = sum * 10 + (digits[i] - '0');
    return sum;
}

// X2, X3. 54 was East Timor.
constexpr std::array provinces{11, 12, 13, 14, 15, 16, 17, 18, 19, 21, 31, 32, 33, 34,
                               35, 36, 51, 52, 53, 54, 61, 62, 63, 64, 65, 71, 72, 73,
                               74, 75, 76, 81, 82, 91, 92, 93, 94, 95, 96, 97};

// X8: the two digits behind 08.
constexpr std::array operators{11, 12, 13, 14, 15, 16, 17, 18, 19, 21, 22, 23, 31, 32,
                               33, 38, 51, 52, 53, 55, 56, 57, 58, 59, 77, 78, 79, 81,
                               82, 83, 84, 85, 86, 87, 88, 89, 95, 96, 97, 98, 99};

bool is_date(int year, int month, int day) noexcept {
    return std::chrono::year_month_day{std::chrono::year(year),
                                       std::chrono::month(static_cast<unsigned>(month)),
                                       std::chrono::day(static_cast<unsigned>(day))}
        .ok();
}

constexpr int a_leap_year = 2000;

}  // namespace

bool has_nik_shape(std::string_view digits) noexcept {
    if (digits.size() != 16) return false;
    const int day = number(digits, 6, 2), month = number(digits, 8, 2);
    const int born = day > 40 ? day - 40 : day;
    return std::binary_search(provinces.begin(), provinces.end(), number(digits, 0, 2)) &&
           number(digits, 2, 2) > 0 && number(digits, 4, 2) > 0 &&
           is_date(a_leap_year, month, born) && number(digits, 12, 4) > 0;
}

bool is_womans_nik(std::string_view digits) noexcept { return number(digits, 6, 2) > 40; }

bool has_staff_number_shape(std::string_view digits) noexcept {
    if (digits.size() != 18) return false;
    const int born = number(digits, 0, 4), began = number(digits, 8, 4),
              began_month = number(digits, 12, 2);
    return born >= 1930 && born <= 2020 &&
           is_date(born, number(digits, 4, 2), number(digits, 6, 2)) && began > born &&
           began <= 2060 && began_month >= 1 && began_month <= 12 &&
           (digits[14] == '1' || digits[14] == '2');
}

bool has_card_shape(std::string_view digits) noexcept {
    if (digits.size() < 13 || digits.size() > 19 || digits[0] < '3' || digits[0] > '6')
        return false;
    int sum = 0;
    for (std::size_t i = 0; i < digits.size(); ++i) {
        int digit = digits[digits.size() - 1 - i] - '0';
        if (i % 2 == 1) digit = digit > 4 ? digit * 2 - 9 : digit * 2;
        sum += digit;
    }
    return sum % 10 == 0;
}

bool has_mobile_shape(std::string_view digits) noexcept {
    const std::size_t prefix = digits.starts_with("0062")  ? 4
                               : digits.starts_with("620") ? 3
                               : digits.starts_with("62")  ? 2
                               : digits.starts_with("0")   ? 1
                                                           : 0;
    if (prefix == 0) return false;
    const auto rest = digits.substr(prefix);
    return rest.size() >= 9 && rest.size() <= 12 && rest[0] == '8' &&
           std::binary_search(operators.begin(), operators.end(), number(rest, 1, 2));
}

bool has_landline_shape(std::string_view digits) noexcept {
    const std::size_t prefix = digits.starts_with("62") ? 2 : digits.starts_with("0") ? 1 : 0;
    if (prefix == 0) return false;
    const auto rest = digits.substr(prefix);
    return rest.size() >= 7 && rest.size() <= 11 && rest[0] >= '2' && rest[0] != '8';
}

}  // namespace mediaedit::internal
