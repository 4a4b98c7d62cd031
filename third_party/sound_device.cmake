# Audio output, for Sunting only: the library does not need it.
pkg_check_modules(SDL2 QUIET IMPORTED_TARGET sdl2>=2.0.18)
if(SDL2_FOUND)
  add_library(mediaedit_sound_device INTERFACE)
  target_link_libraries(mediaedit_sound_device INTERFACE PkgConfig::SDL2)
endif()
