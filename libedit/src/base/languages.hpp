// Which languages there are, and which one a wish such as "id_ID.UTF-8" means.
#pragma once

#include "base/catalogue.hpp"

#include <span>
#include <string_view>

namespace mediaedit::internal {

/// A .po file's name without its ending, and the catalogue made of it.
struct EmbeddedCatalogue {
    std::string_view language, mo;
};
/// Those that are compiled in. English is none of them: it is what stands in the code.
std::span<const EmbeddedCatalogue> embedded_catalogues();

/// The catalogue of the first language of `wish` that there is: "id", "id_ID.UTF-8", "su:id:en".
/// English, which has no sentences of its own, where none is. Lives as long as the process.
const Catalogue& catalogue_for(std::string_view wish);

/// What the environment wishes: the first of LANGUAGE, LC_ALL, LC_MESSAGES, LANG that says
/// something.
std::string_view wish_of_environment();

}  // namespace mediaedit::internal
