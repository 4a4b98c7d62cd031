// Characters of captions, by GLib.
#include "language/caption_letters.hpp"

#include "base/owned.hpp"

#include <glib.h>

#include <algorithm>
#include <memory>

namespace mediaedit::internal {
namespace {

using GText = Owned<char, &g_free>;

gssize size_of(std::string_view text) { return static_cast<gssize>(text.size()); }

}  // namespace

std::string_view letter_at(const char* place) {
    return {place, static_cast<std::size_t>(g_utf8_next_char(place) - place)};
}

int letter_count(std::string_view text) {
    return text.empty() ? 0 : static_cast<int>(g_utf8_strlen(text.data(), size_of(text)));
}

std::string_view first_letters(std::string_view text, int most) {
    std::size_t end = 0;
    for (; most > 0 && end < text.size(); --most)
        end += static_cast<std::size_t>(g_utf8_next_char(text.data() + end) - (text.data() + end));
    return text.substr(0, std::min(end, text.size()));
}

std::string one_clean_line(std::string_view text) {
    if (text.empty()) return {};  // GLib does not accept a null pointer
    const GText valid(g_utf8_make_valid(text.data(), size_of(text)));
    std::string line;
    line.reserve(text.size());
    for (const char* c = valid.get(); *c != '\0'; c = g_utf8_next_char(c)) {
        const auto letter = g_utf8_get_char(c);
        // A joiner (U+200D), which holds emoji together, is not a control character here.
        if (g_unichar_isspace(letter) || g_unichar_iscntrl(letter)) {
            if (!line.empty() && line.back() != ' ') line += ' ';
        } else {
            line += letter_at(c);
        }
    }
    if (!line.empty() && line.back() == ' ') line.pop_back();
    return line;
}

std::string small_letters(std::string_view text) {
    return text.empty() ? std::string() : GText(g_utf8_strdown(text.data(), size_of(text))).get();
}

std::string with_capital(std::string_view text) {
    const auto word = text.substr(0, text.find(' '));
    const auto dot = word.find('.');
    const bool address = dot != word.npos && dot + 1 < word.size();
    if (text.empty() || address) return std::string(text);
    const auto first = first_letters(text, 1);
    const auto large = g_unichar_toupper(g_utf8_get_char(first.data()));
    std::string capital(6, '\0');
    capital.resize(static_cast<std::size_t>(g_unichar_to_utf8(large, capital.data())));
    return capital.append(text.substr(first.size()));
}

bool ends_sentence(std::string_view text) {
    // A closing quote or bracket may follow the stop.
    while (!text.empty() && (text.back() == '"' || text.back() == ')' || text.back() == '\''))
        text.remove_suffix(1);
    if (text.ends_with("”")) text.remove_suffix(std::string_view("”").size());
    return !text.empty() &&
           (text.back() == '.' || text.back() == '!' || text.back() == '?' || text.ends_with("…"));
}

std::string whole_sentence(std::string_view text) {
    auto sentence = with_capital(text);
    if (!sentence.empty() && !ends_sentence(sentence)) sentence += '.';
    return sentence;
}

}  // namespace mediaedit::internal
