// Short typed texts, such as a date, split into numbers, words and signs.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace mediaedit::internal {

struct TypedToken {
    enum class Kind { number, word, sign } kind = Kind::sign;
    std::string text;  ///< a word in small letters; every dash is "-"

    [[nodiscard]] bool is(std::string_view other) const { return text == other; }
    /// The value of a number of at most four digits, else -1.
    [[nodiscard]] int value() const;
};

/// Empty where the text is too long for a date, a time or an amount.
std::vector<TypedToken> typed_tokens(std::string_view text);

class TypedTokenReader {
public:
    explicit TypedTokenReader(const std::vector<TypedToken>& tokens) : tokens_(tokens) {}

    [[nodiscard]] bool at_end() const { return at_ == tokens_.size(); }
    [[nodiscard]] std::size_t place() const { return at_; }
    void go_back(std::size_t place) { at_ = place; }
    /// The next token or one further ahead; behind the last one a token without text.
    [[nodiscard]] const TypedToken& peek(std::size_t ahead = 0) const {
        static const TypedToken none;
        return at_ + ahead < tokens_.size() ? tokens_[at_ + ahead] : none;
    }
    const TypedToken& take() {
        const auto& token = peek();
        if (!at_end()) ++at_;
        return token;
    }
    bool take_if(std::string_view text) {
        if (at_end() || !peek().is(text)) return false;
        ++at_;
        return true;
    }
    /// Takes the word or sign within a range: "s.d.", "s/d", "sampai", "to", "-".
    bool take_until();

private:
    const std::vector<TypedToken>& tokens_;
    std::size_t at_ = 0;
};

}  // namespace mediaedit::internal
