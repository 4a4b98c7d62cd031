// Recipes as JSON files, with "schema": "mediaedit.recipe/1".
//
//     auto recipe = read_recipe("edit.json");
//     if (!recipe) std::cerr << recipe.error().where << ": " << recipe.error().message << '\n';
#pragma once

#include <mediaedit/export.hpp>
#include <mediaedit/recipe.hpp>
#include <mediaedit/result.hpp>

#include <filesystem>
#include <string>
#include <string_view>

namespace mediaedit {

/// Reads a recipe from JSON text. Paths of files stay as written. An unknown key is an error.
/// Errors: bad_recipe; `where` is the field's path, such as "overlays[0].size".
/// Source: docs/apps/recipe-format.md
MEDIAEDIT_API Result<Recipe> parse_recipe(std::string_view json);

/// Reads a recipe file. Relative paths of overlay and sound files are resolved against its folder.
/// Errors: as parse_recipe; not_found, unreadable, too_large (over 4 MiB).
MEDIAEDIT_API Result<Recipe> read_recipe(const std::filesystem::path& file);

/// Writes the canonical JSON: keys in a fixed order, without default values, times in seconds, a
/// newline at the end. parse_recipe(to_json(r)) == r for every recipe that parse_recipe returns.
MEDIAEDIT_API std::string to_json(const Recipe& recipe);

/// Checks that all numbers are in range and all texts and colours are valid. The value is always
/// true. Errors: bad_recipe with the field's path.
MEDIAEDIT_API Result<bool> validate(const Recipe& recipe);

}  // namespace mediaedit
