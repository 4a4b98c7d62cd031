// From a form's answers to the texts of a template's fields.
#pragma once

#include "caption/write/activities_json.hpp"
#include "caption/write/caption_template.hpp"

#include <mediaedit/caption.hpp>
#include <mediaedit/village.hpp>

#include <string>
#include <vector>

namespace mediaedit::internal {

struct CaptionTexts {
    FieldTexts fields;
    std::string brief_invitation;  ///< in place of "ajakan" where letters are scarce; empty when a
                                   ///< person wrote their own
    std::vector<CaptionChange> changes;
    std::vector<std::string> missing;
};

/// All texts but the hashtags. `comments`: readers can write under the post.
CaptionTexts caption_texts(const CaptionForm& form, const KindFacts& kind,
                           const ActivitiesFile& activities, const Village& village,
                           const CaptionOptions& wishes, bool comments);

}  // namespace mediaedit::internal
