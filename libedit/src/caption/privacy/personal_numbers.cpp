// Personal numbers in runs of digits. The label decides what a number is, then its shape, then its
// length.
#include "caption/privacy/number_kinds.hpp"
#include "caption/privacy/personal.hpp"
#include "language/labels.hpp"
#include "language/numbers/digit_runs.hpp"
#include "language/numbers/number_shapes.hpp"
#include "language/phrases.hpp"

#include <algorithm>
#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

namespace mediaedit::internal {
namespace {

using namespace std::literals;

/// The longest number is a NITKU, with 22 digits.
constexpr std::size_t most_digits = 24;
/// More groups are a list, unless a number is written digit by digit or in pairs. A list is tried
/// from each of its numbers, so this also limits the time.
constexpr std::size_t most_groups = 8;
/// The label before a number of at least this length belongs to that number alone.
constexpr std::size_t own_label_digits = 6;

/// Reads the runs of a text.
class Numbers {
public:
    Numbers(const AnalysedCaption& caption, const std::vector<bool>& harmless, const OwnFacts& own,
            CaptionFindings& findings)
        : text_(caption.text), harmless_(harmless), own_(own), findings_(findings) {
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
    /// Reports the longest number that begins at the group. Returns the first group behind it, or
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
                report(*kind, place);
                std::size_t next = group + 1;
                while (next < run.groups.size() && run.groups[next].place.begin < place.end) ++next;
                return next;
            }
        }
        // A very long row of digits that nothing explains.
        constexpr std::size_t suspicious_digits = 13;
        const std::size_t alone = run.groups[first].place.size();
        const bool plain = run.groups[first].swaps == 0 && !run.groups[first].glued;
        if (!is_harmless && plain && alone >= suspicious_digits && run.groups[first].may_end &&
            !is_book_number(begin, alone)) {
            report(PersonalKind::long_number, run.groups[first].place);
            return first + 1;
        }
        return first;
    }

    [[nodiscard]] std::optional<PersonalKind> kind_of(const NumberCandidate& number,
                                                      const std::vector<FoundLabel>& labels,
                                                      bool is_harmless) const {
        if (is_harmless && !has_nik_shape(number.digits)) return std::nullopt;
        // Behind a label more letters may stand for digits: "HP O8I2-99OO-IIII".
        const bool labelled = !labels.empty() && !is_harmless;
        if (number.swaps * (labelled ? 3 : 4) > number.digits.size() * 2) return std::nullopt;
        if (number.glued && !has_nik_shape(number.digits) && !has_mobile_shape(number.digits))
            return std::nullopt;
        for (const auto& [label, begin, end] : labels)
            if (const auto kind = kind_by_label(number, label)) return kind;
        for (const auto& [label, begin, end] : labels_behind(text_, number.end))
            if (const auto kind = kind_by_label(number, label)) return kind;
        return kind_by_shape(number);
    }

    [[nodiscard]] NumberCandidate candidate(const DigitRun& run, std::size_t first,
                                            std::size_t last) const {
        static const auto& owner = words("account_owner");
        NumberCandidate number;
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

    /// The end of a further number that shares the first digits: "0812-9900-1111/2222", "(0299)
    /// 712345 / 712346"; `end` where there is none.
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
            // "/ 112" is another number, ", 45" is a count.
            constexpr std::size_t tight_least = 2, least = 4, list_least = 6;
            // ", 2222" is one; ", 2026" and ", 4512 jiwa" are not.
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

    /// Whether more digits follow: "/0813-9900-..." is a whole number, "/08.00" a time.
    [[nodiscard]] bool is_followed_by_digits(std::size_t end) const {
        return U".-: "sv.find(text_.at(end)) != std::u32string_view::npos &&
               is_digit(text_.at(end + 1));
    }

    /// Whether it is an ISBN.
    [[nodiscard]] bool is_book_number(std::size_t begin, std::size_t digits) const {
        return digits == 13 && text_.at(begin) == U'9' && text_.at(begin + 1) == U'7' &&
               (text_.at(begin + 2) == U'8' || text_.at(begin + 2) == U'9');
    }

    void report(PersonalKind kind, Span place) {
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

}  // namespace

void find_personal_numbers(const AnalysedCaption& caption, const std::vector<bool>& harmless,
                           const OwnFacts& own, CaptionFindings& findings) {
    Numbers numbers(caption, harmless, own, findings);
    for (const auto& run : find_digit_runs(caption.text, harmless)) numbers.read(run);
    find_linked_phones(caption, own, findings);
    find_local_phones(caption, harmless, own, findings);
}

}  // namespace mediaedit::internal
