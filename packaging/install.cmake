# Installs menu entry, icon, description for software centres, and manual pages.
if(TARGET sunting)
  set(window_files ${PROJECT_SOURCE_DIR}/packaging/desktop)
  configure_file(${window_files}/id.sunting.Sunting.metainfo.xml.in ${PROJECT_BINARY_DIR}/id.sunting.Sunting.metainfo.xml @ONLY)
  install(FILES ${window_files}/id.sunting.Sunting.desktop DESTINATION ${CMAKE_INSTALL_DATADIR}/applications COMPONENT window)
  install(FILES ${PROJECT_BINARY_DIR}/id.sunting.Sunting.metainfo.xml DESTINATION ${CMAKE_INSTALL_DATADIR}/metainfo COMPONENT window)
  install(FILES ${window_files}/id.sunting.Sunting.svg DESTINATION ${CMAKE_INSTALL_DATADIR}/icons/hicolor/scalable/apps COMPONENT window)
  install(FILES ${PROJECT_SOURCE_DIR}/samples/data/market.jpg DESTINATION ${CMAKE_INSTALL_DATADIR}/sunting RENAME sample.jpg COMPONENT window)
  foreach(size 48 128 256)
    install(FILES ${window_files}/id.sunting.Sunting.${size}.png DESTINATION ${CMAKE_INSTALL_DATADIR}/icons/hicolor/${size}x${size}/apps
      RENAME id.sunting.Sunting.png COMPONENT window)
  endforeach()
endif()

# Compressed for Debian packages, as Debian requires.
function(mediaedit_install_manual program component)
  set(page ${PROJECT_SOURCE_DIR}/packaging/man/${program}.1)
  if(MEDIAEDIT_DEB)
    mediaedit_packed(${page} ${program}.1.gz)
    set(page ${PROJECT_BINARY_DIR}/packed/${program}.1.gz)
  endif()
  install(FILES ${page} DESTINATION ${CMAKE_INSTALL_MANDIR}/man1 COMPONENT ${component})
endfunction()
if(MEDIAEDIT_DEB)
  # `mediaedit_packed(file name)` makes build/packed/NAME, with the same bytes each time.
  function(mediaedit_packed file name)
    add_custom_command(OUTPUT ${PROJECT_BINARY_DIR}/packed/${name}
      COMMAND ${CMAKE_COMMAND} -E make_directory ${PROJECT_BINARY_DIR}/packed
      COMMAND gzip -9n < ${file} > ${PROJECT_BINARY_DIR}/packed/${name}
      DEPENDS ${file})
    add_custom_target(packed_${name} ALL DEPENDS ${PROJECT_BINARY_DIR}/packed/${name})
  endfunction()
endif()
if(TARGET mediaedit_command)
  mediaedit_install_manual(mediaedit command)
endif()
if(TARGET sunting)
  mediaedit_install_manual(sunting window)
endif()
