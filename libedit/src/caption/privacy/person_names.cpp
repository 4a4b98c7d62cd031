// Names of persons in lists: how they look, and which words are known as names.
#include "caption/privacy/person_names.hpp"

#include "language/phrases.hpp"

#include <algorithm>
#include <array>

namespace mediaedit::internal {
namespace {

using namespace std::literals;

/// "Menanam Pohon", "Berenang Bersama": what one does.
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
    constexpr std::array endings{
        Ending{U"iyem", 6},    Ending{U"inem", 5},   Ending{U"ijem", 5},  Ending{U"ikem", 5},
        Ending{U"iyah", 6},    Ending{U"inah", 6},   Ending{U"irah", 6},  Ending{U"imin", 6},
        Ending{U"iman", 6},    Ending{U"ijan", 6},   Ending{U"idi", 5},   Ending{U"ijo", 5},
        Ending{U"iyo", 5},     Ending{U"iyono", 6},  Ending{U"ianto", 6}, Ending{U"yanto", 6},
        Ending{U"yanti", 6},   Ending{U"wanto", 6},  Ending{U"wanti", 6}, Ending{U"wati", 6},
        Ending{U"ningsih", 8}, Ending{U"yono", 6},   Ending{U"yoto", 6},  Ending{U"ismi", 6},
        Ending{U"atmi", 6},    Ending{U"armi", 6},   Ending{U"arni", 6},  Ending{U"arno", 6},
        Ending{U"arsih", 6},   Ending{U"artini", 7}, Ending{U"atun", 6},  Ending{U"iyati", 7},
        Ending{U"rejo", 9},    Ending{U"mardi", 6},  Ending{U"anto", 7}};
    const auto ends = [&](const Ending& ending) {
        return lower.size() >= ending.shortest && lower.ends_with(ending.letters);
    };
    return std::any_of(endings.begin(), endings.end(), ends);
}

/// What belongs to a name and is none: "bin", "binti", initials.
bool is_joint(std::u32string_view lower) {
    return lower == U"bin" || lower == U"binti" || lower == U"bt" || lower == U"al" ||
           lower.size() == 1;
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
    constexpr std::size_t longest_name = 5;
    PersonName name{index, false, true};
    std::size_t at = index;
    while (honorific.has(text, at) || titles.has(text, at)) {
        name.known = name.known || honorific.has(text, at);
        ++at;
        if (text.is_mark(at, U'.')) ++at;
    }
    std::size_t count = 0;
    while (text.is_word(at) && (count == 0 || !behind.has(text, at))) {
        const auto& token = text.token(at);
        const auto lower = text.lower(token);
        const bool other = no_name.has(text, at) && !given.has(text, at);
        // "Ngatiyem dan ..." ends there, "Sri Rejeki Makmur" is none.
        if (other && count > 0 && !token.capital) break;
        if (other || is_verb(lower) || ++count > longest_name) return {index, false, true};
        if (!token.capital && !is_joint(lower)) name.capital = false;
        name.known = name.known || is_known_name(text, at);
        ++at;
        if (text.is_mark(at, U'.') && text.is_word(at + 1)) ++at;
    }
    if (count > 0) name.end_token = at;
    return name;
}

}  // namespace mediaedit::internal
