// What kind of personal number a row of digits is.
#include "caption/privacy/number_kinds.hpp"

#include "language/numbers/number_shapes.hpp"

#include <algorithm>

namespace mediaedit::internal {
namespace {

PersonalKind nik_or_kk(const NumberCandidate& number) {
    return is_womans_nik(number.digits) ? PersonalKind::nik : PersonalKind::nik_or_kk;
}

/// Whether the groups are those of a bank: BRI, Mandiri, BPD Jateng, BTN.
bool is_grouped_as_account(const NumberCandidate& number) {
    return number.is({4, 2, 6, 2, 1}) || number.is({3, 2, 7, 1}) || number.is({1, 3, 5, 1}) ||
           number.is({5, 2, 2, 6, 1});
}

}  // namespace

std::optional<PersonalKind> kind_by_label(const NumberCandidate& number, Label label) {
    const auto& digits = number.digits;
    const bool nik_shape = has_nik_shape(digits);
    switch (label) {
        case Label::nik:
            if (digits.size() == 16) return PersonalKind::nik;
            break;
        case Label::kk:
            if (digits.size() == 16) return PersonalKind::kk;
            break;
        case Label::staff:
            if (digits.size() == 18) return PersonalKind::staff_number;
            break;
        case Label::card:
            if (!nik_shape && (has_card_shape(digits) || digits.size() == 16))
                return PersonalKind::card;
            break;
        case Label::npwp:
            if (digits.size() == 16 && nik_shape) return PersonalKind::nik;
            if (digits.size() == 15 || digits.size() == 16 || digits.size() == 22)
                return PersonalKind::npwp;
            break;
        case Label::phone:
            if (has_mobile_shape(digits) || (number.plus && number.has(9, 14)))
                return PersonalKind::phone;
            // "Telp 8129900111", "hubungi nol 812-9900-1111"
            if (number.has(10, 12) && digits.starts_with("8") && has_mobile_shape("0" + digits))
                return PersonalKind::phone;
            if (has_landline_shape(digits)) return PersonalKind::landline;
            break;
        case Label::wallet:
            if (has_mobile_shape(digits) || number.has(10, 16)) return PersonalKind::account;
            break;
        case Label::account:
            if (!nik_shape && number.has(10, 16)) return PersonalKind::account;
            break;
        case Label::bpjs:
            if (digits.size() == 13 && !has_mobile_shape(digits)) return PersonalKind::bpjs;
            break;
        case Label::licence:
            if (digits.size() == 12 || digits.size() == 14) return PersonalKind::licence;
            break;
        case Label::certificate:
            if (number.has(12, 20) && !nik_shape && !has_mobile_shape(digits))
                return PersonalKind::certificate;
            break;
        case Label::plate:
        case Label::passport:
        case Label::harmless: break;
    }
    return std::nullopt;
}

std::optional<PersonalKind> kind_by_shape(const NumberCandidate& number) {
    const auto& digits = number.digits;
    const bool whole = number.groups.size() == 1;
    const bool in_fours = std::all_of(number.groups.begin(), number.groups.end() - 1,
                                      [](std::size_t size) { return size == 4; });
    // In any grouping. The bound is there because one in forty lists of short numbers has the shape
    // by chance.
    constexpr std::size_t most_nik_groups = 7;
    if (has_nik_shape(digits) &&
        (number.tight || number.in_small_groups() || number.groups.size() <= most_nik_groups))
        return nik_or_kk(number);
    if (has_card_shape(digits) && (whole || in_fours || number.is({4, 6, 5})))
        return PersonalKind::card;
    if (number.is({2, 3, 3, 1, 3, 3})) return PersonalKind::npwp;
    if (has_staff_number_shape(digits) && (whole || number.is({8, 6, 1, 3})))
        return PersonalKind::staff_number;
    // A phone has few groups, or groups of one digit. Others are lists.
    constexpr std::size_t most_phone_groups = 6;
    const bool one_by_one = number.groups.size() == digits.size();
    const bool is_list_of_pairs = !number.tight && !one_by_one && number.in_small_groups();
    if (has_mobile_shape(digits) && !is_list_of_pairs &&
        (number.tight || one_by_one || number.groups.size() <= most_phone_groups))
        return PersonalKind::phone;
    if (number.plus && number.has(10, 14)) return PersonalKind::phone;
    if (number.bracket && has_landline_shape(digits)) return PersonalKind::landline;
    if (number.is_owned && number.has(10, 16)) return PersonalKind::account;
    if (is_grouped_as_account(number)) return PersonalKind::account;
    // An account contains a customer's number, which is long. A budget code has only short parts.
    constexpr std::size_t customer = 5;
    const bool has_long_group =
        *std::max_element(number.groups.begin(), number.groups.end()) >= customer;
    if (number.among_accounts && number.tight && has_long_group && number.groups.size() >= 3 &&
        number.has(10, 16) && !has_landline_shape(digits))
        return PersonalKind::account;
    return std::nullopt;
}

}  // namespace mediaedit::internal
