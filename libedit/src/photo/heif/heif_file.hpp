// Opens HEIC and AVIF files by libheif.
#pragma once

#include "base/owned.hpp"
#include "photo/bytes.hpp"

#include <mediaedit/control.hpp>
#include <mediaedit/geometry.hpp>

#include <libheif/heif.h>

#include <cstdint>
#include <string>
#include <vector>

namespace mediaedit::internal {

struct HeifFile {
    std::vector<std::uint8_t> still;  ///< extracted from a sequence; `context` reads from it
    Owned<heif_context, &heif_context_free> context;
    Owned<heif_image_handle, &heif_image_handle_release> picture;
    /// Upright: libheif applies the rotation and mirroring of the file's boxes. Those of EXIF do
    /// not count.
    PixelSize size;
};

/// Opens the primary picture. `bytes` must outlive the result. Errors: damaged, unsupported,
/// too_large.
HeifFile open_heif(Bytes bytes, const std::string& name, const Limits& limits, int threads);

/// Errors: damaged, unsupported, too_large, as libheif's error says.
void check_heif(const heif_error& error, const std::string& name);

}  // namespace mediaedit::internal
