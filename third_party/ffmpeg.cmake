# FFmpeg's libraries, 5.1 or newer. Loaded only when a file needs them.
pkg_check_modules(FFMPEG REQUIRED IMPORTED_TARGET libavformat>=59 libavcodec>=59 libavutil>=57 libswscale>=6 libswresample>=4)
add_library(mediaedit_ffmpeg INTERFACE)
target_link_libraries(mediaedit_ffmpeg INTERFACE PkgConfig::FFMPEG)
# The encoders of graphics cards are opened through libva, which FFmpeg loads anyway. Without its
# headers they are not used.
pkg_check_modules(VAAPI IMPORTED_TARGET libva>=1.0 libva-drm>=1.0)
if(VAAPI_FOUND)
  target_link_libraries(mediaedit_ffmpeg INTERFACE PkgConfig::VAAPI)
  target_compile_definitions(mediaedit_ffmpeg INTERFACE MEDIAEDIT_VAAPI)
endif()
