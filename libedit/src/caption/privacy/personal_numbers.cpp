// NIK, KK, cards, tax numbers, phones, accounts: runs of digits told apart by label, then shape,
// then length.
#include "caption/privacy/personal.hpp"
#include "language/labels.hpp"
#include "language/numbers/digit_runs.hpp"
#include "language/numbers/number_shapes.hpp"
#include "language/phrases.hpp"

#include <algorithm>
#include <array>
#include <optional>

namespace mediaedit::internal {
namespace {

using namespace std::literals;

/// The longest number there is: the 22 digits of a NITKU, with some to spare.
constexpr std::size_t most_digits = 24;
/// Written one by one or two by two a number has many groups; else more are a list. Each list is
/// tried from each of its numbers, so this is time as well.
constexpr std::size_t most_groups = 8;
constexpr std::size_t small_group = 2;
/// A number this long has a label of its own; one before it belongs to it alone.
constexpr std::size_t own_label_digits = 6;

/// Some groups of a run, looked at as one number.
struct Candidate {
    std::string digits;
    std::vector<std::size_t> groups;  ///< digits in each
    bool plus = false, bracket = false;
    std::size_t swaps = 0;        ///< letters read as digits
    bool glued = false;           ///< to a word that is no label
    bool tight = true;            ///< no space or slash within
    std::size_t end = 0;          ///< in the plain text
    bool is_owned = false;        ///< "a.n." follows
    bool among_accounts = false;  ///< the text speaks of a bank account somewhere
    [[nodiscard]] bool in_small_groups() const {
        return std::all_of(groups.begin(), groups.end(),
                           [](std::size_t size) { return size <= small_group; });
    }
    [[nodiscard]] bool is(std::initializer_list<std::size_t> sizes) const {
        return std::equal(groups.begin(), groups.end(), sizes.begin(), sizes.end());
    }
    [[nodiscard]] bool has(std::size_t least, std::size_t most) const {
        return digits.size() >= least && digits.size() <= most;
    }
};

PersonalKind nik_or_kk(const Candidate& number) {
    return is_womans_nik(number.digits) ? PersonalKind::nik : PersonalKind::nik_or_kk;
}

std::optional<PersonalKind> by_label(const Candidate& number, Label label) {
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

/// As banks print them: BRI, Mandiri, BPD Jateng, BTN.
bool is_grouped_as_account(const Candidate& number) {
    return number.is({4, 2, 6, 2, 1}) || number.is({3, 2, 7, 1}) || number.is({1, 3, 5, 1}) ||
           number.is({5, 2, 2, 6, 1});
}

std::optional<PersonalKind> by_shape(const Candidate& number) {
    const auto& digits = number.digits;
    const bool whole = number.groups.size() == 1;
    const bool in_fours = std::all_of(number.groups.begin(), number.groups.end() - 1,
                                      [](std::size_t size) { return size == 4; });
    // However it is grouped: of a list of a few numbers with spaces one in forty has the shape.
    constexpr std::size_t most_nik_groups = 7;
    if (has_nik_shape(digits) &&
        (number.tight || number.in_small_groups() || number.groups.size() <= most_nik_groups))
        return nik_or_kk(number);
    if (has_card_shape(digits) && (whole || in_fours || number.is({4, 6, 5})))
        return PersonalKind::card;
    if (number.is({2, 3, 3, 1, 3, 3})) return PersonalKind::npwp;
    if (has_staff_number_shape(digits) && (whole || number.is({8, 6, 1, 3})))
        return PersonalKind::staff_number;
    // Many groups are a list, not a way to write a phone, unless each is one digit.
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
    // The number of a customer within it; a budget's code has only short parts.
    constexpr std::size_t customer = 5;
    const bool has_long_group =
        *std::max_element(number.groups.begin(), number.groups.end()) >= customer;
    if (number.among_accounts && number.tight && has_long_group && number.groups.size() >= 3 &&
        number.has(10, 16) && !has_landline_shape(digits))
        return PersonalKind::account;
    return std::nullopt;
}

/// Reads all runs of a text.
class Numbers {
public:
    Numbers(const AnalysedCaption& reading, const std::vector<bool>& harmless, const OwnFacts& own,
            CaptionFindings& findings)
        : text_(reading.text), harmless_(harmless), own_(own), findings_(findings) {
        static const auto& account = words("label_account");
        static const auto& no_account = words("harmless_label");
        for (std::size_t i = 0; i < text_.tokens().size() && !among_accounts_; ++i)
            among_accounts_ = account.has(text_, i) && !no_account.has(text_, i) &&
                              (i == 0 || !no_account.has(text_, i - 1));
    }

    void read(const DigitRun& run) {
        for (std::size_t first = 0; first < run.groups.size();) {
            const auto next = run.groups[first].may_begin ? read_from(run, first) : first;
            first = std::max(next, first + 1);
        }
        std::size_t digits = 0;
        for (const auto& group : run.groups) digits += group.digits.size();
        if (digits >= own_label_digits) labels_from_ = run.groups.back().place.end;
    }

private:
    /// Tells of the longest number that begins at the group; gives the first group behind it, or
    /// `first`.
    std::size_t read_from(const DigitRun& run, std::size_t first) {
        std::size_t digits = 0, last = first;
        bool small = true;
        for (std::size_t group = first; group < run.groups.size(); ++group) {
            const auto size = run.groups[group].digits.size();
            small = small && size <= small_group;
            if ((group >= first + most_groups && !small) ||
                (group > first && digits + size > most_digits))
                break;
            digits += size;
            last = group;
        }
        constexpr std::size_t fewest_digits = 8;
        const std::size_t begin = run.groups[first].place.begin;
        const auto labels =
            digits >= fewest_digits
                ? labels_before(text_, run.whole(first, first).begin,
                                first == 0 ? labels_from_ : run.groups[first - 1].place.end)
                : std::vector<FoundLabel>{};
        const bool is_harmless = !labels.empty() && labels.front().label == Label::harmless;
        if (digits >= fewest_digits && run.groups[first].digits.size() <= most_digits) {
            for (std::size_t group = last + 1; group-- > first;) {
                if (!run.groups[group].may_end) continue;
                auto number = candidate(run, first, group);
                if (number.digits.size() < fewest_digits) break;
                if (own_.has_number(number.digits)) return group + 1;
                const auto kind = kind_of(number, labels, is_harmless);
                if (!kind) continue;
                auto place = run.whole(first, group);
                if (*kind == PersonalKind::phone || *kind == PersonalKind::landline)
                    place.end = second_end(place.end, run.groups[group].digits.size());
                tell(*kind, place);
                std::size_t next = group + 1;
                while (next < run.groups.size() && run.groups[next].place.begin < place.end) ++next;
                return next;
            }
        }
        // What is left: one very long row of digits that nothing explains.
        constexpr std::size_t suspicious_digits = 13;
        const std::size_t alone = run.groups[first].place.size();
        const bool plain = run.groups[first].swaps == 0 && !run.groups[first].glued;
        if (!is_harmless && plain && alone >= suspicious_digits && run.groups[first].may_end &&
            !is_book_number(begin, alone)) {
            tell(PersonalKind::long_number, run.groups[first].place);
            return first + 1;
        }
        return first;
    }

    [[nodiscard]] std::optional<PersonalKind> kind_of(const Candidate& number,
                                                      const std::vector<FoundLabel>& labels,
                                                      bool is_harmless) const {
        if (is_harmless && !has_nik_shape(number.digits)) return std::nullopt;
        // A label tells more: "HP O8I2-99OO-IIII".
        const bool labelled = !labels.empty() && !is_harmless;
        if (number.swaps * (labelled ? 3 : 4) > number.digits.size() * 2) return std::nullopt;
        if (number.glued && !has_nik_shape(number.digits) && !has_mobile_shape(number.digits))
            return std::nullopt;
        for (const auto& [label, begin, end] : labels)
            if (const auto kind = by_label(number, label)) return kind;
        for (const auto& [label, begin, end] : labels_behind(text_, number.end))
            if (const auto kind = by_label(number, label)) return kind;
        return by_shape(number);
    }

    [[nodiscard]] Candidate candidate(const DigitRun& run, std::size_t first,
                                      std::size_t last) const {
        static const auto& owner = words("account_owner");
        Candidate number;
        for (std::size_t index = first; index <= last; ++index) {
            const auto& group = run.groups[index];
            number.digits += group.digits;
            number.groups.push_back(group.digits.size());
            number.swaps += group.swaps;
            number.glued = number.glued || group.glued;
            number.tight = number.tight && (index == first || !group.may_begin);
        }
        number.among_accounts = among_accounts_;
        number.end = run.groups[last].place.end;
        number.plus = first == 0 && run.plus;
        number.bracket = first == 0 && run.bracket && last > first;
        std::size_t next = text_.token_from(run.groups[last].place.end);
        if (text_.is_mark(next, U",(")) ++next;
        number.is_owned = owner.has(text_, next);
        return number;
    }

    /// Where a second number ends of which only the last digits are told: "0812-9900-1111/2222",
    /// "(0299) 712345 / 712346"; `end` where none is.
    [[nodiscard]] std::size_t second_end(std::size_t end, std::size_t last_group) const {
        constexpr std::size_t most = 8;
        constexpr int most_seconds = 3;
        for (int second = 0; second < most_seconds; ++second) {
            const auto sign = text_.token_from(end);
            const auto& number = text_.token(sign + 1);
            const std::size_t size = number.end - number.begin;
            const bool tight = text_.token(sign).begin == end && number.begin == end + 1;
            const bool slash = text_.is_mark(sign, U'/');
            const bool list = text_.is_mark(sign, U",&-") || text_.is_word(sign, U"dan") ||
                              text_.is_word(sign, U"atau") || text_.is_word(sign, U"and") ||
                              text_.is_word(sign, U"or");
            // "/ 112" is another number, ", 45" a count.
            constexpr std::size_t tight_least = 2, least = 4, list_least = 6;
            // ", 2222" but not ", 2026" or ", 4512 jiwa".
            const int value = text_.value(sign + 1);
            const bool is_year = value >= 1900 && value <= 2099;
            const bool is_listed =
                size >= list_least || (size >= least && !is_year && !text_.is_word(sign + 2));
            const bool is_rest = slash ? size >= (tight ? tight_least : least)
                                       : list && size == last_group && is_listed;
            if (!is_rest || size > most || text_.token(sign).begin > end + 1u ||
                !text_.is_number(sign + 1) || number.begin > text_.token(sign).end + 1u ||
                harmless_[number.begin] || is_alphanumeric(text_.at(number.end)) ||
                is_followed_by_digits(number.end))
                break;
            end = number.end;
        }
        return end;
    }

    /// "/0813-9900-..." is a whole number, "/08.00" a time.
    [[nodiscard]] bool is_followed_by_digits(std::size_t end) const {
        return U".-: "sv.find(text_.at(end)) != std::u32string_view::npos &&
               is_digit(text_.at(end + 1));
    }

    /// ISBN and EAN.
    [[nodiscard]] bool is_book_number(std::size_t begin, std::size_t digits) const {
        return digits == 13 && text_.at(begin) == U'9' && text_.at(begin + 1) == U'7' &&
               (text_.at(begin + 2) == U'8' || text_.at(begin + 2) == U'9');
    }

    void tell(PersonalKind kind, Span place) {
        if (findings_.size() < most_findings)
            findings_.push_back(personal_finding(text_, kind, place));
    }

    const CaptionText& text_;
    const std::vector<bool>& harmless_;
    const OwnFacts& own_;
    CaptionFindings& findings_;
    std::size_t labels_from_ = 0;
    bool among_accounts_ = false;
};

/// Where the digits of a phone end that begins at `at`: "62812-9900-0101", "+62 812 9900 0101".
std::size_t linked_phone_end(const CaptionText& text, std::size_t at, std::string& digits) {
    constexpr std::size_t most = 16;
    std::size_t end = at;
    for (; digits.size() <= most; ++at) {
        const char32_t point = text.at(at);
        if (is_digit(point)) {
            digits += static_cast<char>(point);
            end = at + 1;
        } else if (has_mobile_shape(digits) ||
                   U"-. ()+"sv.find(point) == std::u32string_view::npos || at > end + 1) {
            break;
        }
    }
    return end;
}

/// Phones in addresses: wa.me/628..., ?phone=628..., t.me/+628..., signal.me/#p/+628...
void find_linked_phones(const AnalysedCaption& reading, const OwnFacts& own,
                        CaptionFindings& findings) {
    const auto& text = reading.text;
    constexpr std::array before{
        U"wa.me/"sv,       U"phone="sv,        U"t.me/"sv,  U"signal.me/#p/"sv, U"whatsapp.com/"sv,
        U"telegram.me/"sv, U"telegram.dog/"sv, U"/send/"sv, U"number="sv,       U"/chat/"sv,
        U"/#p/"sv,         U"/u/"sv,           U"/ti/p/~"sv};
    for (const auto& link : reading.links) {
        const auto address = std::u32string_view(text.lower()).substr(link.begin, link.size());
        for (const auto& sign : before) {
            const auto found = address.find(sign);
            if (found == address.npos) continue;
            std::size_t begin = link.begin + found + sign.size();
            if (text.at(begin) == U'+') ++begin;
            if (text.lower().compare(begin, 3, U"%2b") == 0) begin += 3;
            std::string digits;
            const auto end = linked_phone_end(text, begin, digits);
            if (!has_mobile_shape(digits) || own.has_number(digits) ||
                findings.size() >= most_findings)
                continue;
            findings.push_back(personal_finding(text, PersonalKind::phone, {begin, end}));
            break;
        }
    }
}

/// A number without its area code, of somebody's home: "Telp rumah Pak Budi: 321234". Without such
/// a word or name it may be the office's.
void find_local_phones(const AnalysedCaption& reading, const std::vector<bool>& harmless,
                       const OwnFacts& own, CaptionFindings& findings) {
    static const auto& label = words("telephone");
    static const auto& office = words("office_place");
    const auto& text = reading.text;
    constexpr std::size_t fewest = 5, most = 8, reach = 8;
    for (std::size_t i = 0; i < text.tokens().size() && findings.size() < most_findings; ++i) {
        const auto count = label.match(text, i);
        if (count == 0) continue;
        std::size_t at = i + count;
        bool home = false, own_office = false;
        for (; at < i + reach && !text.is_number(at); ++at) {
            if (text.is_line_break(at)) break;
            home = home || text.is_word(at, U"rumah") || named_person(text, at) > 0;
            own_office = own_office || office.has(text, at);
        }
        if (!home || own_office || !text.is_number(at)) continue;
        const std::size_t begin = text.token(at).begin;
        std::string digits;
        std::size_t end = begin;
        for (; text.is_number(at) && text.token(at).begin <= end + 1u; ++at) {
            for (auto place = text.token(at).begin; place < text.token(at).end; ++place)
                digits += static_cast<char>(text.at(place));
            end = text.token(at).end;
            if (text.is_mark(at + 1, U'-') && text.token(at + 1).begin == end) ++at, ++end;
        }
        if (!is_digit(text.at(end - 1))) --end;
        if (digits.size() < fewest || digits.size() > most || digits[0] == '0' || harmless[begin] ||
            is_alphanumeric(text.at(end)) || own.has_number(digits))
            continue;
        findings.push_back(personal_finding(text, PersonalKind::landline, {begin, end}));
    }
}

}  // namespace

void find_personal_numbers(const AnalysedCaption& reading, const std::vector<bool>& harmless,
                           const OwnFacts& own, CaptionFindings& findings) {
    Numbers numbers(reading, harmless, own, findings);
    for (const auto& run : find_digit_runs(reading.text, harmless)) numbers.read(run);
    find_linked_phones(reading, own, findings);
    find_local_phones(reading, harmless, own, findings);
}

}  // namespace mediaedit::internal
