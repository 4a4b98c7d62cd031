// Translated messages.
//
//     set_language("id");
//     std::cout << tr("{file} is not a photo.", {{"file", "a.txt"}});
#pragma once

#include <mediaedit/export.hpp>

#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>

namespace mediaedit {

/// Sets the language of the process: "id", "id_ID.UTF-8", or several in order of preference:
/// "su:id:en". If none of them is available, messages are in English. "" follows the environment,
/// which is the default: the first of LANGUAGE, LC_ALL, LC_MESSAGES and LANG that is not empty. The
/// locale of the C library is neither read nor changed.
/// Threads: any. A sentence never mixes two languages.
MEDIAEDIT_API void set_language(std::string_view language);

/// The code of the language of messages: "en", "id".
MEDIAEDIT_API std::string current_language();

using Words = std::initializer_list<std::pair<std::string_view, std::string_view>>;

/// The translation of `english`, with each {name} replaced by the value that `words` gives it.
/// Threads: any, unless the environment is being followed and another thread changes it.
MEDIAEDIT_API std::string tr(const char* english, Words words = {});

/// As tr, with the plural form for `count`; {count} is replaced by `count`.
MEDIAEDIT_API std::string tr_count(const char* one, const char* several, unsigned long count,
                                   Words words = {});

}  // namespace mediaedit
