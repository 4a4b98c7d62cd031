# `compile_by_folder(target)`: with MEDIAEDIT_UNITY, the files of a folder are compiled as one. Headers
# take most of a file's compile time, so a whole build takes half the time. After a small change a
# folder is compiled instead of a file. File-private names must be unique in their folder.
function(compile_by_folder target)
  if(NOT MEDIAEDIT_UNITY)
    return()
  endif()
  set_target_properties(${target} PROPERTIES UNITY_BUILD ON UNITY_BUILD_MODE GROUP)
  get_target_property(files ${target} SOURCES)
  foreach(file ${files})
    get_filename_component(folder ${file} DIRECTORY)
    file(RELATIVE_PATH folder ${PROJECT_SOURCE_DIR} ${folder}/)
    string(MAKE_C_IDENTIFIER "${folder}" group)
    # Generated files, and files of several targets, are compiled alone.
    if(NOT file MATCHES "/embedded_|_(linked|loaded)\\.cpp$")
      set_source_files_properties(${file} PROPERTIES UNITY_GROUP ${group})
    endif()
  endforeach()
endfunction()
