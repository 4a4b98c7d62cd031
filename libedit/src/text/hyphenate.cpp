// Hyphenates words between syllables.
#include "text/hyphenate.hpp"

#include <glib.h>

#include <algorithm>
#include <array>
#include <cstddef>
#include <vector>

namespace mediaedit::internal {
namespace {

using namespace std::literals;

/// A letter, or two letters for one sound: ng, ny, sy, kh.
struct Sound {
    std::size_t begin = 0, end = 0;  ///< bytes
    bool vowel = false;
};

/// The letter without its accent, in lower case.
gunichar plain_letter(gunichar letter) {
    gunichar first = letter, mark = 0;
    while (g_unichar_decompose(first, &first, &mark)) {}
    return g_unichar_tolower(first);
}

bool is_vowel(gunichar letter) {
    return std::u32string_view(U"aiueoy").find(plain_letter(letter)) != std::u32string_view::npos;
}

bool is_latin(gunichar letter) {
    return g_unichar_isalpha(letter) && g_unichar_get_script(letter) == G_UNICODE_SCRIPT_LATIN;
}

/// The sounds of the letters between two bytes of a word.
std::vector<Sound> sounds_of(std::string_view word, std::size_t begin, std::size_t end) {
    std::vector<Sound> sounds;
    std::size_t at = begin;
    gunichar before = 0;
    while (at < end) {
        const gunichar letter = g_utf8_get_char(word.data() + at);
        const auto next =
            static_cast<std::size_t>(g_utf8_next_char(word.data() + at) - word.data());
        const auto small = plain_letter(letter);
        constexpr std::array pairs{U"ng"sv, U"ny"sv, U"sy"sv, U"kh"sv,
                                   U"ch"sv, U"sh"sv, U"th"sv, U"ph"sv};
        const std::array<char32_t, 2> both{before, small};
        const bool pair = !sounds.empty() && !sounds.back().vowel &&
                          std::find(pairs.begin(), pairs.end(),
                                    std::u32string_view(both.data(), 2)) != pairs.end();
        if (pair) sounds.back().end = next;
        // y is a vowel only if no vowel follows: "system", but not "yayasan".
        else
            sounds.push_back(
                {at, next,
                 is_vowel(letter) && !(small == U'y' && next < end &&
                                       is_vowel(g_utf8_get_char(word.data() + next)))});
        before = pair ? 0 : small;
        at = next;
    }
    return sounds;
}

bool is_diphthong(std::string_view word, const Sound& first, const Sound& second) {
    const auto a = plain_letter(g_utf8_get_char(word.data() + first.begin)),
               b = plain_letter(g_utf8_get_char(word.data() + second.begin));
    return (a == U'a' && (b == U'i' || b == U'u')) || (a == U'o' && b == U'i') ||
           (a == U'e' && b == U'i');
}

/// Byte offsets of syllables.
std::vector<std::size_t> syllables_between(std::string_view word, std::size_t begin,
                                           std::size_t end) {
    const auto sounds = sounds_of(word, begin, end);
    std::vector<std::size_t> places;
    for (std::size_t vowel = 0; vowel < sounds.size(); ++vowel) {
        if (!sounds[vowel].vowel) continue;
        std::size_t next = vowel + 1;
        while (next < sounds.size() && !sounds[next].vowel) ++next;
        if (next == sounds.size()) break;
        const auto consonants = next - vowel - 1;
        if (consonants == 0 && is_diphthong(word, sounds[vowel], sounds[next])) continue;
        places.push_back(sounds[consonants > 1 ? vowel + 2 : vowel + 1].begin);
    }
    return places;
}

/// Suffixes -an and -i are split behind the consonant ("keuang-an"), prefixes before the vowel
/// ("meng-ambil"). Where the syllable rules would split elsewhere, the word is not broken.
bool is_doubtful(std::string_view word, std::size_t begin, std::size_t end, std::size_t place) {
    const auto tail = word.substr(place, end - place);
    constexpr std::size_t shortest_head = 2, shortest_tail = 3;
    if (place - begin < shortest_head || tail.size() < shortest_tail) return true;
    std::string small;
    for (const char c : word.substr(begin, end - begin))
        small += static_cast<char>(g_ascii_tolower(c));
    const auto rest = std::string_view(small).substr(place - begin);
    const auto vowel = [](char c) { return "aiueo"sv.find(c) != std::string_view::npos; };
    constexpr std::size_t longest_suffixed = 4;
    if (rest.size() <= longest_suffixed && rest.ends_with("an") && !rest.starts_with("kan") &&
        !vowel(rest.front()))
        return true;
    for (const auto prefix : {"meng"sv, "peng"sv, "ber"sv, "ter"sv, "per"sv})
        if (small.size() > prefix.size() && small.starts_with(prefix) &&
            vowel(small[prefix.size()]) && place - begin < prefix.size())
            return true;
    return false;
}

}  // namespace

bool is_plain_word(std::string_view word) {
    std::size_t letters = 0;
    for (std::size_t at = 0; at < word.size();) {
        const gunichar letter = g_utf8_get_char(word.data() + at);
        const auto next =
            static_cast<std::size_t>(g_utf8_next_char(word.data() + at) - word.data());
        if (g_unichar_isalpha(letter)) {
            const auto script = g_unichar_get_script(letter);
            if (script != G_UNICODE_SCRIPT_LATIN && script != G_UNICODE_SCRIPT_CYRILLIC &&
                script != G_UNICODE_SCRIPT_GREEK)
                return false;
            ++letters;
        } else if (g_unichar_isdigit(letter) || letter == U'@' || letter == U'#' ||
                   letter == U'_') {
            return false;
        } else if ((letter == U'.' || letter == U'/' || letter == U':') && next < word.size() &&
                   g_unichar_isalpha(g_utf8_get_char(word.data() + next))) {
            return false;  // "desa.id"
        }
        at = next;
    }
    return letters > 0;
}

std::string with_soft_hyphens(std::string_view word) {
    if (!is_plain_word(word)) return std::string(word);
    std::string broken;
    for (std::size_t at = 0; at < word.size();) {
        std::size_t end = at;
        while (end < word.size() && is_latin(g_utf8_get_char(word.data() + end)))
            end = static_cast<std::size_t>(g_utf8_next_char(word.data() + end) - word.data());
        std::size_t from = at;
        for (const auto place : syllables_between(word, at, end)) {
            if (is_doubtful(word, at, end, place)) continue;
            broken.append(word.substr(from, place - from)).append(soft_hyphen);
            from = place;
        }
        broken.append(word.substr(from, end - from));
        at = end;
        if (at < word.size()) {
            const auto next =
                static_cast<std::size_t>(g_utf8_next_char(word.data() + at) - word.data());
            broken.append(word.substr(at, next - at));
            at = next;
        }
    }
    return broken;
}

}  // namespace mediaedit::internal
