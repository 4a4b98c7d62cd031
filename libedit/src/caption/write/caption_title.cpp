// The first sentence of a caption, and the title made of it.
#include "caption/write/caption_title.hpp"

#include "language/caption_letters.hpp"

#include <algorithm>

namespace mediaedit::internal {

std::string_view first_sentence(std::string_view text) {
    const auto line = text.substr(0, text.find('\n'));
    for (std::size_t i = 0; i + 2 < line.size(); ++i) {
        const bool stop = line[i] == '.' || line[i] == '!' || line[i] == '?';
        if (stop && line[i + 1] == ' ' && line[i + 2] >= 'A' && line[i + 2] <= 'Z')
            return line.substr(0, i + 1);
    }
    return line;
}

std::string first_line(const std::string& text) { return text.substr(0, text.find('\n')); }

bool erase_all(std::string& text, std::string_view signs) {
    return std::erase_if(text, [&](char c) { return signs.find(c) != signs.npos; }) > 0;
}

void shorten_first_sentence(const CaptionTemplate& whole, const FieldTexts& texts, int most,
                            std::set<int>& left_out) {
    const auto length = [&] { return letter_count(first_sentence(fill(whole, texts, left_out))); };
    int now = length();
    const auto numbers = optionals_of_first_line(whole);
    for (auto number = numbers.rbegin(); number != numbers.rend() && now > most; ++number) {
        left_out.insert(*number);
        if (const int shorter = length(); shorter < now) now = shorter;
        else left_out.erase(*number);
    }
}

CaptionTitle caption_title(const CaptionTemplate& full, const FieldTexts& texts) {
    constexpr int most_letters = 100;
    std::set<int> left_out;
    shorten_first_sentence(full, texts, most_letters + 1, left_out);
    const auto whole = first_line(fill(full, texts, left_out));
    CaptionTitle title{whole, {}};
    const bool signs = erase_all(title.text, "<>");
    if (title.text.ends_with('.')) title.text.pop_back();
    if (letter_count(title.text) > most_letters) {
        title.text = first_letters(title.text, most_letters - 1);
        if (const auto word = title.text.rfind(' '); word != std::string::npos)
            title.text.resize(word);
        title.text += "…";
        title.changes.push_back({"title", whole, title.text});
    } else if (signs) {
        title.changes.push_back({"title", whole, title.text});
    }
    const bool in_text = std::any_of(texts.begin(), texts.end(), [](const auto& field) {
        return field.second.text.find_first_of("<>") != std::string::npos;
    });
    if (in_text) title.changes.push_back({"text", "< >", ""});
    return title;
}

}  // namespace mediaedit::internal
