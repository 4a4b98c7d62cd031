// Rows of digits with signs between them.
#include "language/numbers/digit_runs.hpp"

#include "language/numbers/digit_atoms.hpp"
#include "language/numbers/number_shapes.hpp"

#include <string>
#include <string_view>
#include <utility>

namespace mediaedit::internal {
namespace {

using namespace std::literals;

/// What separates two groups. `nothing_in_common`: they are not of the same run.
enum class Between { nothing_in_common, space, slash, tight };

/// Joins groups of digits into runs.
class Runs {
public:
    Runs(const CaptionText& text, const std::vector<bool>& harmless)
        : text_(text), atoms_(text, harmless) {}

    std::vector<DigitRun> found() {
        const auto size = text_.plain().size();
        for (std::size_t at = 0; at < size;) {
            if (!atoms_.is_part(at)) {
                ++at;
                continue;
            }
            std::size_t end = at;
            auto groups = atoms_.read(at, end);
            if (groups.empty()) open_ = false;
            for (auto& group : groups) add(std::move(group));
            at = end;
        }
        return std::move(runs_);
    }

private:
    void add(DigitGroup group) {
        auto gap = open_ ? between(runs_.back().groups.back().place.end, group.place.begin)
                         : Between::nothing_in_common;
        const bool only_letters = group.swaps == group.digits.size();
        if (gap == Between::nothing_in_common) {
            // "o-8-1-2", "OO 99": letters may begin a run where digits follow.
            open_ = !only_letters || atoms_.is_followed(group.place);
            if (!open_) return;
            auto& run = runs_.emplace_back();
            std::size_t before = group.place.begin;
            run.plus = before > 0 && text_.at(before - 1) == U'+';
            if (run.plus) --before;
            run.bracket = before > 0 && is_opening(text_.at(before - 1)) &&
                          is_closing(text_.at(group.place.end));
            digits_ = 0;
        } else {
            // "081299000101-081299000102" are two numbers.
            constexpr std::size_t whole_number = 9;
            const bool begins_phone =
                group.digits.starts_with("08") || group.digits.starts_with("62");
            if (gap == Between::tight && digits_ >= whole_number && begins_phone)
                gap = Between::space;
            runs_.back().groups.back().may_end = gap != Between::tight;
            if (gap != Between::tight && digits_ >= whole_number) digits_ = 0;
        }
        group.may_begin = gap != Between::tight;
        digits_ += group.digits.size();
        runs_.back().groups.push_back(std::move(group));
        open_ = true;
    }

    static bool is_opening(char32_t point) noexcept { return point == U'(' || point == U'['; }
    static bool is_closing(char32_t point) noexcept { return point == U')' || point == U']'; }

    /// What stands between the last group, which ends at `from`, and one that begins at `to`.
    [[nodiscard]] Between between(std::size_t from, std::size_t to) const {
        constexpr std::size_t longest = 5;
        if (to == from || to - from > longest) return Between::nothing_in_common;
        bool space = false, slash = false;
        for (std::size_t at = from; at < to; ++at) {
            const char32_t point = text_.at(at);
            if (point == U' ') space = true;
            else if (joins_groups(from, at, to)) space = true;
            else if (point == U'/' || point == U'\\') slash = true;
            else if (is_opening(point) && !is_within_country_code(to))
                return Between::nothing_in_common;
            else if (is_closing(point) && !is_bracketed(from)) return Between::nothing_in_common;
            else if (point == U',' || point == U':') {
                // "0812,9900,0101"; a list has spaces, a time has two digits.
                constexpr std::size_t fewest = 3;
                const bool inside = to == from + 1 &&
                                    runs_.back().groups.back().digits.size() >= fewest &&
                                    is_digit(text_.at(to + 2));
                if (!inside) return Between::nothing_in_common;
            } else if (U".-_~'()[]\u00B7\u2022"sv.find(point) == std::u32string_view::npos) {
                return Between::nothing_in_common;
            }
        }
        // A bracket with a space does not separate: "(0299) 700123", "+62 (0)878".
        const bool bracket = is_closing(text_.at(from)) || is_opening(text_.at(to - 1));
        if (bracket) return Between::tight;
        return slash ? Between::slash : space ? Between::space : Between::tight;
    }

    /// Whether a sign joins groups: "0812*9900*1111", "3399|0212|0885|0002", or the line break
    /// within a number. Such a sign separates the cells of a table too, so a number may begin and
    /// end there.
    [[nodiscard]] bool joins_groups(std::size_t from, std::size_t at, std::size_t to) const {
        const char32_t point = text_.at(at);
        constexpr std::size_t fewest = 3, most = 5;
        const auto before = runs_.back().groups.back().digits.size();
        const auto behind = digits_at(to).size();
        if (point == U'\n') return to - from <= most && is_broken_off(to);
        if (before > most || behind > most) return false;
        if (U"*|+=#\u00D7"sv.find(point) != std::u32string_view::npos)
            return to == from + 1 && before >= fewest && behind >= fewest &&
                   !(is_phone_begin(to) && is_phone_begin(runs_.back().groups.back().place.begin));
        return is_picture(point) && (before == 1 || behind > 1);
    }

    [[nodiscard]] bool is_phone_begin(std::size_t at) const {
        return text_.at(at) == U'0' && text_.at(at + 1) == U'8';
    }

    /// Whether it is an arrow, a shape or an emoji, which some put between the parts of a number.
    static bool is_picture(char32_t point) {
        constexpr char32_t arrows = 0x2190, last_symbol = 0x2BFF, emoji = 0x1F000, last = 0x1FAFF;
        return (point >= arrows && point <= last_symbol) || (point >= emoji && point <= last);
    }

    /// Whether the digits in the line at `to` stand alone there and complete the run to a mobile
    /// number or a NIK.
    [[nodiscard]] bool is_broken_off(std::size_t to) const {
        constexpr std::size_t fewest = 3, most = 12, whole_phone = 10, whole_nik = 16;
        std::string rest;
        std::size_t end = to;
        for (std::size_t at = to; rest.size() <= most; ++at) {
            const char32_t point = text_.at(at);
            if (is_digit(point)) rest += static_cast<char>(point), end = at + 1;
            else if (at > end || (point != U'-' && point != U' ' && point != U'.')) break;
        }
        const char32_t next = text_.at(end);
        const bool alone = next == 0 || U"\n,;)."sv.find(next) != std::u32string_view::npos;
        if (rest.size() < fewest || rest.size() > most || !alone) return false;
        const auto& groups = runs_.back().groups;
        std::string all;
        for (std::size_t i = groups.size(); i-- > 0 && all.size() < whole_nik;) {
            all.insert(0, groups[i].digits);
            const bool begins_phone =
                (all.starts_with("08") || all.starts_with("628")) && !rest.starts_with("08");
            if (groups[i].may_begin &&
                ((begins_phone && all.size() < whole_phone && has_mobile_shape(all + rest)) ||
                 has_nik_shape(all + rest)))
                return true;
        }
        return false;
    }

    [[nodiscard]] std::string digits_at(std::size_t at) const {
        constexpr std::size_t most = 16;
        std::string digits;
        for (; is_digit(text_.at(at)) && digits.size() < most; ++at)
            digits += static_cast<char>(text_.at(at));
        return digits;
    }

    /// Whether the bracket before `to` belongs to a country code: "+62 (0)878", "62(812)".
    [[nodiscard]] bool is_within_country_code(std::size_t to) const {
        const auto& groups = runs_.back().groups;
        const bool code =
            groups.size() == 1 && (groups[0].digits == "62" || groups[0].digits == "0062");
        const bool zero = text_.at(to) == U'0' && is_closing(text_.at(to + 1));
        return code || (zero && groups.back().digits == "62");
    }

    /// Whether the group that ends at `from` stands in brackets, as an area code does; not "1)
    /// ...".
    [[nodiscard]] bool is_bracketed(std::size_t from) const {
        std::size_t begin = from;
        while (begin > 0 && (is_alphanumeric(text_.at(begin - 1)) || text_.at(begin - 1) == U'+'))
            --begin;
        return begin > 0 && is_opening(text_.at(begin - 1));
    }

    const CaptionText& text_;
    DigitAtoms atoms_;
    std::vector<DigitRun> runs_;
    bool open_ = false;
    std::size_t digits_ = 0;  ///< the number of digits since a number may have begun
};

}  // namespace

std::vector<DigitRun> find_digit_runs(const CaptionText& text, const std::vector<bool>& harmless) {
    return Runs(text, harmless).found();
}

}  // namespace mediaedit::internal
