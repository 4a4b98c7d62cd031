// Reading and printing recipes.
#include "recipe_file.hpp"

#include "system/standard_input.hpp"
#include "usage_error.hpp"

#include <filesystem>
#include <iostream>
#include <variant>

namespace cli {
namespace {

using namespace mediaedit;

/// The same as in read_recipe.
constexpr std::size_t max_recipe_bytes = 4 << 20;

/// Calls visit(file) for each picture and audio file. The source itself is not among them.
template <class SomeRecipe, class Visit>
void for_each_file(SomeRecipe& recipe, const Visit& visit) {
    const auto visit_named = [&](auto& file) {
        if (!file.empty() && !file.starts_with("data:")) visit(file);
    };
    const auto visit_pictures = [&](auto& overlays) {
        for (auto& overlay : overlays)
            if (auto* picture = std::get_if<PictureOverlay>(&overlay)) visit_named(picture->file);
    };
    visit_pictures(recipe.overlays);
    for (auto& [id, own] : recipe.placements)
        if (own.overlays) visit_pictures(*own.overlays);
    visit_named(recipe.audio.file);
}

}  // namespace

Recipe read_any_recipe(const std::string& file, const Session& session) {
    if (file != "-") return value_or_refuse(read_recipe(file));
    return value_or_refuse(parse_recipe(read_standard_input(session.stop(), max_recipe_bytes)));
}

std::vector<std::filesystem::path> files_of(const Recipe& recipe) {
    std::vector<std::filesystem::path> files;
    for_each_file(recipe, [&](const std::string& file) { files.emplace_back(file); });
    return files;
}

std::string recipe_text(Recipe recipe) {
    for_each_file(recipe, [](std::string& file) {
        std::error_code unknown;
        const auto whole = std::filesystem::absolute(file, unknown);
        if (!unknown) file = whole.lexically_normal().string();
    });
    return to_json(recipe);
}

void print_recipe(const Recipe& recipe) { std::cout << recipe_text(recipe); }

}  // namespace cli
