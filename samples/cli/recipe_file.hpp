// Reading and printing recipes.
#pragma once

#include "session.hpp"

#include <mediaedit/mediaedit.hpp>

#include <filesystem>
#include <string>
#include <vector>

namespace cli {

/// "-" is standard input; its relative paths start at the current folder. Errors: UsageError.
mediaedit::Recipe read_any_recipe(const std::string& file, const Session& session);

/// The pictures and audio files that the recipe names.
std::vector<std::filesystem::path> files_of(const mediaedit::Recipe& recipe);

/// The canonical text of the recipe, with absolute paths, so that it can be stored anywhere.
std::string recipe_text(mediaedit::Recipe recipe);
void print_recipe(const mediaedit::Recipe& recipe);

}  // namespace cli
