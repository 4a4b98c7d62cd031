// Sentences for people: the public tr(), as the inner modules use it.
#pragma once

#include <mediaedit/language.hpp>

#include <string>

namespace mediaedit::internal {

/// The code of the language that sentences come in, such as "id", told by the catalogue itself.
std::string language_of_the_moment();

}  // namespace mediaedit::internal
