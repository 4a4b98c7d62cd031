// NIK, KK, cards, tax numbers, phones, accounts: runs of digits told apart by label, then shape, then length.
#include "post/digit_runs.hpp"
#include "post/labels.hpp"
#include "post/number_shapes.hpp"
#include "post/personal.hpp"
#include "post/phrases.hpp"

#include <algorithm>
#include <optional>

namespace mediaedit::internal {
namespace {

/// The longest number there is: the 22 digits of a NITKU, with some to spare.
constexpr std::size_t most_digits = 24;
/// A NIK written two by two has seven; more are a list. Each list is tried from each of its numbers, so this is time as well.
constexpr std::size_t most_groups = 8;
/// A number this long has a label of its own; one before it belongs to it alone.
constexpr std::size_t own_label_digits = 6;

/// Some groups of a run, looked at as one number.
struct Candidate {
    std::string digits;
    std::vector<std::size_t> groups;  ///< digits in each
    bool plus = false, bracket = false;
    std::size_t end = 0;              ///< in the plain text
    bool is_owned = false;            ///< "a.n." follows
    [[nodiscard]] bool is(std::initializer_list<std::size_t> sizes) const { return std::equal(groups.begin(), groups.end(), sizes.begin(), sizes.end()); }
    [[nodiscard]] bool has(std::size_t least, std::size_t most) const { return digits.size() >= least && digits.size() <= most; }
};

PersonalKind nik_or_kk(const Candidate& number) { return is_womans_nik(number.digits) ? PersonalKind::nik : PersonalKind::nik_or_kk; }

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
            if (!nik_shape && (has_card_shape(digits) || digits.size() == 16)) return PersonalKind::card;
            break;
        case Label::npwp:
            if (digits.size() == 16 && nik_shape) return PersonalKind::nik;
            if (digits.size() == 15 || digits.size() == 16 || digits.size() == 22) return PersonalKind::npwp;
            break;
        case Label::phone:
            if (has_mobile_shape(digits) || (number.plus && number.has(9, 14))) return PersonalKind::phone;
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
            if (number.has(12, 20) && !nik_shape && !has_mobile_shape(digits)) return PersonalKind::certificate;
            break;
        case Label::plate:
        case Label::passport:
        case Label::harmless: break;
    }
    return std::nullopt;
}

std::optional<PersonalKind> by_shape(const Candidate& number) {
    const auto& digits = number.digits;
    const bool whole = number.groups.size() == 1;
    const bool in_fours = std::all_of(number.groups.begin(), number.groups.end() - 1, [](std::size_t size) { return size == 4; });
    if (has_nik_shape(digits) && (whole || in_fours || number.is({2, 2, 2, 6, 4}) || number.is({6, 6, 4}) || number.is({2, 2, 2, 2, 2, 2, 4}) || number.is({12, 4}) || number.is({6, 10}))) return nik_or_kk(number);
    if (has_card_shape(digits) && (whole || in_fours || number.is({4, 6, 5}))) return PersonalKind::card;
    if (number.is({2, 3, 3, 1, 3, 3})) return PersonalKind::npwp;
    if (has_staff_number_shape(digits) && (whole || number.is({8, 6, 1, 3}))) return PersonalKind::staff_number;
    // Eight and more groups are a list, not a way to write a phone.
    if (has_mobile_shape(digits) && number.groups.size() <= 6) return PersonalKind::phone;
    if (number.plus && number.has(10, 14)) return PersonalKind::phone;
    if (number.bracket && has_landline_shape(digits)) return PersonalKind::landline;
    if (number.is_owned && number.has(10, 16)) return PersonalKind::account;
    return std::nullopt;
}

/// Reads all runs of a text.
class Numbers {
public:
    Numbers(const Reading& reading, const OwnFacts& own, CaptionFindings& findings) : text_(reading.text), own_(own), findings_(findings) {}

    void read(const DigitRun& run) {
        for (std::size_t first = 0; first < run.groups.size();) {
            const auto next = run.groups[first].may_begin ? read_from(run, first) : first;
            first = std::max(next, first + 1);
        }
        std::size_t digits = 0;
        for (const auto& group : run.groups) digits += group.place.size();
        if (digits >= own_label_digits) labels_from_ = run.groups.back().place.end;
    }

private:
    /// Tells of the longest number that begins at the group; gives the first group behind it, or `first`.
    std::size_t read_from(const DigitRun& run, std::size_t first) {
        std::size_t digits = 0, last = first;
        for (std::size_t group = first; group < run.groups.size() && group < first + most_groups; ++group) {
            if (group > first && digits + run.groups[group].place.size() > most_digits) break;
            digits += run.groups[group].place.size();
            last = group;
        }
        constexpr std::size_t fewest_digits = 8;
        const std::size_t begin = run.groups[first].place.begin;
        const auto labels = digits >= fewest_digits ? labels_before(text_, run.whole(first, first).begin, first == 0 ? labels_from_ : run.groups[first - 1].place.end) : std::vector<FoundLabel>{};
        const bool is_harmless = !labels.empty() && labels.front().label == Label::harmless;
        if (digits >= fewest_digits && run.groups[first].place.size() <= most_digits) {
            for (std::size_t group = last + 1; group-- > first;) {
                if (!run.groups[group].may_end) continue;
                auto number = candidate(run, first, group);
                if (number.digits.size() < fewest_digits) break;
                if (own_.has_number(number.digits)) return group + 1;
                const auto kind = kind_of(number, labels, is_harmless);
                if (!kind) continue;
                tell(*kind, run.whole(first, group));
                return group + 1;
            }
        }
        // What is left: one very long row of digits that nothing explains.
        constexpr std::size_t suspicious_digits = 13;
        const std::size_t alone = run.groups[first].place.size();
        if (!is_harmless && alone >= suspicious_digits && run.groups[first].may_end && !is_book_number(begin, alone)) {
            tell(PersonalKind::long_number, run.groups[first].place);
            return first + 1;
        }
        return first;
    }

    [[nodiscard]] std::optional<PersonalKind> kind_of(const Candidate& number, const std::vector<FoundLabel>& labels, bool is_harmless) const {
        if (is_harmless && !has_nik_shape(number.digits)) return std::nullopt;
        for (const auto& [label, begin, end] : labels)
            if (const auto kind = by_label(number, label)) return kind;
        for (const auto& [label, begin, end] : labels_behind(text_, number.end))
            if (const auto kind = by_label(number, label)) return kind;
        return by_shape(number);
    }

    [[nodiscard]] Candidate candidate(const DigitRun& run, std::size_t first, std::size_t last) const {
        static const auto& owner = words("account_owner");
        Candidate number;
        number.digits = digits_of(text_, run, first, last);
        for (std::size_t group = first; group <= last; ++group) number.groups.push_back(run.groups[group].place.size());
        number.end = run.groups[last].place.end;
        number.plus = first == 0 && run.plus;
        number.bracket = first == 0 && run.bracket && last > first;
        std::size_t next = text_.token_from(run.groups[last].place.end);
        if (text_.is_mark(next, U',') || text_.is_mark(next, U'(')) ++next;
        number.is_owned = owner.has(text_, next);
        return number;
    }

    /// ISBN and EAN.
    [[nodiscard]] bool is_book_number(std::size_t begin, std::size_t digits) const {
        return digits == 13 && text_.at(begin) == U'9' && text_.at(begin + 1) == U'7' && (text_.at(begin + 2) == U'8' || text_.at(begin + 2) == U'9');
    }

    void tell(PersonalKind kind, Span place) {
        if (findings_.size() < most_findings) findings_.push_back(personal_finding(text_, kind, place));
    }

    const CaptionText& text_;
    const OwnFacts& own_;
    CaptionFindings& findings_;
    std::size_t labels_from_ = 0;
};

/// "339902l2O8850002" behind a label: what a camera or a hasty thumb makes of digits.
class MisreadNiks {
public:
    MisreadNiks(const CaptionText& text, CaptionFindings& findings) : text_(text), findings_(findings) {}

    void read() {
        for (std::size_t i = 0; i < text_.tokens().size();) {
            std::size_t end = i + 1;
            while (end < text_.tokens().size() && text_.token(end).begin == text_.token(end - 1).end && is_part(end)) ++end;
            if (is_part(i) && text_.token(end - 1).end - text_.token(i).begin == 16) judge({text_.token(i).begin, text_.token(end - 1).end});
            i = end;
        }
    }

private:
    [[nodiscard]] bool is_part(std::size_t index) const { return text_.is_number(index) || text_.is_word(index) || text_.is_mark(index, U'|'); }

    void judge(Span place) {
        constexpr int most_swaps = 3;
        int swaps = 0;
        std::string digits;
        for (std::size_t at = place.begin; at < place.end; ++at) {
            const char32_t point = text_.plain()[at];
            if (is_digit(point)) digits += static_cast<char>(point);
            else if (const auto meant = meant_digit(point); meant != 0 && ++swaps <= most_swaps) digits += meant;
            else return;
        }
        if (swaps == 0 || !has_nik_shape(digits) || findings_.size() >= most_findings) return;
        for (const auto& label : labels_before(text_, place.begin, 0))
            if (label.label == Label::nik || label.label == Label::kk) {
                findings_.push_back(personal_finding(text_, label.label == Label::nik ? PersonalKind::nik : PersonalKind::kk, place));
                return;
            }
    }

    static char meant_digit(char32_t point) noexcept {
        switch (point) {
            case U'O':
            case U'o': return '0';
            case U'I':
            case U'l':
            case U'|': return '1';
            case U'S': return '5';
            case U'B': return '8';
            case U'Z': return '2';
            default: return 0;
        }
    }

    const CaptionText& text_;
    CaptionFindings& findings_;
};

/// Phones in addresses: wa.me/628..., ?phone=628...
void find_linked_phones(const Reading& reading, const OwnFacts& own, CaptionFindings& findings) {
    const auto& text = reading.text;
    for (const auto& link : reading.links) {
        const auto address = std::u32string_view(text.lower()).substr(link.begin, link.size());
        for (const std::u32string_view before : {U"wa.me/", U"phone="}) {
            auto at = address.find(before);
            if (at == address.npos) continue;
            at += before.size();
            if (address.substr(at).starts_with(U'+')) ++at;
            std::string digits;
            for (std::size_t i = at; i < address.size() && is_digit(address[i]); ++i) digits += static_cast<char>(address[i]);
            if (!has_mobile_shape(digits) || own.has_number(digits) || findings.size() >= most_findings) continue;
            findings.push_back(personal_finding(text, PersonalKind::phone, {link.begin + at, link.begin + at + digits.size()}));
        }
    }
}

}  // namespace

void find_personal_numbers(const Reading& reading, const std::vector<bool>& harmless, const OwnFacts& own, CaptionFindings& findings) {
    Numbers numbers(reading, own, findings);
    for (const auto& run : find_digit_runs(reading.text, harmless)) numbers.read(run);
    MisreadNiks(reading.text, findings).read();
    find_linked_phones(reading, own, findings);
}

}  // namespace mediaedit::internal
