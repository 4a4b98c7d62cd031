# OpenCV: resampling, blur, faces, QR. Never its imgcodecs, videoio or highgui: see README.md.
#
# OpenCV's own CMake package requires all of its 40 modules (on Debian: libopencv-dev, 340 MB more),
# so the four that we need are looked up by name first. objdetect loads dnn anyway.
find_path(MEDIAEDIT_OPENCV_INCLUDE opencv2/objdetect.hpp PATH_SUFFIXES opencv4)
set(mediaedit_opencv_files "")
foreach(module core imgproc objdetect dnn)
  find_library(MEDIAEDIT_OPENCV_${module} opencv_${module})
  mark_as_advanced(MEDIAEDIT_OPENCV_${module})
  list(APPEND mediaedit_opencv_files ${MEDIAEDIT_OPENCV_${module}})
endforeach()
mark_as_advanced(MEDIAEDIT_OPENCV_INCLUDE)

if(NOT TARGET mediaedit_opencv)
  add_library(mediaedit_opencv INTERFACE)
  if(MEDIAEDIT_OPENCV_INCLUDE AND NOT mediaedit_opencv_files MATCHES "NOTFOUND")
    target_include_directories(mediaedit_opencv SYSTEM INTERFACE ${MEDIAEDIT_OPENCV_INCLUDE})
    target_link_libraries(mediaedit_opencv INTERFACE ${mediaedit_opencv_files})
  else()
    find_package(OpenCV 4.5 REQUIRED COMPONENTS core imgproc objdetect dnn)
    target_include_directories(mediaedit_opencv SYSTEM INTERFACE ${OpenCV_INCLUDE_DIRS})
    target_link_libraries(mediaedit_opencv INTERFACE opencv_core opencv_imgproc opencv_objdetect opencv_dnn)
  endif()
endif()
