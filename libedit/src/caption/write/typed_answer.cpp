// One answer of a form, as a caption has it.
#include "caption/write/typed_answer.hpp"

#include "language/caption_letters.hpp"
#include "language/dates/caption_date.hpp"
#include "language/dates/caption_time.hpp"
#include "language/numbers/rupiah.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <string>
#include <string_view>
#include <utility>

namespace mediaedit::internal {
namespace {

bool is_border(char c) { return c == ' ' || std::isdigit(static_cast<unsigned char>(c)) != 0; }

/// Removes `word` from either end, where it is a whole word. "ke-" may touch what follows. Returns
/// whether it was there.
bool remove_word(std::string& text, const std::string& word) {
    const auto small = small_letters(text), wanted = small_letters(word);
    // The positions match only if the small letters are as long.
    if (wanted.empty() || small.size() != text.size() || small.size() <= wanted.size())
        return false;
    const bool touches = wanted.back() == '-';
    if (small.starts_with(wanted) && (touches || is_border(small[wanted.size()]))) {
        text = one_clean_line(std::string_view(text).substr(wanted.size()));
        return true;
    }
    if (!touches && small.ends_with(wanted) && is_border(small[small.size() - wanted.size() - 1])) {
        text = one_clean_line(std::string_view(text).substr(0, text.size() - wanted.size()));
        return true;
    }
    return false;
}

std::string without_known_words(std::string text, const FieldFacts& field,
                                std::string_view village) {
    // "Sebanyak 32 anak balita" has three. The bound limits the time.
    constexpr int most_rounds = 4;
    bool again = true;
    for (int round = 0; again && round < most_rounds; ++round) {
        again = false;
        for (const auto& word : field.without)
            again = remove_word(text, word == "{desa}" ? std::string(village) : word) || again;
    }
    return text;
}

bool is_yes(const FieldFacts& field, const std::string& answer) {
    static constexpr std::array<std::string_view, 8> words{"yes",   "ya", "y", "true",
                                                           "benar", "1",  "x", "✓"};
    const auto small = small_letters(answer);
    return std::find(words.begin(), words.end(), small) != words.end() ||
           small == small_letters(field.ticked.id) || small == small_letters(field.ticked.en);
}

std::string chosen(const FieldFacts& field, const std::string& answer, std::string_view language) {
    const auto small = small_letters(answer);
    for (const auto& [label, text] : field.choices)
        for (const auto* known : {&label.id, &label.en, &text.id, &text.en})
            if (small == small_letters(*known)) return text.in(language);
    return answer;
}

FieldText list_text(std::string_view typed, std::string_view language) {
    FieldText list;
    while (!typed.empty()) {
        const auto end = std::min(typed.find('\n'), typed.size());
        if (auto item = one_clean_line(typed.substr(0, end)); !item.empty())
            list.items.push_back(std::move(item));
        typed.remove_prefix(std::min(end + 1, typed.size()));
    }
    const auto last_join = language == "en" ? " and " : ", dan ";
    for (std::size_t i = 0; i < list.items.size(); ++i) {
        const bool last = i > 0 && i + 1 == list.items.size();
        // Between two items Indonesian has no comma.
        if (i > 0)
            list.text +=
                last ? (list.items.size() == 2 && language != "en" ? " dan " : last_join) : ", ";
        list.text += list.items[i];
    }
    return list;
}

std::string with_plain_dashes(std::string_view text) {
    constexpr std::string_view dash = "–";
    std::string plain;
    for (auto at = text.find(dash); at != text.npos; at = text.find(dash)) {
        (plain += text.substr(0, at)) += '-';
        text.remove_prefix(at + dash.size());
    }
    return plain += text;
}

}  // namespace

FieldText typed_answer(const FieldFacts& field, std::string_view typed, std::string_view village,
                       std::string_view language) {
    if (field.kind == FieldKind::list) return list_text(typed, language);
    const auto clean = one_clean_line(typed);
    if (clean.empty()) return {};
    if (field.kind == FieldKind::tick)
        return is_yes(field, clean) ? FieldText{field.ticked.in(language), true} : FieldText{};
    if (field.kind == FieldKind::sentence) return {whole_sentence(clean), true};
    const auto answer = without_known_words(clean, field, village);
    switch (field.kind) {
        case FieldKind::date:
            if (const auto date = read_date(answer)) return {date_in_words(*date, language)};
            break;
        case FieldKind::time:
            if (auto time = time_in_words(answer, language)) return {std::move(*time)};
            break;
        case FieldKind::money:
            if (auto money = money_in_words(answer, language)) return {std::move(*money)};
            break;
        case FieldKind::choice: return {chosen(field, answer, language)};
        default: break;
    }
    return {answer};
}

bool is_change(const FieldFacts& field, std::string_view typed, const FieldText& shown) {
    // People expect a list to be joined, a choice to become its text and a sentence to be
    // completed; likewise an ISO date in words, a longer dash and the zone of a time.
    if (field.kind == FieldKind::list || field.kind == FieldKind::choice ||
        field.kind == FieldKind::sentence)
        return false;
    const auto clean = one_clean_line(typed);
    if (field.kind == FieldKind::tick)
        return shown.text.empty() && !clean.empty() && clean != "no" && clean != "tidak" &&
               clean != "false" && clean != "0";
    if (field.kind == FieldKind::date)
        if (const auto date = read_date(clean); date && iso_date(date->first) == clean)
            return false;
    return with_plain_dashes(clean) != with_plain_dashes(shown.text) &&
           !(field.kind == FieldKind::time &&
             with_plain_dashes(clean) + " WIB" == with_plain_dashes(shown.text));
}

}  // namespace mediaedit::internal
