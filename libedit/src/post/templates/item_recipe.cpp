// The recipe of an item of a post for a placement.
#include "post/templates/item_recipe.hpp"

#include "base/guard.hpp"
#include "recipe/recipe_files.hpp"

#include <utility>

namespace mediaedit::internal {
namespace {

/// The item's words, else the post's, else the form's for fields of the template.
std::map<std::string, std::string> words_for(const Post& post, const PostItem& item,
                                             const std::map<std::string, std::string>& from_form,
                                             const PostTemplate& chosen) {
    auto words = item.words;
    words.insert(post.words.begin(), post.words.end());
    for (const auto& place : chosen.places)
        if (const auto word = from_form.find(place.id); word != from_form.end())
            words.insert(*word);
    return words;
}

}  // namespace

std::optional<ChosenTemplate> template_for(const Post& post, const PostItem& item,
                                           const std::map<std::string, std::string>& from_form) {
    const auto& id = item.template_id.empty() ? post.template_id : item.template_id;
    if (id.empty() || id == "none") return {};
    auto found = value_or_throw(find_template(id));
    TemplateFill fill;
    fill.words = words_for(post, item, from_form, found);
    fill.more_photos = item.more_photos;
    fill.language = post.language;
    return ChosenTemplate{std::move(found), std::move(fill)};
}

Recipe recipe_of_item(const Post& post, const PostItem& item, std::size_t number, std::size_t of,
                      const std::map<std::string, std::string>& from_form,
                      const Placement& placement) {
    Recipe recipe = item.recipe;
    if (item.faces == FaceChoice::hide && !recipe.hide_faces) recipe.hide_faces = HideWith::blur;
    auto chosen = template_for(post, item, from_form);
    if (!chosen) return recipe;
    chosen->fill.number = static_cast<int>(number);
    chosen->fill.of = static_cast<int>(of);
    return value_or_throw(
        fill_template(chosen->post_template.id, chosen->fill, post.village, placement, recipe));
}

std::vector<std::filesystem::path> files_in(const Recipe& recipe) {
    std::vector<std::filesystem::path> files;
    for_each_file(recipe, [&](const std::string& file) { files.emplace_back(file); });
    return files;
}

}  // namespace mediaedit::internal
