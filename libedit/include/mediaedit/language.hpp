// Words for people, in the process's language, as gettext finds it (LANGUAGE, LC_MESSAGES).
#pragma once

#include <mediaedit/export.hpp>

#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>

namespace mediaedit {

using Words = std::initializer_list<std::pair<std::string_view, std::string_view>>;

/// The translation of `english` from the library's catalogue, with each {name} replaced by its word.
///     tr("{file} is not a photo.", {{"file", "a.txt"}})
/// The process's locale is never changed: as every gettext library this follows the program's.
/// Threads: any, as long as none changes the locale meanwhile.
MEDIAEDIT_API std::string tr(const char* english, Words words = {});

/// As tr, choosing between one and several; {count} is replaced by `count`.
MEDIAEDIT_API std::string tr_count(const char* one, const char* several, unsigned long count, Words words = {});

/// The folder with the catalogues (LANG/LC_MESSAGES/mediaedit.mo): beside the library, else where it was installed.
MEDIAEDIT_API const std::string& message_folder();

}  // namespace mediaedit
