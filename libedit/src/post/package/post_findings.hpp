// What a person should see to in a post.
#pragma once

#include "post/package/post_captions.hpp"
#include "post/package/seen_item.hpp"

#include <mediaedit/post.hpp>

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace mediaedit::internal {

/// Personal data before the rest of its severity, worst severity first, else as they came.
void sort_findings(std::vector<PostFinding>& findings);

/// What was noticed of a file: to be looked at when some of it may be missing, else good to know.
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
/// Videos that are longer than a place takes; none is made of them for it.
void check_lengths(const Post& post, const std::vector<SeenItem>& items,
                   const std::vector<Placement>& placements, std::vector<PostFinding>& findings);
/// `words`: what the form gives for pictures.
void check_templates(const Post& post, const std::map<std::string, std::string>& words,
                     std::vector<PostFinding>& findings);

/// Those that were not accepted by the person.
void drop_accepted(const Post& post, std::vector<PostFinding>& findings);

}  // namespace mediaedit::internal
