// The words that files use for kinds of media and for what platforms do with other shapes.
#pragma once

#include "json/words.hpp"

#include <mediaedit/media_info.hpp>
#include <mediaedit/placement.hpp>

namespace mediaedit::internal {

template <>
struct WordsOf<MediaKind> {
    static constexpr WordTable<MediaKind, 2> table{
        {{"photo", MediaKind::photo}, {"video", MediaKind::video}}};
};

template <>
struct WordsOf<OtherShapes> {
    static constexpr WordTable<OtherShapes, 2> table{
        {{"cut", OtherShapes::cut}, {"shown_whole", OtherShapes::shown_whole}}};
};

template <>
struct WordsOf<CountedAs> {
    static constexpr WordTable<CountedAs, 5> table{{{"code_points", CountedAs::code_points},
                                                    {"utf16", CountedAs::utf16},
                                                    {"bytes", CountedAs::bytes},
                                                    {"x_weighted", CountedAs::x_weighted},
                                                    {"threads", CountedAs::threads}}};
};

}  // namespace mediaedit::internal
