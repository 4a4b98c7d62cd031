// Verifies the frame times of a trimmed file.
#pragma once

#include "base/system/new_file.hpp"
#include "video/handles.hpp"

#include <mediaedit/control.hpp>

#include <cstdint>
#include <span>

namespace mediaedit::internal {

struct ExpectedVideo {
    std::span<const std::int64_t> shown;  ///< the pts of each frame, in any order
    AVRational time_base;
};

/// Checks the time of every frame; SeamWatch has checked the frames themselves. Errors: CannotCopy
/// ("verification"), when anything is not as expected; cancelled.
void check_trimmed(const NewFile& file, const ExpectedVideo& expected, const Control& control);

}  // namespace mediaedit::internal
