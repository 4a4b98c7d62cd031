// An EXIF block, loaded by libexif.
#pragma once

#include "base/owned.hpp"
#include "photo/bytes.hpp"

#include <libexif/exif-data.h>

namespace mediaedit::internal {

using Exif = Owned<ExifData, &exif_data_unref>;

/// As it stands: nothing added, nothing mended, no unknown entry hidden. `block`: a TIFF structure,
/// with or without "Exif\0\0" before it. Null: there is no memory.
Exif load_exif(Bytes block);

}  // namespace mediaedit::internal
