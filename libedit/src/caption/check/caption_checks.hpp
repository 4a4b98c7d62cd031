// The checks of a caption that concern no personal data; each adds what it finds.
#pragma once

#include "caption/analysed_caption.hpp"

namespace mediaedit::internal {

/// Length and hashtags, as the platform counts.
void check_limits(const AnalysedCaption& reading, const Placement& placement,
                  CaptionFindings& findings);

/// Date, place, invitation missing; weekday and tense that do not go with the date.
void check_facts(const AnalysedCaption& reading, const CaptionContext& context,
                 CaptionFindings& findings);

/// What money of the village is owed: amount and source; BLT above its limit.
void check_money(const AnalysedCaption& reading, const CaptionContext& context,
                 CaptionFindings& findings);

/// Children, aid, health, elections, accusations: questions only a person can answer. At most one
/// of each.
void check_topics(const AnalysedCaption& reading, CaptionFindings& findings);

/// Small matters of writing.
void check_style(const AnalysedCaption& reading, const Placement& placement,
                 CaptionFindings& findings);

}  // namespace mediaedit::internal
