// A trimmed file is read again before it gets its name.
#pragma once

#include "base/new_file.hpp"
#include "video/handles.hpp"

#include <mediaedit/control.hpp>

#include <cstdint>
#include <span>

namespace mediaedit::internal {

struct ExpectedVideo {
    std::span<const std::int64_t> shown;   ///< the pts of each picture, in any order
    std::span<const std::int64_t> seams;   ///< where encoded and copied pictures meet
    AVRational time_base;                  ///< of all three
    std::int64_t end = 0;                  ///< where a picture behind the last one would stand
};

/// Looks at every picture's time, and decodes half a second on both sides of each seam.
/// Errors: CannotCopy ("verification"), when anything is not as expected; cancelled.
void check_trimmed(const NewFile& file, const ExpectedVideo& expected, const Control& control);

}  // namespace mediaedit::internal
