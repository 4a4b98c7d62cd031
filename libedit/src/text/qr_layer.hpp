// QR codes.
#pragma once

#include "text/layer.hpp"

#include <mediaedit/plan.hpp>

#include <string>

namespace mediaedit::internal {

/// Dark on white with its quiet zone of four modules, each module a whole number of pixels, so that
/// every reader reads it; never larger than its place. Errors: bad_recipe when the text is empty,
/// not UTF-8, too long for a code, or the code would have modules under 2 pixels.
Layer make_qr_layer(const std::string& text, const PlannedOverlay& plan);

}  // namespace mediaedit::internal
