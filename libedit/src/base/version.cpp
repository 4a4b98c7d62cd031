// The version of the library.
#include <mediaedit/version.hpp>

#define MEDIAEDIT_TEXT_(x) #x
#define MEDIAEDIT_TEXT(x) MEDIAEDIT_TEXT_(x)

namespace mediaedit {

const char* version() noexcept {
    return MEDIAEDIT_TEXT(MEDIAEDIT_VERSION_MAJOR) "." MEDIAEDIT_TEXT(
        MEDIAEDIT_VERSION_MINOR) "." MEDIAEDIT_TEXT(MEDIAEDIT_VERSION_PATCH);
}

}  // namespace mediaedit
