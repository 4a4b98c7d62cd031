# FFmpeg's libraries, 5.1 to 7. Loaded only when a file needs them.
pkg_check_modules(FFMPEG REQUIRED IMPORTED_TARGET libavformat>=59 libavcodec>=59 libavutil>=57 libswscale>=6 libswresample>=4 libavfilter>=8)
add_library(mediaedit_ffmpeg INTERFACE)
target_link_libraries(mediaedit_ffmpeg INTERFACE PkgConfig::FFMPEG)
