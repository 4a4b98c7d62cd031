# Translations. libintl is part of glibc; elsewhere it is a library of its own.
find_package(Intl REQUIRED)
find_package(Gettext REQUIRED)
