// The texts for the fields of a caption template, from the answers of a form.
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
    std::string brief_invitation;  ///< replaces "ajakan" where the caption is too long; empty: the
                                   ///< person wrote an invitation
    std::vector<CaptionChange> changes;
    std::vector<std::string> missing;
};

/// All texts except the hashtags. `comments`: readers can comment on the post.
CaptionTexts caption_texts(const CaptionForm& form, const KindFacts& kind,
                           const ActivitiesFile& activities, const Village& village,
                           const CaptionOptions& options, bool comments);

}  // namespace mediaedit::internal
