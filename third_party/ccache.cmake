# ccache, where it is installed: a second build of the same code takes seconds.
find_program(CCACHE ccache)
mark_as_advanced(CCACHE)
if(CCACHE AND NOT CMAKE_CXX_COMPILER_LAUNCHER)
  # "Depend" mode takes what the compiler says of its headers: a first build is not preprocessed twice.
  # The language of warnings is no difference: ctest empties its variables for what it builds.
  set(CMAKE_CXX_COMPILER_LAUNCHER ${CMAKE_COMMAND} -E env CCACHE_DEPEND=1 CCACHE_SLOPPINESS=locale ${CCACHE})
endif()
