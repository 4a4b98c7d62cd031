// The words for enumerations in template files.
#pragma once

#include "post/templates/template_file.hpp"
#include "recipe/words.hpp"

namespace mediaedit::internal {

template <>
struct WordsOf<Role> {
    static constexpr WordTable<Role, 6> table{{{"main", Role::main},
                                               {"second", Role::second},
                                               {"on_main", Role::on_main},
                                               {"on_second", Role::on_second},
                                               {"ink", Role::ink},
                                               {"paper", Role::paper}}};
};
template <>
struct WordsOf<Shape> {
    static constexpr WordTable<Shape, 5> table{{{"tall", Shape::tall},
                                                {"portrait", Shape::portrait},
                                                {"square", Shape::square},
                                                {"landscape", Shape::landscape},
                                                {"header", Shape::header}}};
};
template <>
struct WordsOf<Side> {
    static constexpr WordTable<Side, 4> table{{{"top", Side::top},
                                               {"bottom", Side::bottom},
                                               {"left", Side::left},
                                               {"right", Side::right}}};
};
template <>
struct WordsOf<Cells> {
    static constexpr WordTable<Cells, 2> table{{{"mosaic", Cells::mosaic}, {"even", Cells::even}}};
};
template <>
struct WordsOf<TextSize> {
    static constexpr WordTable<TextSize, 5> table{{{"display", TextSize::display},
                                                   {"title", TextSize::title},
                                                   {"lead", TextSize::lead},
                                                   {"body", TextSize::body},
                                                   {"small", TextSize::small}}};
};
template <>
struct WordsOf<Block::Kind> {
    static constexpr WordTable<Block::Kind, 6> table{{{"text", Block::Kind::text},
                                                      {"chip", Block::Kind::chip},
                                                      {"rule", Block::Kind::rule},
                                                      {"bar", Block::Kind::bar},
                                                      {"code", Block::Kind::code},
                                                      {"signature", Block::Kind::signature}}};
};

}  // namespace mediaedit::internal
