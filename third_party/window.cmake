# Libraries of Sunting: Dear ImGui, GLFW and OpenGL. If one is missing, MEDIAEDIT_GUI is off and
# everything else is built. gui/platform/imgui_versions.hpp handles the differences between versions
# of ImGui.
pkg_check_modules(IMGUI IMPORTED_TARGET imgui>=1.86 imgui<1.93)
pkg_check_modules(FREETYPE IMPORTED_TARGET freetype2)
pkg_check_modules(GLFW IMPORTED_TARGET glfw3>=3.3 gl)
# Opens the desktop's file dialog over D-Bus.
pkg_check_modules(GIO IMPORTED_TARGET gio-2.0)
if(IMGUI_FOUND AND FREETYPE_FOUND AND GLFW_FOUND AND GIO_FOUND)
  add_library(mediaedit_imgui INTERFACE)
  target_link_libraries(mediaedit_imgui INTERFACE PkgConfig::IMGUI PkgConfig::FREETYPE)
  add_library(mediaedit_glfw INTERFACE)
  target_link_libraries(mediaedit_glfw INTERFACE PkgConfig::GLFW)
  # Drawing without a screen, only for tests and screenshots.
  pkg_check_modules(EGL IMPORTED_TARGET egl gl)
  if(EGL_FOUND)
    add_library(mediaedit_egl INTERFACE)
    target_link_libraries(mediaedit_egl INTERFACE PkgConfig::EGL)
  endif()
else()
  message(STATUS "The program with a window is not built; third_party/install brings what it needs.")
  set(MEDIAEDIT_GUI OFF)
endif()
