// The captions of a post.
#pragma once

#include "post/package/build_manifest.hpp"

#include <mediaedit/caption_check.hpp>
#include <mediaedit/post.hpp>

#include <chrono>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace mediaedit::internal {

struct PostCaption {
    std::string file;                   ///< "caption-instagram.txt"
    std::vector<Placement> placements;  ///< those that share it; the rules of the first one count
    std::string title;                  ///< YouTube's
    std::string text;
    bool own = false;                    ///< written by the person, not from the form
    std::vector<std::string> missing{};  ///< fields of the form
    std::vector<CaptionChange> changes{};

    /// The text of the file: a title is its first paragraph.
    [[nodiscard]] std::string whole() const {
        return title.empty() ? text + "\n" : title + "\n\n" + text + "\n";
    }
};

/// One for each platform; more where captions of its placements differ. None for placements without
/// a caption. Errors: bad_argument for an unknown kind of form.
std::vector<PostCaption> captions_of(const Post& post, const std::vector<Placement>& placements,
                                     std::optional<std::chrono::year_month_day> taken_on);

/// What the form provides besides captions.
struct FormTexts {
    std::string alt_text;                      ///< a draft of an alternative text
    std::map<std::string, std::string> words;  ///< for templates
};
FormTexts form_texts(const Post& post, const std::vector<Placement>& placements,
                     std::optional<std::chrono::year_month_day> taken_on);

/// What the checks of captions need to know.
CaptionContext context_of(const Post& post);

}  // namespace mediaedit::internal
