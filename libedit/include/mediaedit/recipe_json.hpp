// A recipe on disk: JSON with "schema": "mediaedit.recipe/1".
#pragma once

#include <mediaedit/export.hpp>
#include <mediaedit/recipe.hpp>
#include <mediaedit/result.hpp>

#include <filesystem>
#include <string>
#include <string_view>

namespace mediaedit {

/// Reads a recipe. Overlay files stay as written.
/// Errors: bad_recipe; `where` is the field's path, such as "overlays[0].size". An unknown key is
/// an error. Source: docs/apps/recipe-format.md
MEDIAEDIT_API Result<Recipe> parse_recipe(std::string_view json);

/// Reads a recipe file; relative files of overlays and sound become relative to the file's folder.
/// Errors: as parse_recipe; not_found, unreadable, too_large (over 4 MiB).
MEDIAEDIT_API Result<Recipe> read_recipe(const std::filesystem::path& file);

/// The canonical text: fixed key order, defaults left out, seconds for people, a newline at the
/// end. parse_recipe(to_json(r)) == r for every recipe that parse_recipe can give.
MEDIAEDIT_API std::string to_json(const Recipe& recipe);

/// Whether every number is in its range and every text and colour usable.
/// Errors: bad_recipe with the field's path. True is the only value.
MEDIAEDIT_API Result<bool> validate(const Recipe& recipe);

}  // namespace mediaedit
