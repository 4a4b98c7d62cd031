// Short typed texts split into numbers, words and signs.
#include "language/typed_tokens.hpp"

#include <algorithm>
#include <array>
#include <charconv>

namespace mediaedit::internal {
namespace {

/// In bytes. "Selasa, 30 September 2026 sampai dengan Kamis, 1 Oktober 2026" has 62.
constexpr std::size_t longest_text = 100;

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_letter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '\'' ||
           (static_cast<unsigned char>(c) & 0x80) != 0;
}
char small(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

/// The bytes of the dash at the beginning of the text; 0: it begins otherwise. `space_bytes`
/// likewise.
std::size_t dash_bytes(std::string_view text) {
    for (const std::string_view dash : {"–", "—", "‑", "−"})
        if (text.starts_with(dash)) return dash.size();
    return 0;
}
std::size_t space_bytes(std::string_view text) {
    if (text.front() == ' ') return 1;
    return text.starts_with("\u00a0") ? 2 : 0;
}

}  // namespace

int TypedToken::value() const {
    int number = -1;
    if (kind == Kind::number && text.size() <= 4)
        std::from_chars(text.data(), text.data() + text.size(), number);
    return number;
}

std::vector<TypedToken> typed_tokens(std::string_view text) {
    std::vector<TypedToken> tokens;
    if (text.size() > longest_text) return tokens;
    while (!text.empty()) {
        if (const auto space = space_bytes(text); space > 0) {
            text.remove_prefix(space);
        } else if (const auto dash = dash_bytes(text); dash > 0) {
            tokens.push_back({TypedToken::Kind::sign, "-"});
            text.remove_prefix(dash);
        } else if (is_digit(text.front())) {
            const auto end =
                std::find_if_not(text.begin(), text.end(), [](char c) { return is_digit(c); });
            tokens.push_back({TypedToken::Kind::number, std::string(text.begin(), end)});
            text.remove_prefix(tokens.back().text.size());
        } else if (is_letter(text.front())) {
            std::string word;
            while (!text.empty() && is_letter(text.front()) && dash_bytes(text) == 0 &&
                   space_bytes(text) == 0) {
                word += small(text.front());
                text.remove_prefix(1);
            }
            tokens.push_back({TypedToken::Kind::word, std::move(word)});
        } else {
            tokens.push_back({TypedToken::Kind::sign, std::string(1, text.front())});
            text.remove_prefix(1);
        }
    }
    return tokens;
}

bool TypedTokenReader::take_until() {
    static constexpr std::array<std::string_view, 5> words{"-", "sampai", "sd", "to", "until"};
    if (peek().is("s") && (peek(1).is(".") || peek(1).is("/")) && peek(2).is("d")) {
        at_ += 3;
        take_if(".");
        return true;
    }
    for (const auto word : words) {
        if (!take_if(word)) continue;
        if (word == "sampai") take_if("dengan");
        return true;
    }
    return false;
}

}  // namespace mediaedit::internal
