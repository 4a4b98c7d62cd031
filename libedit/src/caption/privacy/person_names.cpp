// Names of persons in lists.
#include "caption/privacy/person_names.hpp"

#include "language/phrases.hpp"

#include <algorithm>
#include <array>

namespace mediaedit::internal {
namespace {

using namespace std::literals;

/// "Menanam Pohon", "Berenang Bersama"
bool is_verb(std::u32string_view lower) {
    constexpr std::size_t shortest = 7;
    constexpr std::array beginnings{U"mem"sv, U"men"sv, U"meng"sv, U"ber"sv, U"ter"sv};
    const auto begins = [&](std::u32string_view with) { return lower.starts_with(with); };
    return lower.size() >= shortest && std::any_of(beginnings.begin(), beginnings.end(), begins);
}

/// Endings of Javanese names that hardly any other word has: Tukiyem, Wagirah, Ngadiman, Suyanto.
bool has_name_ending(std::u32string_view lower) {
    struct Ending {
        std::u32string_view letters;
        std::size_t shortest;  ///< of the whole word
    };
    constexpr std::array name_endings{
        Ending{U"iyem", 6},    Ending{U"inem", 5},   Ending{U"ijem", 5},  Ending{U"ikem", 5},
        Ending{U"iyah", 6},    Ending{U"inah", 6},   Ending{U"irah", 6},  Ending{U"imin", 6},
        Ending{U"iman", 6},    Ending{U"ijan", 6},   Ending{U"idi", 5},   Ending{U"ijo", 5},
        Ending{U"iyo", 5},     Ending{U"iyono", 6},  Ending{U"ianto", 6}, Ending{U"yanto", 6},
        Ending{U"yanti", 6},   Ending{U"wanto", 6},  Ending{U"wanti", 6}, Ending{U"wati", 6},
        Ending{U"ningsih", 8}, Ending{U"yono", 6},   Ending{U"yoto", 6},  Ending{U"ismi", 6},
        Ending{U"atmi", 6},    Ending{U"armi", 6},   Ending{U"arni", 6},  Ending{U"arno", 6},
        Ending{U"arsih", 6},   Ending{U"artini", 7}, Ending{U"atun", 6},  Ending{U"iyati", 7},
        Ending{U"mardi", 6},   Ending{U"anto", 7}};
    const auto ends = [&](const Ending& ending) {
        return lower.size() >= ending.shortest && lower.ends_with(ending.letters);
    };
    return std::any_of(name_endings.begin(), name_endings.end(), ends);
}

/// Parts of names that are not names themselves: "bin", "binti", initials.
bool is_joint(std::u32string_view lower) {
    return lower == U"bin" || lower == U"binti" || lower == U"bt" || lower == U"al" ||
           lower.size() == 1;
}

/// Whether a name continues behind the dot at `at`: "H. Karto", "Moh.Ali". A dot with a space
/// behind it ends a sentence, except behind an abbreviation.
bool continues_behind_dot(const CaptionText& text, std::size_t at) {
    static const auto& titles = words("name_title");
    constexpr std::array shortened{U"moh"sv, U"muh"sv, U"mohd"sv, U"much"sv, U"moch"sv,
                                   U"abd"sv, U"st"sv,  U"sdr"sv,  U"md"sv};
    if (!text.is_mark(at, U'.') || !text.is_word(at + 1)) return false;
    // "Sukinem.Paijo" are two persons.
    if (text.touches_previous(at + 1) &&
        !(is_known_name(text, at - 1) && is_known_name(text, at + 1)))
        return true;
    const auto lower = text.lower(text.token(at - 1));
    return lower.size() == 1 || titles.has(text, at - 1) ||
           std::find(shortened.begin(), shortened.end(), lower) != shortened.end();
}

/// Whether the number of the next item stands behind a name: "Sukinem b) Paijo iii) ...", "Sukinem
/// b. Paijo".
bool begins_item(const CaptionText& text, std::size_t at) {
    const auto lower = text.lower(text.token(at));
    const bool letter = lower.size() == 1;
    constexpr std::size_t longest_roman = 4;
    if ((letter || is_roman(lower, longest_roman)) && text.is_mark(at + 1, U')')) return true;
    return letter && !text.token(at).capital && text.token(at - 1).capital &&
           text.is_mark(at + 1, U'.') && !text.touches_previous(at + 2);
}

/// Whether an unknown word in small letters belongs to a name: a sign or the end of the line
/// follows soon, as in "karto raharja, ...". In "Ngatiyem sangat senang ..." a sentence goes on.
bool ends_soon(const CaptionText& text, std::size_t at) {
    static const auto& joint = words("list_joint");
    static const auto& behind = words("behind_name");
    static const auto& no_name = words("not_a_name");
    constexpr std::size_t most_words = 2;
    for (std::size_t i = at + 1; i <= at + most_words; ++i) {
        if (!text.is_word(i) || joint.has(text, i) || behind.has(text, i)) return true;
        if (no_name.has(text, i)) return false;
    }
    return false;
}

}  // namespace

bool is_known_name(const CaptionText& text, std::size_t index) {
    static const auto& given = words("given_name");
    static const auto& no_name = words("not_a_name");
    if (!text.is_word(index)) return false;
    return given.has(text, index) ||
           (!no_name.has(text, index) && has_name_ending(text.lower(text.token(index))));
}

PersonName person_name_at(const CaptionText& text, std::size_t index) {
    static const auto& no_name = words("not_a_name");
    static const auto& honorific = words("honorific");
    static const auto& titles = words("name_title");
    static const auto& behind = words("behind_name");
    static const auto& given = words("given_name");
    constexpr std::size_t most_name_words = 5;
    PersonName name{index, false, true, false};
    std::size_t at = index;
    while (honorific.has(text, at) || titles.has(text, at)) {
        name.known = name.known || honorific.has(text, at);
        ++at;
        if (text.is_mark(at, U'.')) ++at;
    }
    std::size_t count = 0;
    bool letters = false;  // a word that is more than an initial
    std::size_t end = at;
    while (text.is_word(at)) {
        const auto& token = text.token(at);
        const auto lower = text.lower(token);
        const bool is_given = given.has(text, at);
        if (behind.has(text, at) && (count > 0 || !is_given)) break;
        if (count > 0 && begins_item(text, at)) break;
        const bool other = !is_given && (no_name.has(text, at) || is_verb(lower));
        // "Ngatiyem dan ..." ends at "dan"; "Sri Rejeki Makmur" may not be a name at all.
        name.cut = other && count > 0 && token.capital;
        if (other && count > 0) break;
        if (other || count == most_name_words) return {index, false, true, false};
        if (count > 0 && !token.capital && !is_joint(lower) && !is_known_name(text, at) &&
            !ends_soon(text, at))
            break;
        ++count;
        letters = letters || !is_joint(lower);
        if (!token.capital && !is_joint(lower)) name.capital = false;
        name.known = name.known || is_known_name(text, at);
        end = ++at;
        if (continues_behind_dot(text, at)) ++at;
    }
    if (!letters) return {index, false, true, false};
    name.end_token = end;
    return name;
}

}  // namespace mediaedit::internal
