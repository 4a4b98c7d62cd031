// Sentences for people, in the process's language.
#pragma once

#include <mediaedit/export.hpp>

#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>

namespace mediaedit::internal {

using Words = std::initializer_list<std::pair<std::string_view, std::string_view>>;

/// The translation of `english`, with each {name} replaced by its word.
///     tr("{file} is not a photo.", {{"file", "a.txt"}})
/// Never changes the process's locale: as every gettext library it follows the program's.
MEDIAEDIT_INTERNAL std::string tr(const char* english, Words words = {});

/// As tr, choosing between one and several; {count} is replaced by `count`.
MEDIAEDIT_INTERNAL std::string tr_count(const char* one, const char* several, unsigned long count, Words words = {});

}  // namespace mediaedit::internal
