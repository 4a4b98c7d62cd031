// Lists of words and phrases, looked up word by word.
#include "language/phrases.hpp"

#include "json/json_fields.hpp"

#include <algorithm>
#include <map>

namespace mediaedit::internal {

extern const std::string_view words_json;

namespace {

/// Longer words are in no list, so they are not looked up.
constexpr std::size_t longest_word = 40;

std::map<std::string, Phrases, std::less<>> read_words() {
    const auto file = parse_json(words_json);
    std::map<std::string, Phrases, std::less<>> lists;
    for (const auto& [name, phrases] : file.at("lists").items())
        lists.emplace(name, Phrases(phrases.get<std::vector<std::string>>()));
    return lists;
}

bool is_bridge(const CaptionText& text, std::size_t index) { return text.is_mark(index, U".-/"); }

}  // namespace

Phrases::Phrases(const std::vector<std::string>& phrases) {
    for (const auto& written : phrases) {
        const CaptionText text(written);
        Phrase phrase;
        phrase.exact = text.plain() != text.lower();
        for (const auto& token : text.tokens())
            if (token.kind == Token::Kind::word)
                phrase.words.emplace_back(phrase.exact ? text.plain(token) : text.lower(token));
        std::u32string first(text.lower(text.token(0)));
        by_first_word_[first].push_back(std::move(phrase));
    }
}

std::size_t Phrases::match(const CaptionText& text, std::size_t index) const {
    const auto& first = text.token(index);
    if (first.kind != Token::Kind::word || first.end - first.begin > longest_word) return 0;
    const auto found = by_first_word_.find(text.lower(first));
    if (found == by_first_word_.end()) return 0;
    std::size_t longest = 0;
    for (const auto& phrase : found->second) {
        std::size_t at = index;
        bool same = true;
        for (std::size_t word = 0; same && word < phrase.words.size(); ++word) {
            if (word > 0)
                for (int bridges = 0; bridges < 2 && is_bridge(text, at); ++bridges) ++at;
            const auto& token = text.token(at);
            same = token.kind == Token::Kind::word &&
                   (phrase.exact ? text.plain(token) : text.lower(token)) == phrase.words[word];
            ++at;
        }
        if (same) longest = std::max(longest, at - index);
    }
    return longest;
}

bool Phrases::ends_at(const CaptionText& text, std::size_t begin, std::size_t end) const {
    constexpr std::size_t longest = 5;
    for (std::size_t i = end - std::min(longest, end - begin); i < end; ++i)
        if (match(text, i) == end - i) return true;
    return false;
}

const Phrases& words(std::string_view list) {
    static const auto lists = read_words();
    const auto found = lists.find(list);
    if (found == lists.end())
        fail(ErrorCode::internal,
             tr("Something went wrong inside the program; your files are unchanged."), {},
             "no word list " + std::string(list));
    return found->second;
}

}  // namespace mediaedit::internal
