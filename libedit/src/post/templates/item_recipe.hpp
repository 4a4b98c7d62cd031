// The recipe of an item of a post for a placement.
#pragma once

#include <mediaedit/post.hpp>
#include <mediaedit/post_template.hpp>

#include <cstddef>
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace mediaedit::internal {

struct ChosenTemplate {
    PostTemplate post_template;
    TemplateFill fill;
};

/// The template of an item with its words; nothing: it has none. `from_form`: the form's words
/// (Caption::words). Errors: bad_argument for an unknown template.
std::optional<ChosenTemplate> template_for(const Post& post, const PostItem& item,
                                           const std::map<std::string, std::string>& from_form);

/// The item's recipe with its choice for faces and its template filled in. The item is the
/// `number`th of `of` for the placement. Errors: those of the template.
Recipe recipe_of_item(const Post& post, const PostItem& item, std::size_t number, std::size_t of,
                      const std::map<std::string, std::string>& from_form,
                      const Placement& placement);

/// The files that a recipe draws or plays.
std::vector<std::filesystem::path> files_in(const Recipe& recipe);

}  // namespace mediaedit::internal
