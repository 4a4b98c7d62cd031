# Installs the library, and the files for CMake's find_package(mediaedit) and pkg-config.
include(CMakePackageConfigHelpers)
set(cmake_folder ${CMAKE_INSTALL_LIBDIR}/cmake/mediaedit)
# Each component becomes a package: library, development, command, window. The default is
# development.
set(CMAKE_INSTALL_DEFAULT_COMPONENT_NAME development)

install(TARGETS mediaedit EXPORT mediaedit
  LIBRARY DESTINATION ${CMAKE_INSTALL_LIBDIR} COMPONENT library NAMELINK_COMPONENT development
  ARCHIVE DESTINATION ${CMAKE_INSTALL_LIBDIR}
  RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR} COMPONENT library)
install(DIRECTORY ${PROJECT_SOURCE_DIR}/libedit/include/mediaedit DESTINATION ${CMAKE_INSTALL_INCLUDEDIR} FILES_MATCHING PATTERN *.hpp)
if(NOT MEDIAEDIT_DEB)  # the Debian copyright file covers it
  # The face network is part of the library; its licence must be installed with it.
  install(FILES ${PROJECT_SOURCE_DIR}/libedit/data/faces/LICENSE DESTINATION ${CMAKE_INSTALL_DATADIR}/doc/mediaedit COMPONENT library RENAME LICENSE.yunet)
endif()
if(TARGET mediaedit_av)
  install(TARGETS mediaedit_av mediaedit_filter mediaedit_tiff LIBRARY DESTINATION ${CMAKE_INSTALL_LIBDIR}/mediaedit COMPONENT library)
endif()
# The installed folder can be moved.
file(RELATIVE_PATH from_programs /${CMAKE_INSTALL_BINDIR} /${CMAKE_INSTALL_LIBDIR})
if(TARGET mediaedit_command)
  set_target_properties(mediaedit_command PROPERTIES INSTALL_RPATH "$ORIGIN/${from_programs}")
  install(TARGETS mediaedit_command RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR} COMPONENT command)
endif()
if(TARGET sunting)
  set_target_properties(sunting PROPERTIES INSTALL_RPATH "$ORIGIN/${from_programs}")
  install(TARGETS sunting RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR} COMPONENT window)
endif()

# A program that links the static library also needs its dependencies; the same files find them
# there.
set(MEDIAEDIT_PARTS "")
# The shared library has no requirements for its users: no public header includes another library's,
# and it loads its own dependencies.
set(MEDIAEDIT_PC_REQUIRES "Requires.private:")
set(MEDIAEDIT_PC_LIBS "")
set(MEDIAEDIT_PC_CFLAGS "")
if(NOT BUILD_SHARED_LIBS)
  set(MEDIAEDIT_PARTS "opencv;photo_codecs;tiff;text;ffmpeg;ffmpeg_filter;loudness")
  install(FILES ${PROJECT_SOURCE_DIR}/third_party/opencv.cmake ${PROJECT_SOURCE_DIR}/third_party/photo_codecs.cmake
    ${PROJECT_SOURCE_DIR}/third_party/tiff.cmake ${PROJECT_SOURCE_DIR}/third_party/text.cmake ${PROJECT_SOURCE_DIR}/third_party/ffmpeg.cmake ${PROJECT_SOURCE_DIR}/third_party/ffmpeg_filter.cmake ${PROJECT_SOURCE_DIR}/third_party/loudness.cmake DESTINATION ${cmake_folder})
  set(MEDIAEDIT_PC_CFLAGS " -DMEDIAEDIT_STATIC")
  # Public requirements: if only the archive is installed, every program links it, mostly against
  # shared dependencies, for which `pkg-config --static` would name libraries that are not installed
  # (FFmpeg's own).
  set(MEDIAEDIT_PC_REQUIRES "Requires: libjpeg, libpng, libwebp, libwebpdemux, libwebpmux, libheif, libtiff-4, lcms2, libexif, pangocairo, pangoft2, fontconfig, libavformat, libavcodec, libavutil, libswscale, libswresample, libavfilter, libebur128")
  if(VAAPI_FOUND)
    string(APPEND MEDIAEDIT_PC_REQUIRES ", libva, libva-drm")
  endif()
  set(MEDIAEDIT_PC_LIBS " -lopencv_objdetect -lopencv_dnn -lopencv_imgproc -lopencv_core -lpthread -ldl")
endif()

configure_package_config_file(${CMAKE_CURRENT_LIST_DIR}/mediaedit-config.cmake.in ${PROJECT_BINARY_DIR}/mediaedit-config.cmake
  INSTALL_DESTINATION ${cmake_folder} NO_SET_AND_CHECK_MACRO)
# Below 1.0 each minor version may change the API; the soname changes with it.
write_basic_package_version_file(${PROJECT_BINARY_DIR}/mediaedit-config-version.cmake COMPATIBILITY SameMinorVersion)
install(FILES ${PROJECT_BINARY_DIR}/mediaedit-config.cmake ${PROJECT_BINARY_DIR}/mediaedit-config-version.cmake DESTINATION ${cmake_folder})
install(EXPORT mediaedit NAMESPACE mediaedit:: FILE mediaedit-targets.cmake DESTINATION ${cmake_folder})

# The prefix is relative to this file, so the installed folder can be moved.
file(RELATIVE_PATH MEDIAEDIT_PC_PREFIX /${CMAKE_INSTALL_LIBDIR}/pkgconfig /)
string(REGEX REPLACE "/$" "" MEDIAEDIT_PC_PREFIX "${MEDIAEDIT_PC_PREFIX}")
configure_file(${CMAKE_CURRENT_LIST_DIR}/mediaedit.pc.in ${PROJECT_BINARY_DIR}/mediaedit.pc @ONLY)
install(FILES ${PROJECT_BINARY_DIR}/mediaedit.pc DESTINATION ${CMAKE_INSTALL_LIBDIR}/pkgconfig)
