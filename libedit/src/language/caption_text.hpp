// A caption made ready for reading: plain letters and digits, words, lines, sentences; each knows
// its place in the original.
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

/// `plain` is the text with full-width, bold and Javanese digits and letters made ordinary ones,
/// all dashes one, all spaces one, invisible letters gone; `lower` is the same in small letters.
/// Both have the same places; `original_span` tells where that was.
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

    /// Of a token by its index; those beyond the ends are line breaks.
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
    [[nodiscard]] bool is_word(std::size_t index, std::u32string_view lower_word) const {
        return is_word(index) && lower(tokens_[index]) == lower_word;
    }
    /// The first token that begins at `place` or behind it.
    [[nodiscard]] std::size_t token_from(std::size_t place) const noexcept;
    /// The value of a number of at most nine digits; -1 for longer ones and for what is none.
    [[nodiscard]] int value(std::size_t index) const noexcept;

    /// Whether the letters of a line, without those in `except`, are all capitals, and enough of
    /// them to tell.
    [[nodiscard]] bool is_shouted_line(std::uint32_t line, Span except) const noexcept;

    /// More English words than Indonesian ones.
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

/// What a sign of an original text is read as: "①" and "𝟏" are digits.
enum class Reads : std::uint8_t { digit, letter, other };
Reads reads_as(char32_t point);

}  // namespace mediaedit::internal
