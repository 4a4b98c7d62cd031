// All personal data of a text.
#pragma once

#include "caption/privacy/personal.hpp"

namespace mediaedit::internal {

/// One finding a place, the most specific; in the order of the text.
CaptionFindings find_personal(const AnalysedCaption& reading, const CaptionContext& context);

/// Worst first; what is personal before the rest of its severity; then by place.
void sort_findings(CaptionFindings& findings);

}  // namespace mediaedit::internal
