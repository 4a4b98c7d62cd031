# Loudness by EBU R128.
pkg_check_modules(EBUR128 REQUIRED IMPORTED_TARGET libebur128>=1.2)
add_library(mediaedit_loudness INTERFACE)
target_link_libraries(mediaedit_loudness INTERFACE PkgConfig::EBUR128)
