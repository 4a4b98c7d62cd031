// What a person should know about a post before posting it.
#pragma once

#include "post/package/post_captions.hpp"
#include "post/package/seen_item.hpp"

#include <mediaedit/post.hpp>

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace mediaedit::internal {

/// By severity, the worst first; then personal data first. Otherwise the order stays.
void sort_findings(std::vector<PostFinding>& findings);

PostFinding finding_of(std::string code, Severity severity, std::string message, std::string fix,
                       std::string about);

/// A note on a file: a warning where something may be missing, else a hint.
PostFinding finding_of(const Note& note, std::string about);

void check_captions(const Post& post, const std::vector<PostCaption>& captions,
                    std::vector<PostFinding>& findings);
void check_alt_texts(const Post& post, const std::vector<SeenItem>& items,
                     const std::vector<Placement>& placements, const std::string& caption,
                     std::vector<PostFinding>& findings);
void check_consent(const Post& post, const std::vector<SeenItem>& items,
                   std::vector<PostFinding>& findings);
void check_sources(const Post& post, const std::vector<SeenItem>& items,
                   std::vector<PostFinding>& findings);
/// Videos that are longer than a placement takes. No file is made of them.
void check_lengths(const Post& post, const std::vector<SeenItem>& items,
                   const std::vector<Placement>& placements, std::vector<PostFinding>& findings);
/// `words`: the form's words for templates.
void check_templates(const Post& post, const std::map<std::string, std::string>& words,
                     std::vector<PostFinding>& findings);

/// Removes findings that the person accepted. Errors stay.
void drop_accepted(const Post& post, std::vector<PostFinding>& findings);

}  // namespace mediaedit::internal
