# Debian packages by CPack: the library, its development files, the command, the program Sunting.
# packaging/make-deb runs it.
foreach(program mediaedit_command sunting)
  if(NOT TARGET ${program})
    message(FATAL_ERROR "The packages hold ${program}, which is not built here; third_party/install brings what it needs.")
  endif()
endforeach()
if(NOT BUILD_SHARED_LIBS)
  message(FATAL_ERROR "The packages hold the shared library.")
endif()

set(soversion ${PROJECT_VERSION_MAJOR}.${PROJECT_VERSION_MINOR})
file(STRINGS ${PROJECT_SOURCE_DIR}/packaging/deb/changelog newest LIMIT_COUNT 1)
if(NOT newest MATCHES "^mediaedit \\((${PROJECT_VERSION})-([0-9]+)\\)")
  message(FATAL_ERROR "packaging/deb/changelog should begin with version ${PROJECT_VERSION}, not \"${newest}\".")
endif()

set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_NAME mediaedit)
set(CPACK_PACKAGE_VERSION ${PROJECT_VERSION})
if(DEFINED ENV{DEBFULLNAME} AND DEFINED ENV{DEBEMAIL})
  set(CPACK_PACKAGE_CONTACT "$ENV{DEBFULLNAME} <$ENV{DEBEMAIL}>")
else()
  set(CPACK_PACKAGE_CONTACT "The mediaedit authors <noreply@mediaedit.invalid>")
endif()
set(CPACK_PACKAGE_DIRECTORY ${PROJECT_BINARY_DIR}/packages)
set(CPACK_STRIP_FILES ON)
set(CPACK_INSTALL_DEFAULT_DIRECTORY_PERMISSIONS OWNER_READ OWNER_WRITE OWNER_EXECUTE GROUP_READ GROUP_EXECUTE WORLD_READ WORLD_EXECUTE)
set(CPACK_COMPONENTS_ALL library development command window)
set(CPACK_DEB_COMPONENT_INSTALL ON)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_SOURCE mediaedit)
set(CPACK_DEBIAN_PACKAGE_RELEASE ${CMAKE_MATCH_2})
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS_PRIVATE_DIRS ${PROJECT_BINARY_DIR}/libedit)
set(CPACK_DEBIAN_PACKAGE_GENERATE_SHLIBS ON)
set(CPACK_DEBIAN_PACKAGE_GENERATE_SHLIBS_POLICY ">=")
set(CPACK_DEBIAN_PACKAGE_CONTROL_STRICT_PERMISSION ON)
# Otherwise it would appear above each description.
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "")
set(same_version "(= ${PROJECT_VERSION}-${CPACK_DEBIAN_PACKAGE_RELEASE})")

set(CPACK_DEBIAN_LIBRARY_PACKAGE_NAME libmediaedit${soversion})
set(CPACK_DEBIAN_LIBRARY_PACKAGE_SECTION libs)
set(CPACK_DEBIAN_LIBRARY_PACKAGE_RECOMMENDS "fonts-noto-core | fonts-dejavu-core, fonts-noto-color-emoji")
# The parts loaded on demand have no version in their names, so a new version must replace the old.
set(CPACK_DEBIAN_LIBRARY_PACKAGE_PROVIDES "libmediaedit-runtime")
set(CPACK_DEBIAN_LIBRARY_PACKAGE_CONFLICTS "libmediaedit-runtime")
set(CPACK_DEBIAN_LIBRARY_PACKAGE_REPLACES "libmediaedit-runtime")
# Since libheif 1.16, Debian has its codecs in separate packages.
set(heif_plugins "")
foreach(plugin libheif-plugin-libde265 libheif-plugin-dav1d libheif-plugin-aomenc)
  if(EXISTS /usr/share/doc/${plugin})
    list(APPEND heif_plugins ${plugin})
  endif()
endforeach()
list(JOIN heif_plugins ", " CPACK_DEBIAN_LIBRARY_PACKAGE_DEPENDS)
set(CPACK_DEBIAN_LIBRARY_PACKAGE_CONTROL_EXTRA ${PROJECT_SOURCE_DIR}/packaging/deb/triggers)
set(CPACK_DEBIAN_LIBRARY_DESCRIPTION "simple photo and video edits, done exactly - library
Crops around the people in a photo, fits it into the sizes of social media,
writes readable text on it, hides faces, trims videos exactly to the frame
and removes location and device data.

This package contains the library and its part for videos.")

set(CPACK_DEBIAN_DEVELOPMENT_PACKAGE_NAME libmediaedit-dev)
set(CPACK_DEBIAN_DEVELOPMENT_PACKAGE_SECTION libdevel)
set(CPACK_DEBIAN_DEVELOPMENT_PACKAGE_DEPENDS "libmediaedit${soversion} ${same_version}")
set(CPACK_DEBIAN_DEVELOPMENT_DESCRIPTION "simple photo and video edits, done exactly - development files
Crops around the people in a photo, fits it into the sizes of social media,
writes readable text on it, hides faces and trims videos.

This package contains the headers and the files for CMake and pkg-config.")

set(CPACK_DEBIAN_COMMAND_PACKAGE_NAME mediaedit)
set(CPACK_DEBIAN_COMMAND_PACKAGE_SECTION graphics)
set(CPACK_DEBIAN_COMMAND_PACKAGE_DEPENDS "libmediaedit${soversion} ${same_version}")
set(CPACK_DEBIAN_COMMAND_PACKAGE_SUGGESTS "sunting")
set(CPACK_DEBIAN_COMMAND_DESCRIPTION "simple photo and video edits for social media - command
Makes the right file for each placement of a photo or video: in its size,
cropped around the people, with readable text, without location and device
data. Videos are trimmed exactly to the frame, mostly by copying. Captions are
made from a form and checked.")

set(CPACK_DEBIAN_WINDOW_PACKAGE_NAME sunting)
set(CPACK_DEBIAN_WINDOW_PACKAGE_SECTION graphics)
set(CPACK_DEBIAN_WINDOW_PACKAGE_DEPENDS "libmediaedit${soversion} ${same_version}, fonts-noto-core, fonts-fork-awesome")
set(CPACK_DEBIAN_WINDOW_PACKAGE_RECOMMENDS "fonts-noto-color-emoji, zenity | kdialog, xdg-utils")
set(CPACK_DEBIAN_WINDOW_PACKAGE_SUGGESTS "mediaedit")
set(CPACK_DEBIAN_WINDOW_DESCRIPTION "make photos and short videos ready to be posted
A program for people who have never edited a photo or video, in Indonesian
and English. In a few steps, a photo of an activity becomes the right pictures
for Instagram, Facebook, X, WhatsApp and others, a video becomes a reel, and a
short form becomes a caption for each platform.

The originals are never changed, and nothing is sent anywhere.")

mediaedit_packed(${PROJECT_SOURCE_DIR}/packaging/deb/changelog changelog.Debian.gz)
mediaedit_packed(${PROJECT_SOURCE_DIR}/CHANGELOG.md changelog.gz)
foreach(component library development command window)
  string(TOUPPER ${component} upper)
  set(documents ${CMAKE_INSTALL_DATADIR}/doc/${CPACK_DEBIAN_${upper}_PACKAGE_NAME})
  install(FILES ${PROJECT_SOURCE_DIR}/packaging/deb/copyright ${PROJECT_BINARY_DIR}/packed/changelog.Debian.gz ${PROJECT_BINARY_DIR}/packed/changelog.gz
    DESTINATION ${documents} COMPONENT ${component})
endforeach()

# Libraries that are compiled in: add Debian's copyright file for each.
function(mediaedit_compiled_in package component)
  if(EXISTS /usr/share/doc/${package}/copyright)
    string(TOUPPER ${component} upper)
    install(FILES /usr/share/doc/${package}/copyright DESTINATION ${CMAKE_INSTALL_DATADIR}/doc/${CPACK_DEBIAN_${upper}_PACKAGE_NAME}
      RENAME copyright.${package} COMPONENT ${component})
  endif()
endfunction()
foreach(component library command window)
  mediaedit_compiled_in(nlohmann-json3-dev ${component})
endforeach()
mediaedit_compiled_in(libcli11-dev command)
mediaedit_compiled_in(libimgui-dev window)
include(CPack)
