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

}  // namespace mediaedit::internal
