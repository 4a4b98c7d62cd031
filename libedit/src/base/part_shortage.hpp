// A part of the library that is there, and cannot be loaded for lack of memory or open files.
#pragma once

#include <mediaedit/export.hpp>

#include <string>

namespace mediaedit::internal {

/// `file`: the part's, as for load_part; `why`: what load_part said. Errors: that of the shortage;
/// gives where the part is missing.
MEDIAEDIT_INTERNAL void fail_if_not_loaded(const char* file, const std::string& why);

}  // namespace mediaedit::internal
