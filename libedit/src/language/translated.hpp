// Words for people in both languages, as data files hold them.
#pragma once

#include "json/description.hpp"

#include <string>
#include <string_view>

namespace mediaedit::internal {

struct Translated {
    std::string en, id{};
    /// English where the text was not translated.
    [[nodiscard]] const std::string& in(std::string_view language) const {
        return language == "id" && !id.empty() ? id : en;
    }
    bool operator==(const Translated&) const = default;
};

template <>
struct Described<Translated> {
    static void fields(auto& d) {
        d.needed("en", &Translated::en);
        d.field("id", &Translated::id);
    }
};

/// Text that must be given in both languages.
struct BothLanguages {
    /// Errors: bad_recipe.
    static void check(const Translated& words, const JsonPath& path) {
        const JsonPath id(path, "id");
        if (words.id.empty() && !words.en.empty()) Fields::missing(id.text());
    }
    static void describe(nlohmann::ordered_json& schema) { schema["required"] = {"en", "id"}; }
};

}  // namespace mediaedit::internal
