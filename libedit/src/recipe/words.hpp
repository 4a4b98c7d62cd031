// The words that a recipe file uses for our enumerations and colours.
#pragma once

#include "json/words.hpp"

#include <mediaedit/geometry.hpp>
#include <mediaedit/recipe.hpp>

#include <optional>
#include <string>
#include <string_view>

namespace mediaedit::internal {

template <>
struct WordsOf<Turn> {
    static constexpr WordTable<Turn, 4> table{
        {{"none", Turn::none}, {"right", Turn::right}, {"half", Turn::half}, {"left", Turn::left}}};
};
template <>
struct WordsOf<Fit> {
    static constexpr WordTable<Fit, 4> table{{{"cover", Fit::cover},
                                              {"contain", Fit::contain},
                                              {"blur", Fit::blur},
                                              {"stretch", Fit::stretch}}};
};
template <>
struct WordsOf<HideWith> {
    static constexpr WordTable<HideWith, 3> table{
        {{"blur", HideWith::blur}, {"pixels", HideWith::pixels}, {"solid", HideWith::solid}}};
};
template <>
struct WordsOf<Anchor> {
    static constexpr WordTable<Anchor, 9> table{{{"top-left", Anchor::top_left},
                                                 {"top", Anchor::top},
                                                 {"top-right", Anchor::top_right},
                                                 {"left", Anchor::left},
                                                 {"center", Anchor::center},
                                                 {"right", Anchor::right},
                                                 {"bottom-left", Anchor::bottom_left},
                                                 {"bottom", Anchor::bottom},
                                                 {"bottom-right", Anchor::bottom_right}}};
};
template <>
struct WordsOf<TextStyle> {
    static constexpr WordTable<TextStyle, 5> table{{{"automatic", TextStyle::automatic},
                                                    {"plain", TextStyle::plain},
                                                    {"outline", TextStyle::outline},
                                                    {"shadow", TextStyle::shadow},
                                                    {"box", TextStyle::box}}};
};
template <>
struct WordsOf<Audio::Kind> {
    static constexpr WordTable<Audio::Kind, 5> table{{{"keep", Audio::Kind::keep},
                                                      {"off", Audio::Kind::off},
                                                      {"level", Audio::Kind::level},
                                                      {"replace", Audio::Kind::replace},
                                                      {"mix", Audio::Kind::mix}}};
};

/// "#rrggbb" or "#rrggbbaa". Absent when the text is neither.
std::optional<Color> color_from_text(std::string_view text) noexcept;

/// The shorter of both forms, lower case.
std::string to_text(Color color);

}  // namespace mediaedit::internal
