// H.264 by a graphics card, through VAAPI: Intel's and AMD's on Linux.
#pragma once

#include "video/encode/picture_encoder.hpp"

#include <memory>

namespace mediaedit::internal {

/// Whether a card's device node can be opened at all.
bool may_have_vaapi();

/// The first card that takes such pictures; nullptr: none does.
std::unique_ptr<PictureEncoder> open_vaapi_encoder(const EncoderOptions& options);

}  // namespace mediaedit::internal
