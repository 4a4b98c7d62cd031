// Which version this is.
#pragma once

#include <mediaedit/export.hpp>

#define MEDIAEDIT_VERSION_MAJOR 0
#define MEDIAEDIT_VERSION_MINOR 1
#define MEDIAEDIT_VERSION_PATCH 0

namespace mediaedit {

/// Of the library that is running, such as "0.1.0"; the macros are those it was compiled against.
MEDIAEDIT_API const char* version() noexcept;

}  // namespace mediaedit
