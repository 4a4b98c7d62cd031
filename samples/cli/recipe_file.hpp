// A recipe that the line names, and how one is shown.
#pragma once

#include "session.hpp"

#include <mediaedit/mediaedit.hpp>

#include <filesystem>
#include <string>
#include <vector>

namespace cli {

/// "-" is standard input, whose files are seen from the folder one stands in. Errors: UsageError.
mediaedit::Recipe read_any_recipe(const std::string& file, const Session& session);

/// The pictures and sounds that it names.
std::vector<std::filesystem::path> files_of(const mediaedit::Recipe& recipe);

/// Its canonical text. The files that it names have their whole paths there, so that they are found
/// from wherever it is kept.
std::string recipe_text(mediaedit::Recipe recipe);
void print_recipe(const mediaedit::Recipe& recipe);

}  // namespace cli
