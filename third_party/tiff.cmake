# TIFF. Since 4.5, each file can have its own error handler instead of one for the whole process.
pkg_check_modules(TIFF REQUIRED IMPORTED_TARGET libtiff-4>=4.5)
add_library(mediaedit_tiff_codec INTERFACE)
target_link_libraries(mediaedit_tiff_codec INTERFACE PkgConfig::TIFF)
