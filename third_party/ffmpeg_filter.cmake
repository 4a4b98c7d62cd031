# FFmpeg's libavfilter. Loaded only when a video is interlaced.
pkg_check_modules(FFMPEG_FILTER REQUIRED IMPORTED_TARGET libavfilter>=8)
add_library(mediaedit_ffmpeg_filter INTERFACE)
target_link_libraries(mediaedit_ffmpeg_filter INTERFACE PkgConfig::FFMPEG_FILTER)
