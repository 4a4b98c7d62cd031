// The words for choices in a post's file.
#pragma once

#include "recipe/words.hpp"

#include <mediaedit/post.hpp>

namespace mediaedit::internal {

template <>
struct WordsOf<FaceChoice> {
    static constexpr WordTable<FaceChoice, 3> table{
        {{"ask", FaceChoice::ask}, {"hide", FaceChoice::hide}, {"keep", FaceChoice::keep}}};
};
template <>
struct WordsOf<ConsentAnswer> {
    static constexpr WordTable<ConsentAnswer, 4> table{{{"unknown", ConsentAnswer::unknown},
                                                        {"given", ConsentAnswer::given},
                                                        {"refused", ConsentAnswer::refused},
                                                        {"not-needed", ConsentAnswer::not_needed}}};
};

}  // namespace mediaedit::internal
