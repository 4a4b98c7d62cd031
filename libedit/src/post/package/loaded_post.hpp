// A post with its sources probed and its captions written, before any file is made.
#pragma once

#include "post/package/post_captions.hpp"
#include "post/package/seen_item.hpp"

#include <mediaedit/post.hpp>

#include <map>
#include <string>
#include <vector>

namespace mediaedit::internal {

struct LoadedPost {
    std::vector<Placement> placements;  ///< all that occur, those of the post first
    std::vector<SeenItem> items;
    std::vector<PostCaption> captions;
    std::map<std::string, std::string> words;  ///< the form's words for templates
};

/// Errors: bad_recipe for a placement that is not known, and where the post has none; cancelled.
LoadedPost load_post(const Post& post, const Control& control);

/// What is found before files are made, unsorted.
std::vector<PostFinding> findings_of(const Post& post, const LoadedPost& loaded);

}  // namespace mediaedit::internal
