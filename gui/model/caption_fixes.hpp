// Applies fixes of findings to captions and to the answers they came from.
#pragma once

#include "model/work.hpp"

#include <mediaedit/post_draft.hpp>

#include <chrono>
#include <optional>
#include <string>
#include <vector>

namespace sunting {

/// The text that a finding marks.
std::string part_of(const std::string& text, const mediaedit::CaptionFinding& finding);

/// Applies the fix at its origin: in the answers of the form, so that all captions get it and still
/// follow the form; and in all captions and descriptions that the person wrote. If the text came
/// from no answer, the caption becomes the person's own text. `caption`: a draft of `work`.
Work with_fix_applied(const Work& work, const mediaedit::DraftedCaption& caption,
                      const mediaedit::CaptionFinding& finding,
                      std::optional<std::chrono::year_month_day> taken_on);

/// The message of the worst finding to fix before `text`, a caption with its title, is shared: an
/// error, or private data that was not accepted. Absent: none.
std::optional<std::string> open_error_of(const std::vector<mediaedit::DraftedCaption>& captions,
                                         const std::vector<std::string>& accepted,
                                         const std::string& text);

/// The caption with its title, as it is copied.
std::string copied_text(const mediaedit::DraftedCaption& caption);

}  // namespace sunting
