// Recipes as JSON.
#include "base/guard.hpp"
#include "base/system/system.hpp"
#include "recipe/recipe_description.hpp"
#include "recipe/recipe_files.hpp"

#include <mediaedit/recipe_json.hpp>

namespace mediaedit {
namespace internal {
namespace {

constexpr std::int64_t max_recipe_bytes = 4 << 20;

}  // namespace

void Described<Recipe>::resolve(Recipe& recipe, const std::filesystem::path& folder) {
    for_each_file(recipe, [&](std::string& file) { file = seen_from(folder, file); });
}

}  // namespace internal

Result<Recipe> parse_recipe(std::string_view json) {
    return internal::guard(
        [&] { return internal::read_document<Recipe>(internal::parse_json(json)); });
}

Result<Recipe> read_recipe(const std::filesystem::path& file) {
    return internal::guard([&] {
        auto recipe = internal::reading(file, [&] {
            return internal::read_document<Recipe>(
                internal::parse_json(internal::read_text(file, internal::max_recipe_bytes)));
        });
        internal::for_each_file(recipe, [&](std::string& named) {
            named = (file.parent_path() / named).lexically_normal().string();
        });
        return recipe;
    });
}

std::string to_json(const Recipe& recipe) { return internal::write_document(recipe); }

}  // namespace mediaedit
