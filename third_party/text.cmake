# Text: shaping, bidi, line breaks, font fallback, colour emoji.
pkg_check_modules(PANGO REQUIRED IMPORTED_TARGET pangocairo>=1.46 pangoft2 fontconfig)
add_library(mediaedit_text INTERFACE)
target_link_libraries(mediaedit_text INTERFACE PkgConfig::PANGO)
