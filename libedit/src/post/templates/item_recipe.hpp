// How an item of a post looks at a placement.
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

/// The template that an item is laid out by, with its words; absent: none. `from_form` are words
/// that the form gives (Caption::words). Errors: bad_argument when there is no such template.
std::optional<ChosenTemplate> template_for(const Post& post, const PostItem& item,
                                           const std::map<std::string, std::string>& from_form);

/// The item's own recipe, its faces as chosen, and the template in the village's colours. It is the
/// `number`th of `of` at that placement. Errors: those of the template.
Recipe recipe_of_item(const Post& post, const PostItem& item, std::size_t number, std::size_t of,
                      const std::map<std::string, std::string>& from_form,
                      const Placement& placement);

/// Other files that a recipe draws or plays.
std::vector<std::filesystem::path> files_in(const Recipe& recipe);

}  // namespace mediaedit::internal
