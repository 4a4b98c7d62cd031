// A caption prepared for reading: plain letters and digits, words, lines and sentences, each with
// its position in the original.
#pragma once

#include "language/code_points.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace mediaedit::internal {

struct Token {
    enum class Kind : std::uint8_t { word, number, line_break, mark };
    std::uint32_t begin = 0, end = 0;  ///< in the plain text
    std::uint32_t sentence = 0, line = 0;
    Kind kind = Kind::mark;
    bool capital = false;  ///< a word that begins with a capital
};

/// `plain` is the text in ordinary characters: full-width, bold and Javanese digits and letters
/// become their ordinary ones, every dash "-" and every space " ", and invisible characters are
/// removed. `lower` is the same in small letters. Both have the same positions; `original_span`
/// translates them to the original.
class CaptionText {
public:
    explicit CaptionText(std::string_view utf8);

    [[nodiscard]] const std::u32string& original() const noexcept { return original_; }
    [[nodiscard]] const std::u32string& plain() const noexcept { return plain_; }
    [[nodiscard]] const std::u32string& lower() const noexcept { return lower_; }
    [[nodiscard]] const std::vector<Token>& tokens() const noexcept { return tokens_; }

    [[nodiscard]] char32_t at(std::size_t place) const noexcept {
        return place < plain_.size() ? plain_[place] : U'\0';
    }
    [[nodiscard]] std::u32string_view plain(const Token& token) const {
        return std::u32string_view(plain_).substr(token.begin, token.end - token.begin);
    }
    [[nodiscard]] std::u32string_view lower(const Token& token) const {
        return std::u32string_view(lower_).substr(token.begin, token.end - token.begin);
    }
    [[nodiscard]] Span original_span(Span plain) const noexcept;
    [[nodiscard]] std::u32string_view original(Span plain) const;

    /// The token at an index. Beyond the last one there are only line breaks.
    [[nodiscard]] const Token& token(std::size_t index) const noexcept {
        return index < tokens_.size() ? tokens_[index] : beyond_;
    }
    [[nodiscard]] bool is_word(std::size_t index) const noexcept {
        return token(index).kind == Token::Kind::word;
    }
    [[nodiscard]] bool is_number(std::size_t index) const noexcept {
        return token(index).kind == Token::Kind::number;
    }
    [[nodiscard]] bool is_mark(std::size_t index, char32_t mark) const noexcept {
        return token(index).kind == Token::Kind::mark && plain_[tokens_[index].begin] == mark;
    }
    /// One of `marks`.
    [[nodiscard]] bool is_mark(std::size_t index, std::u32string_view marks) const noexcept {
        return is_mark(index) && marks.find(plain_[tokens_[index].begin]) != marks.npos;
    }
    [[nodiscard]] bool is_mark(std::size_t index) const noexcept {
        return token(index).kind == Token::Kind::mark;
    }
    [[nodiscard]] bool is_line_break(std::size_t index) const noexcept {
        return token(index).kind == Token::Kind::line_break;
    }
    [[nodiscard]] bool is_word(std::size_t index, std::u32string_view lower_word) const {
        return is_word(index) && lower(tokens_[index]) == lower_word;
    }
    /// In code points.
    [[nodiscard]] std::size_t length(std::size_t index) const noexcept {
        return token(index).end - token(index).begin;
    }
    /// Whether nothing, not even a space, separates the token from the one before it.
    [[nodiscard]] bool touches_previous(std::size_t index) const noexcept {
        return index > 0 && token(index).begin == token(index - 1).end;
    }
    [[nodiscard]] bool same_line(std::size_t a, std::size_t b) const noexcept {
        return token(a).line == token(b).line;
    }
    [[nodiscard]] bool same_sentence(std::size_t a, std::size_t b) const noexcept {
        return token(a).sentence == token(b).sentence;
    }
    /// From the token `first` to the one before `end`.
    [[nodiscard]] Span span(std::size_t first, std::size_t end) const noexcept {
        return {token(first).begin, token(end - 1).end};
    }
    /// The first token from `index` on that is none of `marks`; skips at most `most`.
    [[nodiscard]] std::size_t skip_marks(std::size_t index, std::u32string_view marks,
                                         std::size_t most = SIZE_MAX) const noexcept;
    /// The same backwards: the token behind the last one before `index` that is none of `marks`.
    [[nodiscard]] std::size_t skip_marks_back(std::size_t index,
                                              std::u32string_view marks) const noexcept;
    /// The first token that begins at or behind `place`.
    [[nodiscard]] std::size_t token_from(std::size_t place) const noexcept;
    /// The value of a number of at most nine digits; -1 for longer numbers and other tokens.
    [[nodiscard]] int value(std::size_t index) const noexcept;

    /// Whether a letter or digit stands right before `place`, or a digit behind one of `joints`: a
    /// number there is only a part of a longer one. `continues_behind` looks the other way.
    [[nodiscard]] bool continues_before(std::size_t place, std::u32string_view joints) const;
    [[nodiscard]] bool continues_behind(std::size_t place, std::u32string_view joints) const;

    /// Whether a line is written in capitals. Letters in `except` do not count; fewer than six
    /// others are not enough to say so.
    [[nodiscard]] bool is_shouted_line(std::uint32_t line, Span except) const noexcept;

    /// Whether the text has more English words than Indonesian ones.
    [[nodiscard]] bool is_english() const noexcept { return english_; }

private:
    void read_tokens();
    void number_sentences();
    void guess_language();

    std::u32string original_, plain_, lower_;
    std::vector<std::uint32_t> origin_;
    std::vector<Token> tokens_;
    std::vector<std::uint32_t> line_starts_;
    Token beyond_{0, 0, 0, 0, Token::Kind::line_break, false};
    bool english_ = false;
};

/// How a character of the original text is read: "①" and "𝟏" are digits.
enum class Reads : std::uint8_t { digit, letter, other };
Reads reads_as(char32_t point);

}  // namespace mediaedit::internal
