// Lists of words and phrases, looked up word by word.
#pragma once

#include "language/caption_text.hpp"

#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace mediaedit::internal {

/// Phrases of one or more words. A phrase in small letters matches any case, one with capitals only
/// itself. Spaces, dots, hyphens and slashes may stand between the words: "no rek" finds "No. Rek".
class Phrases {
public:
    Phrases() = default;
    explicit Phrases(const std::vector<std::string>& phrases);

    /// The number of tokens of the longest phrase that begins at token `index`; 0: none.
    [[nodiscard]] std::size_t match(const CaptionText& text, std::size_t index) const;
    [[nodiscard]] bool has(const CaptionText& text, std::size_t index) const {
        return match(text, index) > 0;
    }
    /// Whether a phrase of at most five tokens, which begins at `begin` or later, ends right before
    /// `end`.
    [[nodiscard]] bool ends_at(const CaptionText& text, std::size_t begin, std::size_t end) const;

private:
    struct Phrase {
        std::vector<std::u32string> words;
        bool exact = false;
    };
    /// Allows a look-up without a copy of the word.
    struct Hash {
        using is_transparent = void;
        std::size_t operator()(std::u32string_view word) const noexcept {
            return std::hash<std::u32string_view>{}(word);
        }
    };
    std::unordered_map<std::u32string, std::vector<Phrase>, Hash, std::equal_to<>> by_first_word_;
};

/// A list of libedit/data/words.json. Errors: `internal` for an unknown name.
const Phrases& words(std::string_view list);

}  // namespace mediaedit::internal
