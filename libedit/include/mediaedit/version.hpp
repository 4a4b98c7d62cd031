// The version of the library.
#pragma once

#include <mediaedit/export.hpp>

#define MEDIAEDIT_VERSION_MAJOR 0
#define MEDIAEDIT_VERSION_MINOR 1
#define MEDIAEDIT_VERSION_PATCH 0

namespace mediaedit {

/// The version of the library that is running, such as "0.1.0". The macros above give the version
/// that the caller was compiled with.
MEDIAEDIT_API const char* version() noexcept;

}  // namespace mediaedit
