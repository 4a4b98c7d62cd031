// The page that guides a person through posting.
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
    const std::map<std::string, std::string>& words;  ///< the form's words for templates
};

/// An HTML file in the current language. It needs only the package beside it: no network, and no
/// other script.
std::string checklist_html(const ChecklistInput& input);

}  // namespace mediaedit::internal
