# Translations: po/LANGUAGE.po becomes locale/LANGUAGE/LC_MESSAGES/mediaedit.mo beside the library.
file(GLOB po_files CONFIGURE_DEPENDS ${CMAKE_CURRENT_SOURCE_DIR}/po/*.po)
set(message_folder ${CMAKE_CURRENT_BINARY_DIR}/locale)
set(catalogues "")
foreach(po ${po_files})
  get_filename_component(language ${po} NAME_WE)
  set(catalogue ${message_folder}/${language}/LC_MESSAGES/mediaedit.mo)
  add_custom_command(OUTPUT ${catalogue}
    COMMAND ${CMAKE_COMMAND} -E make_directory ${message_folder}/${language}/LC_MESSAGES
    COMMAND ${GETTEXT_MSGFMT_EXECUTABLE} --check-format --output-file=${catalogue} ${po}
    DEPENDS ${po} VERBATIM)
  list(APPEND catalogues ${catalogue})
endforeach()
add_custom_target(mediaedit_messages ALL DEPENDS ${catalogues})

if(PROJECT_IS_TOP_LEVEL)
  # New sentences in the code are taken into the po files, to be translated there.
  add_custom_target(pot COMMAND ${CMAKE_CURRENT_SOURCE_DIR}/po/messages update USES_TERMINAL VERBATIM)
endif()
