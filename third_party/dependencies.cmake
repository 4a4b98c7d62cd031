# Every dependency is found by a file of its own beside this one; README.md tells who needs it and why.
find_package(Threads REQUIRED)
find_package(PkgConfig REQUIRED)

include(${CMAKE_CURRENT_LIST_DIR}/opencv.cmake)
include(${CMAKE_CURRENT_LIST_DIR}/photo_codecs.cmake)
include(${CMAKE_CURRENT_LIST_DIR}/ffmpeg.cmake)
include(${CMAKE_CURRENT_LIST_DIR}/loudness.cmake)
include(${CMAKE_CURRENT_LIST_DIR}/text.cmake)
include(${CMAKE_CURRENT_LIST_DIR}/json.cmake)
include(${CMAKE_CURRENT_LIST_DIR}/gettext.cmake)
