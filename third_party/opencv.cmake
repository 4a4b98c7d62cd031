# OpenCV: resampling, blur, faces, QR. Never its imgcodecs, videoio or highgui: see docs/decisions.
find_package(OpenCV 4.5 REQUIRED COMPONENTS core imgproc objdetect)
add_library(mediaedit_opencv INTERFACE)
target_include_directories(mediaedit_opencv SYSTEM INTERFACE ${OpenCV_INCLUDE_DIRS})
target_link_libraries(mediaedit_opencv INTERFACE opencv_core opencv_imgproc opencv_objdetect)
