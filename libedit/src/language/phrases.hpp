// Lists of words and phrases, looked up word by word.
#pragma once

#include "language/caption_text.hpp"

#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace mediaedit::internal {

/// Phrases of one or more words. One written in small letters stands for all ways to write it; one
/// with capitals only for exactly that. Between its words spaces, dots, hyphens and slashes may
/// stand: "no rek" finds "No. Rek".
class Phrases {
public:
    Phrases() = default;
    explicit Phrases(const std::vector<std::string>& phrases);

    /// How many tokens the longest phrase takes that begins at token `index`; 0: none.
    [[nodiscard]] std::size_t match(const CaptionText& text, std::size_t index) const;
    [[nodiscard]] bool has(const CaptionText& text, std::size_t index) const {
        return match(text, index) > 0;
    }

private:
    struct Phrase {
        std::vector<std::u32string> words;
        bool exact = false;
    };
    /// Looks up without making a string of its own.
    struct Hash {
        using is_transparent = void;
        std::size_t operator()(std::u32string_view word) const noexcept {
            return std::hash<std::u32string_view>{}(word);
        }
    };
    std::unordered_map<std::u32string, std::vector<Phrase>, Hash, std::equal_to<>> by_first_word_;
};

/// The lists of libedit/data/words.json by their names. Errors: std::out_of_range for an unknown
/// name, which a test would see.
const Phrases& words(std::string_view list);

}  // namespace mediaedit::internal
