// Loads an EXIF block by libexif.
#pragma once

#include "base/owned.hpp"
#include "photo/bytes.hpp"

#include <libexif/exif-data.h>

namespace mediaedit::internal {

using Exif = Owned<ExifData, &exif_data_unref>;

/// Loads the block unchanged: nothing added or corrected, and unknown entries kept. `block` is a
/// TIFF structure, with or without "Exif\0\0" before it. Null if memory is short.
Exif load_exif(Bytes block);

}  // namespace mediaedit::internal
