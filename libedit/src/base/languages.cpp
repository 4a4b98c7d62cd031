// The available languages, and the choice by a setting such as "id_ID.UTF-8".
#include "base/languages.hpp"

#include <cstdlib>
#include <vector>

namespace mediaedit::internal {
namespace {

/// English first.
const std::vector<Catalogue>& catalogues() {
    static const auto all = [] {
        std::vector<Catalogue> made;
        made.emplace_back("en", std::string_view{});
        for (const auto& one : embedded_catalogues()) {
            if (one.language != "en") made.emplace_back(std::string(one.language), one.mo);
        }
        return made;
    }();
    return all;
}

const Catalogue* find(std::string_view language) {
    for (const auto& one : catalogues()) {
        if (one.language() == language) return &one;
    }
    return nullptr;
}

/// "id_ID.UTF-8" and "id-ID" become the name of a .po file: "id_ID".
std::string without_encoding(std::string_view locale) {
    std::string name(locale.substr(0, locale.find_first_of(".@")));
    for (char& character : name) {
        if (character == '-') character = '_';
    }
    return name;
}

}  // namespace

const Catalogue& catalogue_for(std::string_view languages) {
    const auto& english = catalogues().front();
    while (!languages.empty()) {
        const auto end = languages.find(':');
        const auto name = without_encoding(languages.substr(0, end));
        if (name == "C" || name == "POSIX") return english;
        if (const auto* found = find(name)) return *found;
        if (const auto* found = find(name.substr(0, name.find('_')))) return *found;
        languages = end == languages.npos ? std::string_view{} : languages.substr(end + 1);
    }
    return english;
}

std::string_view environment_languages() {
    for (const char* name : {"LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"}) {
        if (const char* value = std::getenv(name); value && *value) return value;
    }
    return {};
}

}  // namespace mediaedit::internal
