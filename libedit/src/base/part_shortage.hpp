// Tells a part that is missing from one that cannot be loaded for lack of memory or files.
#pragma once

#include <mediaedit/export.hpp>

#include <string>

namespace mediaedit::internal {

/// `file` is as for load_part, `why` what load_part reported. Returns if the part is missing.
/// Errors: too_large if it exists, but memory or open files are short.
MEDIAEDIT_INTERNAL void fail_if_not_loaded(const char* file, const std::string& why);

}  // namespace mediaedit::internal
