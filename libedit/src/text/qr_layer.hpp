// QR codes.
#pragma once

#include "text/layer.hpp"

#include <mediaedit/plan.hpp>

#include <string>

namespace mediaedit::internal {

/// A QR code, dark on white with a quiet zone of four modules. Each module is a whole number of
/// pixels, so that every reader can read it. Never larger than its area. Errors: bad_recipe, when
/// the text is empty, not UTF-8 or too long, or when modules would be smaller than 2 pixels.
Layer make_qr_layer(const std::string& text, const PlannedOverlay& plan);

}  // namespace mediaedit::internal
