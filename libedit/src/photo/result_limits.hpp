// Which pictures may be written at all: known before the work.
#pragma once

#include "photo/photo_writer.hpp"

#include <mediaedit/control.hpp>
#include <mediaedit/geometry.hpp>

namespace mediaedit::internal {

/// Errors: too_large, when the format knows no picture of that size, or making it takes more than
/// the limits allow.
void check_result_size(WriteFormat format, PixelSize size, const std::filesystem::path& file,
                       const Limits& limits);

}  // namespace mediaedit::internal
