# Uses ccache if it is installed: a second build of the same code takes seconds.
find_program(CCACHE ccache)
mark_as_advanced(CCACHE)
if(CCACHE AND NOT CMAKE_CXX_COMPILER_LAUNCHER)
  # "Depend" mode uses the compiler's list of headers, so a first build is not preprocessed twice.
  # The locale is ignored, because ctest clears its variables for the projects that it builds.
  set(CMAKE_CXX_COMPILER_LAUNCHER ${CMAKE_COMMAND} -E env CCACHE_DEPEND=1 CCACHE_SLOPPINESS=locale ${CCACHE})
endif()
