// Error messages for photos that are refused, and notes for damaged ones that are accepted.
#pragma once

#include <mediaedit/control.hpp>
#include <mediaedit/export.hpp>
#include <mediaedit/geometry.hpp>
#include <mediaedit/media_info.hpp>

#include <cstdint>
#include <string>

namespace mediaedit::internal {

[[noreturn]] MEDIAEDIT_INTERNAL void refuse_damaged(const std::string& name,
                                                    const std::string& detail);
[[noreturn]] void refuse_unsupported(const std::string& name, const std::string& detail);
[[noreturn]] void refuse_too_large(const std::string& name, const std::string& detail);

/// Errors: damaged if a side is 0, too_large.
MEDIAEDIT_INTERNAL void check_size(std::int64_t width, std::int64_t height, const std::string& name,
                                   const Limits& limits);

/// `bytes` is the memory that decoding will need at once, including the result. Errors: too_large.
MEDIAEDIT_INTERNAL void check_memory(double bytes, const std::string& name, const Limits& limits);

MEDIAEDIT_INTERNAL Note truncated_note(const std::string& name);
MEDIAEDIT_INTERNAL Note damaged_note(const std::string& name);
Note first_picture_note(const std::string& name);

}  // namespace mediaedit::internal
