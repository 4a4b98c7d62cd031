// Letters and digits between two signs, read as digits.
#include "language/numbers/digit_atoms.hpp"

#include "language/labels.hpp"
#include "language/phrases.hpp"

#include <algorithm>
#include <string_view>
#include <utility>

namespace mediaedit::internal {
namespace {

using namespace std::literals;

/// The digit that a letter stands for, by a typing or scanning error or on purpose; 0: none.
char meant_digit(char32_t point) noexcept {
    switch (point) {
        case U'O':
        case U'o':
        case U'Q': return '0';
        case U'I':
        case U'i':
        case U'l':
        case U'L':
        case U'|': return '1';
        case U'Z':
        case U'z': return '2';
        case U'S':
        case U's': return '5';
        case U'B': return '8';
        default: return 0;
    }
}

bool all_meant_digits(std::u32string_view letters) noexcept {
    return std::all_of(letters.begin(), letters.end(),
                       [](char32_t point) { return meant_digit(point) != 0; });
}

}  // namespace

std::vector<DigitGroup> DigitAtoms::read(std::size_t at, std::size_t& end) {
    parts_.clear();
    bool any_digits = false;
    for (end = at; is_part(end);) {
        Part part{end, end, is_digit(text_.at(end))};
        while (is_part(part.end) && is_digit(text_.at(part.end)) == part.digits) ++part.end;
        any_digits = any_digits || part.digits;
        end = part.end;
        parts_.push_back(part);
    }
    if (!any_digits) return letters_only({at, end});
    std::vector<DigitGroup> groups;
    for (std::size_t i = 0; i < parts_.size();) i = add_group(i, groups);
    return groups;
}

/// A bar counts as 1 only in a row of sixteen digits; elsewhere it separates the cells of a table.
bool DigitAtoms::is_part(std::size_t at) const {
    constexpr std::size_t row = 16;
    if (text_.at(at) != U'|') return is_alphanumeric(text_.at(at));
    std::size_t begin = at, end = at + 1;
    while (begin > 0 && at - begin < row && is_digit(text_.at(begin - 1))) --begin;
    while (end - at <= row && is_digit(text_.at(end))) ++end;
    return end - begin == row && begin < at && end > at + 1;
}

bool DigitAtoms::is_followed(Span place) const {
    constexpr std::size_t longest_sign = 4;
    std::size_t next = place.end;
    while (next < place.end + longest_sign && !is_alphanumeric(text_.at(next)) &&
           text_.at(next) != U'\n')
        ++next;
    const char32_t point = text_.at(next);
    if (next == place.end) return false;
    return is_digit(point) || (meant_digit(point) != 0 && !(is_letter(text_.at(next + 1)) &&
                                                            meant_digit(text_.at(next + 1)) == 0));
}

std::u32string_view DigitAtoms::plain(std::size_t begin, std::size_t end) const {
    return std::u32string_view(text_.plain()).substr(begin, end - begin);
}

/// Whether it is a label that may touch its number: "HP", "nik".
bool DigitAtoms::is_label(const Part& part) const {
    static const auto& glued = words("glued_label");
    const auto token = text_.token_from(part.begin);
    if (text_.token(token).begin != part.begin || text_.token(token).end != part.end) return false;
    return glued.has(text_, token) || begins_label(text_, token);
}

/// Whether it consists of at most eight letters, and all stand for digits.
bool DigitAtoms::is_swapped(const Part& part) const {
    constexpr std::size_t most = 8;
    return !part.digits && part.size() <= most && all_meant_digits(plain(part.begin, part.end)) &&
           !is_label(part);
}

/// Whether it is a word that is written without a space beside a number: "siti", "Siti", not "JP".
bool DigitAtoms::is_plain_word(const Part& part) const {
    static const auto& behind = words("behind_name");
    static const auto& owner = words("account_owner");
    const auto token = text_.token_from(part.begin);
    // "...0002a.n Siti"
    if (text_.token(token).begin == part.begin && owner.has(text_, token)) return true;
    if (part.size() >= 2 && behind.has(text_, token)) return true;
    return part.size() >= 2 && !is_capital(text_.at(part.end - 1)) &&
           is_letter(text_.at(part.end - 1));
}

/// Adds the group that begins at a part. Returns the first part behind it.
std::size_t DigitAtoms::add_group(std::size_t first, std::vector<DigitGroup>& groups) const {
    if (!parts_[first].digits && !is_swapped(parts_[first])) return first + 1;
    std::size_t last = first;
    while (last + 1 < parts_.size() && (parts_[last + 1].digits || is_swapped(parts_[last + 1])))
        ++last;
    auto group = group_of({parts_[first].begin, parts_[last].end});
    bool usable = !stars_or_name(group);
    for (const auto* beside : {first > 0 ? &parts_[first - 1] : nullptr,
                               last + 1 < parts_.size() ? &parts_[last + 1] : nullptr}) {
        if (beside == nullptr || is_label(*beside)) continue;
        group.glued = true;
        usable = usable && is_plain_word(*beside);
    }
    for (std::size_t at = group.place.begin; usable && at < group.place.end; ++at)
        usable = !harmless_[at];
    if (usable) groups.push_back(std::move(group));
    return last + 1;
}

/// Whether the digits are the rest of a masked number ("**** *102") or a part of a name
/// ("karang_99").
/// "*0812-9900-0101*" is neither: WhatsApp shows it in bold.
bool DigitAtoms::stars_or_name(const DigitGroup& group) const {
    constexpr std::size_t most_left = 4, enough = 8, near = 12;
    const auto [begin, end] = group.place;
    const char32_t before = begin > 0 ? text_.at(begin - 1) : U' ', behind = text_.at(end);
    const auto ahead = plain(begin > near ? begin - near : 0, begin);
    const auto stars = std::count(ahead.begin(), ahead.end(), U'*');
    const bool separates = begin > 1 && is_digit(text_.at(begin - 2));  // "0812*9900*1111"
    if (before == U'*' && stars > 1 && !separates && group.digits.size() <= most_left) return true;
    const auto is_read = [&](std::size_t at) {
        return is_digit(text_.at(at)) || meant_digit(text_.at(at)) != 0;
    };
    const bool named = (before == U'_' && !(begin > 1 && is_read(begin - 2))) ||
                       (behind == U'_' && !is_read(end + 1));
    return named && group.digits.size() < enough;
}

/// An atom of letters alone: "OOO" between digits, where capitals show that it is not a word; "o"
/// in "5-9-o-0", "0 0 1 o".
std::vector<DigitGroup> DigitAtoms::letters_only(Span place) const {
    constexpr std::size_t longest = 4, longest_small = 2;
    const auto letters = plain(place.begin, place.end);
    if (letters.size() > longest || letters.find_first_not_of(U"OoIl") != letters.npos) return {};
    const bool capital = letters.find_first_of(U"OI") != letters.npos;
    const bool zeros = letters.size() > 1 && letters.find_first_not_of(U'o') == letters.npos;
    const bool joined = letters.size() <= longest_small &&
                        (follows_sign(place.begin) || follows_single(place.begin));
    const bool single = letters.size() == 1 && is_followed(place);
    return capital || zeros || joined || single ? std::vector{group_of(place)}
                                                : std::vector<DigitGroup>{};
}

/// Whether a sign stands before: "-o", "- o".
bool DigitAtoms::follows_sign(std::size_t at) const {
    while (at > 0 && text_.at(at - 1) == U' ') --at;
    return at > 0 && U"-./_\u00B7\u2022"sv.find(text_.at(at - 1)) != std::u32string_view::npos;
}

/// Whether a single digit stands before, as before the last of "0 0 1 o".
bool DigitAtoms::follows_single(std::size_t at) const {
    if (at < 3 || text_.at(at - 1) != U' ' || text_.at(at - 3) != U' ') return false;
    return is_digit(text_.at(at - 2)) || meant_digit(text_.at(at - 2)) != 0;
}

DigitGroup DigitAtoms::group_of(Span place) const {
    DigitGroup group;
    group.place = place;
    for (std::size_t at = place.begin; at < place.end; ++at) {
        const char32_t point = text_.at(at);
        if (!is_digit(point)) ++group.swaps;
        group.digits += is_digit(point) ? static_cast<char>(point) : meant_digit(point);
    }
    return group;
}

}  // namespace mediaedit::internal
