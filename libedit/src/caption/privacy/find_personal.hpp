// All personal data in a text.
#pragma once

#include "caption/privacy/personal.hpp"

namespace mediaedit::internal {

/// In the order of the text; one finding for each place, the most specific.
CaptionFindings find_personal(const AnalysedCaption& caption, const CaptionContext& context);

/// By severity, the worst first; then personal data first; then by place.
void sort_findings(CaptionFindings& findings);

}  // namespace mediaedit::internal
