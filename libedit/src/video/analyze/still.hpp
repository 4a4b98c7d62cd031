// Decodes rare photo formats with FFmpeg.
#pragma once

#include "av/av_parts.hpp"

#include <cstdint>

namespace mediaedit::internal {

/// As AvParts::decode_still.
AvStill decode_still(AvStillFormat format, std::span<const std::uint8_t> bytes,
                     std::int64_t max_pixels);

}  // namespace mediaedit::internal
