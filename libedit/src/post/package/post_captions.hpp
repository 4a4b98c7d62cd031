// The captions of a post, as its package holds them.
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
    std::vector<Placement> placements;  ///< those that get it; the first one's rules count
    std::string title;                  ///< YouTube's
    std::string text;
    bool own = false;                    ///< written by the person, not by the guide
    std::vector<std::string> missing{};  ///< fields of the form
    std::vector<CaptionChange> changes{};

    /// As it stands in the file: a title has its own first paragraph.
    [[nodiscard]] std::string whole() const {
        return title.empty() ? text + "\n" : title + "\n\n" + text + "\n";
    }
};

/// One for each platform; more where a placement's own differs. Placements that show no caption
/// have none. Errors: bad_argument when the form's kind is not known.
std::vector<PostCaption> captions_of(const Post& post, const std::vector<Placement>& placements,
                                     std::optional<std::chrono::year_month_day> taken_on);

/// What the form gives beside captions.
struct FormTexts {
    std::string alt_text;                      ///< a draft of a picture's description
    std::map<std::string, std::string> words;  ///< for a picture
};
FormTexts form_texts(const Post& post, const std::vector<Placement>& placements,
                     std::optional<std::chrono::year_month_day> taken_on);

/// What is known beside the texts.
CaptionContext context_of(const Post& post);

}  // namespace mediaedit::internal
