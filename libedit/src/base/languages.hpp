// The available languages, and the choice by a setting such as "id_ID.UTF-8".
#pragma once

#include "base/catalogue.hpp"

#include <span>
#include <string_view>

namespace mediaedit::internal {

/// The name of a .po file without its extension, and its compiled catalogue.
struct EmbeddedCatalogue {
    std::string_view language, mo;
};
/// The compiled-in catalogues. English is not among them: the code contains it.
std::span<const EmbeddedCatalogue> embedded_catalogues();

/// The catalogue of the first available language of `languages`: "id", "id_ID.UTF-8", "su:id:en".
/// If none is available, English, whose catalogue is empty. Valid until the process ends.
const Catalogue& catalogue_for(std::string_view languages);

/// The language setting of the environment: the first of LANGUAGE, LC_ALL, LC_MESSAGES and LANG
/// that is not empty.
std::string_view environment_languages();

}  // namespace mediaedit::internal
