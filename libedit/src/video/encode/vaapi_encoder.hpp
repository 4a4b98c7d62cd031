// Encodes H.264 on a graphics card through VAAPI: Intel and AMD on Linux.
#pragma once

#include "video/encode/picture_encoder.hpp"

#include <memory>

namespace mediaedit::internal {

/// Whether any card's device node can be opened.
bool may_have_vaapi();

/// An encoder on the first card that supports these options; nullptr: none does.
std::unique_ptr<PictureEncoder> open_vaapi_encoder(const EncoderOptions& options);

}  // namespace mediaedit::internal
