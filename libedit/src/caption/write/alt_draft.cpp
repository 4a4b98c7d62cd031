// A draft of an alternative text.
#include "caption/write/alt_draft.hpp"

#include "language/caption_letters.hpp"

#include <glib.h>

#include <algorithm>
#include <string>
#include <string_view>

namespace mediaedit::internal {
namespace {

/// One or two sentences, which is what listeners can follow.
constexpr int comfortable_letters = 250;
/// The shortest mobile number has ten digits. Amounts and dates have fewer without a space.
constexpr int telephone_digits = 9;

bool is_emoji(gunichar letter) {
    return letter >= 0x1F000 || (letter >= 0x2600 && letter <= 0x27BF) || letter == 0xFE0F ||
           letter == 0x200D;
}

std::string without_signs(std::string_view text) {
    std::string plain;
    for (const char *c = text.data(), *end = c + text.size(); c < end; c = g_utf8_next_char(c)) {
        const auto letter = g_utf8_get_char(c);
        if (letter != '#' && !is_emoji(letter)) plain += letter_at(c);
    }
    return one_clean_line(plain);
}

/// Removes the words that contain a long number.
std::string without_telephones(std::string_view text) {
    std::string plain;
    while (!text.empty()) {
        const auto end = std::min(text.find(' '), text.size());
        const auto word = text.substr(0, end);
        const auto digits =
            std::count_if(word.begin(), word.end(), [](char c) { return c >= '0' && c <= '9'; });
        if (digits < telephone_digits) (plain += plain.empty() ? "" : " ") += word;
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return plain;
}

}  // namespace

std::string alt_draft(const CaptionTemplate& whole, const FieldTexts& texts,
                      const Placement& placement) {
    auto draft = with_capital(without_telephones(without_signs(fill(whole, texts))));
    const int most =
        std::min(comfortable_letters, placement.alt_text_max_chars.value_or(comfortable_letters));
    if (letter_count(draft) <= most) return draft;
    draft = first_letters(draft, most - 1);
    if (const auto word = draft.rfind(' '); word != std::string::npos) draft.resize(word);
    return draft + "…";
}

}  // namespace mediaedit::internal
