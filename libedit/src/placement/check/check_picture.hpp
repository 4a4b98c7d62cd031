// Checks that need the pixels of a photo.
#pragma once

#include "engine/open_photo.hpp"

#include <mediaedit/check.hpp>

#include <vector>

namespace mediaedit::internal {

/// Adds blurred, too_dark, truncated. Errors: those of decoding.
void check_picture(const OpenPhoto& photo, const Control& control, std::vector<Finding>& findings);

}  // namespace mediaedit::internal
