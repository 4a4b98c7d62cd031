# TIFF files. Since 4.5 complaints go to a handler of one file, not to one of the whole process.
pkg_check_modules(TIFF REQUIRED IMPORTED_TARGET libtiff-4>=4.5)
add_library(mediaedit_tiff_codec INTERFACE)
target_link_libraries(mediaedit_tiff_codec INTERFACE PkgConfig::TIFF)
