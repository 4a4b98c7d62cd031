# Translations: msgfmt turns them into what the library holds. Nothing of gettext is linked.
find_package(Gettext REQUIRED)
