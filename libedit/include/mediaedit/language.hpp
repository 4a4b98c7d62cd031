// Where the translations lie. The language itself is the process's own, as gettext finds it.
#pragma once

#include <mediaedit/export.hpp>

#include <string>

namespace mediaedit {

/// The folder with the library's message catalogues (LANG/LC_MESSAGES/mediaedit.mo), for programs
/// that translate their own words from the same catalogue. Beside the library, else where it was installed.
MEDIAEDIT_API const std::string& message_folder();

}  // namespace mediaedit
