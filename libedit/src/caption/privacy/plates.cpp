// Vehicle plates and passports: letters and digits together.
#include "caption/privacy/personal.hpp"
#include "language/labels.hpp"
#include "language/phrases.hpp"

#include <algorithm>
#include <array>

namespace mediaedit::internal {
namespace {

using namespace std::literals;

// X11.
constexpr std::array prefixes{
    U"a"sv,  U"aa"sv, U"ab"sv, U"ad"sv, U"ae"sv, U"ag"sv, U"b"sv,  U"ba"sv, U"bb"sv,
    U"bd"sv, U"be"sv, U"bg"sv, U"bh"sv, U"bk"sv, U"bl"sv, U"bm"sv, U"bn"sv, U"bp"sv,
    U"d"sv,  U"da"sv, U"db"sv, U"dc"sv, U"dd"sv, U"de"sv, U"dg"sv, U"dh"sv, U"dk"sv,
    U"dl"sv, U"dm"sv, U"dn"sv, U"dp"sv, U"dr"sv, U"dt"sv, U"dw"sv, U"e"sv,  U"ea"sv,
    U"eb"sv, U"ed"sv, U"f"sv,  U"g"sv,  U"h"sv,  U"k"sv,  U"kb"sv, U"kh"sv, U"kt"sv,
    U"ku"sv, U"l"sv,  U"m"sv,  U"n"sv,  U"p"sv,  U"pa"sv, U"pb"sv, U"pg"sv, U"ps"sv,
    U"pt"sv, U"py"sv, U"r"sv,  U"s"sv,  U"t"sv,  U"w"sv,  U"z"sv};

/// Short words in capitals that may follow a number: "DD 2026 DI", "H 1447 H", "TA 2026 KM".
constexpr std::array no_suffixes{
    U"di"sv, U"ke"sv,  U"dan"sv, U"kk"sv,  U"rt"sv,  U"rw"sv,  U"ri"sv,  U"sd"sv,  U"tk"sv,
    U"mi"sv, U"kpm"sv, U"blt"sv, U"dd"sv,  U"add"sv, U"ta"sv,  U"m"sv,   U"km"sv,  U"cm"sv,
    U"mm"sv, U"kg"sv,  U"gr"sv,  U"hok"sv, U"org"sv, U"wib"sv, U"th"sv,  U"thn"sv, U"uu"sv,
    U"ha"sv, U"h"sv,   U"l"sv,   U"lt"sv,  U"lu"sv,  U"ml"sv,  U"jam"sv, U"jt"sv,  U"rb"sv,
    U"rp"sv, U"vs"sv,  U"sak"sv, U"pcs"sv, U"w"sv,   U"v"sv,   U"va"sv,  U"pk"sv,  U"cc"sv,
    U"s"sv,  U"mb"sv,  U"gb"sv,  U"ac"sv,  U"mhz"sv, U"wa"sv,  U"no"sv};

template <class List>
bool is_in(const List& list, std::u32string_view word) {
    return std::find(list.begin(), list.end(), word) != list.end();
}

bool has_label(const CaptionText& text, std::size_t place, Label wanted) {
    const auto labels = labels_before(text, place, 0);
    return std::any_of(labels.begin(), labels.end(),
                       [&](const FoundLabel& label) { return label.label == wanted; });
}

bool is_all_capitals(std::u32string_view word) {
    return std::all_of(word.begin(), word.end(), is_capital);
}

/// A word's red plate is a government vehicle's. One line is looked at, and of a long one what is
/// near.
bool is_red_plate(const CaptionText& text, std::size_t index) {
    static const auto& red = words("red_plate");
    constexpr std::size_t near = 12;
    for (std::size_t i = index > near ? index - near : 0; i < index + near; ++i)
        if (text.token(i).line == text.token(index).line && red.has(text, i)) return true;
    return false;
}

/// Whether the gap is nothing, one space, dot or hyphen.
bool is_close(const CaptionText& text, const Token& left, const Token& right) {
    if (right.begin == left.end) return true;
    return right.begin - left.end == 1 &&
           (text.at(left.end) == U' ' || text.at(left.end) == U'-' || text.at(left.end) == U'.');
}

/// The next token that is no dot or hyphen.
std::size_t over_mark(const CaptionText& text, std::size_t index) {
    return text.is_mark(index, U'-') || text.is_mark(index, U'.') ? index + 1 : index;
}

/// "L 120 P 134": men and women, length and width; a number follows the second letter too.
bool is_row_of_counts(const CaptionText& text, std::size_t prefix, std::size_t suffix) {
    constexpr std::size_t near = 3;
    std::size_t at = suffix + 1;
    while (at < suffix + near && (text.is_mark(at, U'=') || text.is_mark(at, U':') ||
                                  text.is_mark(at, U'.') || text.is_mark(at, U'-')))
        ++at;
    if (text.is_number(at) && text.token(at).line == text.token(suffix).line &&
        text.token(at).begin - text.token(suffix).end <= 3)
        return true;
    return prefix > 1 && text.is_number(prefix - 1) &&
           text.token(prefix).begin - text.token(prefix - 1).end <= 1;
}

/// Whether the line speaks of vehicles.
bool is_about_vehicles(const CaptionText& text, std::size_t index) {
    static const auto& vehicle = words("vehicle_word");
    constexpr std::size_t near = 20;
    for (std::size_t i = index > near ? index - near : 0; i < index + near; ++i)
        if (text.token(i).line == text.token(index).line && vehicle.has(text, i)) return true;
    return false;
}

/// Letters and digits that stand as those of a plate do.
struct Plate {
    std::size_t prefix = 0, number = 0, suffix = 0;  ///< tokens
    bool has_suffix = false;
    Span place;
};

std::optional<Plate> plate_shape_at(const CaptionText& text, std::size_t index) {
    const auto& prefix = text.token(index);
    if (prefix.kind != Token::Kind::word || prefix.end - prefix.begin > 2 ||
        !is_in(prefixes, text.lower(prefix)))
        return std::nullopt;
    if (prefix.begin > 0 &&
        (is_alphanumeric(text.at(prefix.begin - 1)) || text.at(prefix.begin - 1) == U'#'))
        return std::nullopt;
    Plate plate{index, over_mark(text, index + 1), 0, false, {}};
    const auto& number = text.token(plate.number);
    if (number.kind != Token::Kind::number || number.end - number.begin > 4 ||
        !is_close(text, prefix, number) || text.at(number.begin) == U'0')
        return std::nullopt;
    plate.suffix = over_mark(text, plate.number + 1);
    const auto& suffix = text.token(plate.suffix);
    plate.has_suffix = suffix.kind == Token::Kind::word && suffix.end - suffix.begin <= 3 &&
                       is_close(text, number, suffix) && !is_digit(text.at(suffix.end));
    if (!plate.has_suffix && is_digit(text.at(number.end + 1)) && text.at(number.end) != U' ')
        return std::nullopt;
    plate.place = {prefix.begin, plate.has_suffix ? suffix.end : number.end};
    return plate;
}

/// Without a word such as nopol. Four digits and two letters tell themselves; fewer need a vehicle.
bool is_plate_by_itself(const CaptionText& text, const Plate& plate) {
    const auto &prefix = text.token(plate.prefix), &number = text.token(plate.number),
               &suffix = text.token(plate.suffix);
    if (!plate.has_suffix || !is_all_capitals(text.plain(prefix)) ||
        !is_all_capitals(text.plain(suffix)))
        return false;
    const auto digits = number.end - number.begin, letters = suffix.end - suffix.begin;
    constexpr std::size_t fewest = 3, enough = 6;
    if (digits < fewest || is_in(no_suffixes, text.lower(suffix)) ||
        text.is_shouted_line(prefix.line, plate.place))
        return false;
    return (letters > 1 && digits + letters >= enough) || is_about_vehicles(text, plate.prefix);
}

std::optional<Span> plate_at(const CaptionText& text, std::size_t index) {
    const auto plate = plate_shape_at(text, index);
    if (!plate || (plate->has_suffix && is_row_of_counts(text, plate->prefix, plate->suffix)))
        return std::nullopt;
    if (has_label(text, plate->place.begin, Label::plate)) {
        // "motor A 2 unit" is none; "nopol K 7 A" and "nopol ad 9993 zz" are.
        const auto& suffix = text.token(plate->suffix);
        if (!plate->has_suffix || is_in(no_suffixes, text.lower(suffix)) ||
            (!is_all_capitals(text.plain(suffix)) && text.token(index).capital))
            return std::nullopt;
    } else if (!is_plate_by_itself(text, *plate)) {
        return std::nullopt;
    }
    return is_red_plate(text, index) ? std::nullopt : std::optional(plate->place);
}

/// A letter or two and six to eight digits behind the word.
std::optional<Span> passport_at(const CaptionText& text, std::size_t index) {
    const auto& letters = text.token(index);
    const auto& number = text.token(index + 1);
    if (letters.kind != Token::Kind::word || letters.end - letters.begin > 2 ||
        number.kind != Token::Kind::number)
        return std::nullopt;
    const auto digits = number.end - number.begin;
    if (digits < 6 || digits > 8 || number.begin - letters.end > 1 ||
        is_alphanumeric(text.at(number.end)))
        return std::nullopt;
    if (letters.begin > 0 && is_alphanumeric(text.at(letters.begin - 1))) return std::nullopt;
    return has_label(text, letters.begin, Label::passport)
               ? std::optional(Span{letters.begin, number.end})
               : std::nullopt;
}

/// "3399-LU-12052015-0001"
std::optional<Span> certificate_at(const CaptionText& text, std::size_t index) {
    const auto size = [&](std::size_t i) { return text.token(i).end - text.token(i).begin; };
    if (!text.is_number(index) || size(index) != 4 ||
        (!text.is_word(index + 2, U"lu") && !text.is_word(index + 2, U"lt")))
        return std::nullopt;
    const bool joined = text.token(index + 6).begin == text.token(index).end + 13u &&
                        text.is_number(index + 4) && text.is_number(index + 6);
    return joined && size(index + 4) == 8 && size(index + 6) == 4
               ? std::optional(Span{text.token(index).begin, text.token(index + 6).end})
               : std::nullopt;
}

}  // namespace

void find_plates_and_passports(const AnalysedCaption& reading, CaptionFindings& findings) {
    const auto& text = reading.text;
    for (std::size_t i = 0; i < text.tokens().size() && findings.size() < most_findings; ++i) {
        if (const auto place = certificate_at(text, i))
            findings.push_back(personal_finding(text, PersonalKind::certificate, *place));
        else if (const auto passport = passport_at(text, i))
            findings.push_back(personal_finding(text, PersonalKind::passport, *passport));
        else if (const auto plate = plate_at(text, i))
            findings.push_back(personal_finding(text, PersonalKind::plate, *plate));
    }
}

}  // namespace mediaedit::internal
