# Translations: po/LANGUAGE.po is compiled into the library. The messages in the code are English.
file(GLOB po_files CONFIGURE_DEPENDS ${CMAKE_CURRENT_SOURCE_DIR}/po/*.po)
foreach(po ${po_files})
  get_filename_component(language ${po} NAME_WE)
  if(language STREQUAL "en")
    continue()
  endif()
  string(MAKE_C_IDENTIFIER "catalogue_${language}" name)
  set(catalogue ${CMAKE_CURRENT_BINARY_DIR}/${language}.mo)
  add_custom_command(OUTPUT ${catalogue}
    COMMAND ${GETTEXT_MSGFMT_EXECUTABLE} --check-format --no-hash --output-file=${catalogue} ${po}
    DEPENDS ${po} VERBATIM)
  embed(${catalogue} ${name})
  string(APPEND CATALOGUES "{\"${language}\", ${name}}, ")
  string(APPEND CATALOGUE_DECLARATIONS "extern const std::string_view ${name};\n")
endforeach()
configure_file(catalogue_list.cpp.in embedded_catalogue_list.cpp @ONLY)
list(APPEND core_sources ${CMAKE_CURRENT_BINARY_DIR}/embedded_catalogue_list.cpp)

if(PROJECT_IS_TOP_LEVEL)
  # Adds new messages from the code to the po files, for translation.
  add_custom_target(pot COMMAND ${CMAKE_CURRENT_SOURCE_DIR}/po/messages update USES_TERMINAL VERBATIM)
endif()
