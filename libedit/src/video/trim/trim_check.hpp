// A trimmed file is read again before it gets its name.
#pragma once

#include "base/system/new_file.hpp"
#include "video/handles.hpp"

#include <mediaedit/control.hpp>

#include <cstdint>
#include <span>

namespace mediaedit::internal {

struct ExpectedVideo {
    std::span<const std::int64_t> shown;  ///< the pts of each picture, in any order
    AVRational time_base;
};

/// Looks at every picture's time. What its pictures show SeamWatch has seen.
/// Errors: CannotCopy ("verification"), when anything is not as expected; cancelled.
void check_trimmed(const NewFile& file, const ExpectedVideo& expected, const Control& control);

}  // namespace mediaedit::internal
