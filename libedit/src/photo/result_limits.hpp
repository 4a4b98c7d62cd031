// Checks before the work whether a result can be written.
#pragma once

#include "photo/photo_writer.hpp"

#include <mediaedit/control.hpp>
#include <mediaedit/geometry.hpp>

namespace mediaedit::internal {

/// Errors: too_large if the format does not support this size, or making the picture exceeds the
/// limits.
void check_result_size(WriteFormat format, PixelSize size, const std::filesystem::path& file,
                       const Limits& limits);

}  // namespace mediaedit::internal
