// The one press that mends what was found in a caption.
#pragma once

#include "model/work.hpp"

#include <mediaedit/post_draft.hpp>

#include <chrono>
#include <optional>
#include <string>
#include <vector>

namespace sunting {

/// What a finding is about, as it stands in the text.
std::string part_of(const std::string& text, const mediaedit::CaptionFinding& finding);

/// Mended where it came from: in the answers of the form, so that the captions of all places have
/// it and go on following the form; and in all captions and descriptions that the person wrote.
/// Only what came from no answer becomes the person's own text. `caption`: of the work's own
/// drafts.
Work with_finding_mended(const Work& work, const mediaedit::DraftedCaption& caption,
                         const mediaedit::CaptionFinding& finding,
                         std::optional<std::chrono::year_month_day> taken_on);

/// What still has to be mended before `text`, a caption with its title, is shown to anybody: an
/// error, or something private that was not accepted; the worst. Absent: nothing.
std::optional<std::string> open_error_of(const std::vector<mediaedit::DraftedCaption>& captions,
                                         const std::vector<std::string>& accepted,
                                         const std::string& text);

/// What is copied of a caption.
std::string copied_text(const mediaedit::DraftedCaption& caption);

}  // namespace sunting
