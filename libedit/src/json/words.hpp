// The words that JSON files use for the values of an enumeration.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace mediaedit::internal {

/// Specialise it with `static constexpr WordTable<Enum, count> table`.
template <class Enum>
struct WordsOf;

template <class Enum, std::size_t count>
using WordTable = std::array<std::pair<std::string_view, Enum>, count>;

/// Empty when `value` is no value of the enumeration.
template <class Enum>
constexpr std::string_view word_of(Enum value) noexcept {
    for (const auto& [word, candidate] : WordsOf<Enum>::table)
        if (candidate == value) return word;
    return {};
}

template <class Enum>
constexpr std::optional<Enum> value_of(std::string_view word) noexcept {
    for (const auto& [candidate, value] : WordsOf<Enum>::table)
        if (candidate == word) return value;
    return std::nullopt;
}

/// "right, half, left": for messages.
template <class Enum>
std::string words_of() {
    std::string list;
    for (const auto& [word, value] : WordsOf<Enum>::table)
        (list += list.empty() ? "" : ", ") += word;
    return list;
}

}  // namespace mediaedit::internal
