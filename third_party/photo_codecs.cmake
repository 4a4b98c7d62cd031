# Photo formats, colour profiles and metadata.
pkg_check_modules(JPEG REQUIRED IMPORTED_TARGET libjpeg>=2.0)
pkg_check_modules(PNG REQUIRED IMPORTED_TARGET libpng>=1.6)
pkg_check_modules(WEBP REQUIRED IMPORTED_TARGET libwebp>=1.0 libwebpdemux libwebpmux)
pkg_check_modules(HEIF REQUIRED IMPORTED_TARGET libheif>=1.12)
pkg_check_modules(LCMS REQUIRED IMPORTED_TARGET lcms2>=2.9)
pkg_check_modules(EXIF REQUIRED IMPORTED_TARGET libexif>=0.6.22)
add_library(mediaedit_photo_codecs INTERFACE)
target_link_libraries(mediaedit_photo_codecs INTERFACE
  PkgConfig::JPEG PkgConfig::PNG PkgConfig::WEBP PkgConfig::HEIF PkgConfig::LCMS PkgConfig::EXIF)
