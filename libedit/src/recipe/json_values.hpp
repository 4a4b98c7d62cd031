// Words and colours of a JSON file: what is none is named, with what there is to choose.
#pragma once

#include "json/json_fields.hpp"
#include "recipe/words.hpp"

#include <string>

namespace mediaedit::internal {

/// Errors: bad_recipe with `path`.
template <class Enum>
Enum read_word(const nlohmann::json& value, const std::string& path) {
    const auto word = Fields::text(value, path);
    if (const auto found = value_of<Enum>(word)) return *found;
    fail(ErrorCode::bad_recipe,
         tr("{value} is not possible for {field}; choose one of: {choices}.",
            {{"value", word}, {"field", path}, {"choices", words_of<Enum>()}}),
         path);
}

/// "#1a2b3c". Errors: bad_recipe with `path`.
inline Color read_color(const nlohmann::json& value, const std::string& path) {
    const auto color = color_from_text(Fields::text(value, path));
    if (!color) Fields::wrong_type(path, "#1a2b3c");
    return *color;
}

}  // namespace mediaedit::internal
