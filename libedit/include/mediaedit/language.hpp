// Words for people, in the current language.
#pragma once

#include <mediaedit/export.hpp>

#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>

namespace mediaedit {

/// Sets the process's language: "id", "id_ID.UTF-8", or several, the dearest first: "su:id:en".
/// English where there is none of them; "" follows the environment again.
/// Until it is called, the environment is followed: the first of LANGUAGE, LC_ALL, LC_MESSAGES and
/// LANG that is not empty. The C library's locale is neither asked nor changed.
/// Threads: any. Each sentence is wholly in one language.
MEDIAEDIT_API void set_language(std::string_view language);

/// The code of the language in which sentences come: "en", "id".
MEDIAEDIT_API std::string current_language();

using Words = std::initializer_list<std::pair<std::string_view, std::string_view>>;

/// The translation of `english`, with each {name} replaced by its word.
///     tr("{file} is not a photo.", {{"file", "a.txt"}})
/// Threads: any, as long as none changes the environment when that is followed.
MEDIAEDIT_API std::string tr(const char* english, Words words = {});

/// As tr, choosing between one and several; {count} is replaced by `count`.
MEDIAEDIT_API std::string tr_count(const char* one, const char* several, unsigned long count,
                                   Words words = {});

}  // namespace mediaedit
