# Translations: msgfmt compiles them for the library. No part of gettext is linked.
find_package(Gettext REQUIRED)
