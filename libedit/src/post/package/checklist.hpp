// The page that leads a person through posting.
#pragma once

#include "post/package/post_captions.hpp"
#include "post/package/post_findings.hpp"

#include <mediaedit/post.hpp>

#include <map>
#include <string>
#include <vector>

namespace mediaedit::internal {

struct ChecklistInput {
    const Post& post;
    const std::vector<SeenItem>& items;
    const std::vector<PostCaption>& captions;
    const PostReport& report;
    const std::map<std::string, std::string>& words;  ///< that the form gives for pictures
};

/// One HTML file that needs nothing but the package beside it: no network, no script from
/// elsewhere. In the language of the moment.
std::string checklist_html(const ChecklistInput& input);

}  // namespace mediaedit::internal
