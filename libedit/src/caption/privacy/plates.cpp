// Vehicle plates, passports and birth certificates: letters and digits together.
#include "caption/privacy/personal.hpp"
#include "language/labels.hpp"
#include "language/phrases.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <string_view>

namespace mediaedit::internal {
namespace {

using namespace std::literals;

// The registration letters of Indonesia: source X11 in docs/apps/captions.md.
constexpr std::array prefixes{
    U"a"sv,  U"aa"sv, U"ab"sv, U"ad"sv, U"ae"sv, U"ag"sv, U"b"sv,  U"ba"sv, U"bb"sv,
    U"bd"sv, U"be"sv, U"bg"sv, U"bh"sv, U"bk"sv, U"bl"sv, U"bm"sv, U"bn"sv, U"bp"sv,
    U"d"sv,  U"da"sv, U"db"sv, U"dc"sv, U"dd"sv, U"de"sv, U"dg"sv, U"dh"sv, U"dk"sv,
    U"dl"sv, U"dm"sv, U"dn"sv, U"dp"sv, U"dr"sv, U"dt"sv, U"dw"sv, U"e"sv,  U"ea"sv,
    U"eb"sv, U"ed"sv, U"f"sv,  U"g"sv,  U"h"sv,  U"k"sv,  U"kb"sv, U"kh"sv, U"kt"sv,
    U"ku"sv, U"l"sv,  U"m"sv,  U"n"sv,  U"p"sv,  U"pa"sv, U"pb"sv, U"pg"sv, U"ps"sv,
    U"pt"sv, U"py"sv, U"r"sv,  U"s"sv,  U"t"sv,  U"w"sv,  U"z"sv};

/// Short words in capitals that follow other numbers: "DD 2026 DI", "H 1447 H", "TA 2026 KM".
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

/// Whether a phrase stands in the same line, less than `near` tokens away.
bool has_near(const CaptionText& text, std::size_t index, const Phrases& phrases,
              std::size_t near) {
    for (std::size_t i = index > near ? index - near : 0; i < index + near; ++i)
        if (text.same_line(i, index) && phrases.has(text, i)) return true;
    return false;
}

/// Whether the line says that the plate is red, which is that of a government vehicle.
bool is_red_plate(const CaptionText& text, std::size_t index) {
    static const auto& red = words("red_plate");
    return has_near(text, index, red, 12);
}

bool is_about_vehicles(const CaptionText& text, std::size_t index) {
    static const auto& vehicle = words("vehicle_word");
    return has_near(text, index, vehicle, 20);
}

/// Whether at most a space and one sign separate the tokens.
bool is_close(const CaptionText& text, const Token& left, const Token& right) {
    constexpr std::size_t longest = 3;
    if (right.begin < left.end || right.begin - left.end > longest) return false;
    std::size_t signs = 0;
    for (auto at = left.end; at < right.begin; ++at) {
        if (U" -._\u00B7\u2022"sv.find(text.at(at)) == std::u32string_view::npos) return false;
        if (text.at(at) != U' ') ++signs;
    }
    return right.begin - left.end <= 1 || signs == 1;
}

/// Skips one dot, hyphen or the like.
std::size_t skip_mark(const CaptionText& text, std::size_t index) {
    return text.skip_marks(index, U"-._\u00B7\u2022", 1);
}

/// Whether the letters count something, men and women or length and width: "L 120 P 134".
bool is_row_of_counts(const CaptionText& text, std::size_t prefix, std::size_t suffix) {
    constexpr std::size_t near = 3;
    const std::size_t at = text.skip_marks(suffix + 1, U"=:.-", near - 1);
    if (text.is_number(at) && text.same_line(at, suffix) &&
        text.token(at).begin - text.token(suffix).end <= 3)
        return true;
    return prefix > 1 && text.is_number(prefix - 1) &&
           text.token(prefix).begin - text.token(prefix - 1).end <= 1;
}

/// Letters and digits in the shape of a plate.
struct Plate {
    std::size_t prefix = 0,
                suffix = 0;  ///< tokens; the first of letters that are written one by one
    std::size_t digits = 0;
    std::u32string letters_before, letters_behind;  ///< as they are written
    bool loose = false;  ///< "AD 4 4 1 2 QX", "AD 4412 Q X", "AD - 4412 - QX"
    bool has_suffix = false;
    Span place;
};

bool is_prefix(std::u32string letters) {
    for (auto& letter : letters)
        if (letter >= U'A' && letter <= U'Z') letter += U'a' - U'A';
    return is_in(prefixes, std::u32string_view(letters));
}

/// Adds the letters at a token: one word, or single capitals. Returns the first token behind them.
std::size_t take_letters(const CaptionText& text, std::size_t index, std::size_t most,
                         std::u32string& letters) {
    std::size_t at = index;
    while (text.is_word(at) && letters.size() < most) {
        const auto& token = text.token(at);
        const std::size_t size = token.end - token.begin;
        const bool single = size == 1 && is_capital(text.at(token.begin));
        if (at > index && (!single || !is_close(text, text.token(at - 1), token))) break;
        letters += text.plain(token);
        ++at;
        if (!single) break;
    }
    return at;
}

/// Counts up to four digits at a token, together or one by one. Returns the first token behind
/// them, or `index`.
std::size_t take_digits(const CaptionText& text, std::size_t index, std::size_t& digits) {
    constexpr std::size_t most = 4;
    std::size_t at = index;
    while (text.is_number(at)) {
        const std::size_t size = text.length(at);
        if (at > index && (size != 1 || !is_close(text, text.token(at - 1), text.token(at)))) break;
        digits += size;
        ++at;
        if (size != 1) break;
    }
    return digits <= most ? at : index;
}

std::optional<Plate> plate_shape_at(const CaptionText& text, std::size_t index) {
    const auto& first = text.token(index);
    constexpr std::size_t longest_prefix = 2, longest_suffix = 3;
    if (first.kind != Token::Kind::word || first.end - first.begin > longest_prefix)
        return std::nullopt;
    if (first.begin > 0 &&
        (is_alphanumeric(text.at(first.begin - 1)) || text.at(first.begin - 1) == U'#'))
        return std::nullopt;
    Plate plate;
    plate.prefix = index;
    const auto behind = take_letters(text, index, longest_prefix, plate.letters_before);
    if (!is_prefix(plate.letters_before)) return std::nullopt;
    const auto number = skip_mark(text, behind);
    const auto number_end = take_digits(text, number, plate.digits);
    if (number_end == number || text.at(text.token(number).begin) == U'0' ||
        !is_close(text, text.token(behind - 1), text.token(number)))
        return std::nullopt;
    const auto& last_digit = text.token(number_end - 1);
    plate.suffix = skip_mark(text, number_end);
    plate.place = {first.begin, last_digit.end};
    if (text.is_word(plate.suffix) && is_close(text, last_digit, text.token(plate.suffix))) {
        const auto end = take_letters(text, plate.suffix, longest_suffix, plate.letters_behind);
        plate.has_suffix = plate.letters_behind.size() <= longest_suffix &&
                           !is_digit(text.at(text.token(end - 1).end));
        if (plate.has_suffix) plate.place.end = text.token(end - 1).end;
        plate.loose = end - plate.suffix > 1 ||
                      text.token(plate.suffix).begin > text.token(number_end - 1).end + 1u;
    }
    plate.loose = plate.loose || behind - index > 1 || number_end - number > 1 ||
                  text.token(number).begin > text.token(behind - 1).end + 1u;
    if (!plate.has_suffix && is_digit(text.at(last_digit.end + 1)) &&
        text.at(last_digit.end) != U' ')
        return std::nullopt;
    return plate;
}

/// Whether it is a plate without a word such as "nopol". Six or more digits and letters behind are
/// enough; fewer need a word about vehicles.
bool is_plate_by_itself(const CaptionText& text, const Plate& plate) {
    if (!plate.has_suffix || !is_all_capitals(plate.letters_before) ||
        !is_all_capitals(plate.letters_behind))
        return false;
    const auto letters = plate.letters_behind.size();
    constexpr std::size_t fewest = 3, enough = 6;
    if (plate.digits < fewest || is_in(no_suffixes, text.lower(text.token(plate.suffix))) ||
        text.is_shouted_line(text.token(plate.prefix).line, plate.place))
        return false;
    // Loose letters and digits may be a list.
    return (letters > 1 && plate.digits + letters >= enough && !plate.loose) ||
           is_about_vehicles(text, plate.prefix);
}

/// Whether a word that always means a plate stands right before it: "plat H 3 L".
bool is_named_plate(const CaptionText& text, std::size_t index) {
    static const auto& named = words("plate_word");
    return named.ends_at(text, 0, text.skip_marks_back(index, U":.=-("));
}

std::optional<Span> plate_at(const CaptionText& text, std::size_t index) {
    const auto plate = plate_shape_at(text, index);
    if (!plate || (plate->has_suffix && is_row_of_counts(text, plate->prefix, plate->suffix)))
        return std::nullopt;
    if (has_label(text, plate->place.begin, Label::plate)) {
        // "nopol K 7 A" and "nopol ad 9993 zz" are plates, "motor A 2 unit" is not.
        const auto& suffix = text.token(plate->suffix);
        if (!plate->has_suffix ||
            (is_in(no_suffixes, text.lower(suffix)) &&
             !(is_named_plate(text, index) && is_all_capitals(plate->letters_behind))) ||
            (!is_all_capitals(text.plain(suffix)) && text.token(index).capital))
            return std::nullopt;
    } else if (!is_plate_by_itself(text, *plate)) {
        return std::nullopt;
    }
    return is_red_plate(text, index) ? std::nullopt : std::optional(plate->place);
}

/// A passport's number behind the word: one or two letters and six to eight digits, "C1234567",
/// "C 123 4567".
std::optional<Span> passport_at(const CaptionText& text, std::size_t index) {
    const auto& letters = text.token(index);
    if (letters.kind != Token::Kind::word || letters.end - letters.begin > 2 ||
        (letters.begin > 0 && is_alphanumeric(text.at(letters.begin - 1))))
        return std::nullopt;
    constexpr std::size_t fewest = 6, most = 8;
    std::size_t digits = 0, last = index;
    while (letters.end - letters.begin + digits < most) {
        const auto next = skip_mark(text, last + 1);
        const auto& number = text.token(next);
        if (!text.is_number(next) || !is_close(text, text.token(last), number) ||
            digits + (number.end - number.begin) > most)
            break;
        digits += number.end - number.begin;
        last = next;
    }
    const auto end = text.token(last).end;
    if (digits < fewest || is_alphanumeric(text.at(end))) return std::nullopt;
    return has_label(text, letters.begin, Label::passport) ? std::optional(Span{letters.begin, end})
                                                           : std::nullopt;
}

/// The number of a birth certificate: "3399-LU-12052015-0001".
std::optional<Span> certificate_at(const CaptionText& text, std::size_t index) {
    if (!text.is_number(index) || text.length(index) != 4 ||
        (!text.is_word(index + 2, U"lu") && !text.is_word(index + 2, U"lt")))
        return std::nullopt;
    const bool joined = text.token(index + 6).begin == text.token(index).end + 13u &&
                        text.is_number(index + 4) && text.is_number(index + 6);
    return joined && text.length(index + 4) == 8 && text.length(index + 6) == 4
               ? std::optional(Span{text.token(index).begin, text.token(index + 6).end})
               : std::nullopt;
}

}  // namespace

void find_plates_and_passports(const AnalysedCaption& caption, CaptionFindings& findings) {
    const auto& text = caption.text;
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
