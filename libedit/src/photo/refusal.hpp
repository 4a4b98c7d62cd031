// The sentences with which a photo is refused, and the notes with which a damaged one is taken.
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

/// Errors: damaged (no area), too_large.
MEDIAEDIT_INTERNAL void check_size(std::int64_t width, std::int64_t height, const std::string& name,
                                   const Limits& limits);

/// `bytes`: what decoding will take at once, the result included. Errors: too_large.
MEDIAEDIT_INTERNAL void check_memory(double bytes, const std::string& name, const Limits& limits);

MEDIAEDIT_INTERNAL Note truncated_note(const std::string& name);
MEDIAEDIT_INTERNAL Note damaged_note(const std::string& name);
Note first_picture_note(const std::string& name);

}  // namespace mediaedit::internal
