// The checks of a caption other than for personal data. Each adds its findings.
#pragma once

#include "caption/analysed_caption.hpp"

namespace mediaedit::internal {

/// Length and number of hashtags, as the platform counts them.
void check_limits(const AnalysedCaption& caption, const Placement& placement,
                  CaptionFindings& findings);

/// Missing date, place or invitation; a weekday or tense that does not fit the date.
void check_facts(const AnalysedCaption& caption, const CaptionContext& context,
                 CaptionFindings& findings);

/// Spending of the village without an amount or a source; BLT above its limit.
void check_money(const AnalysedCaption& caption, const CaptionContext& context,
                 CaptionFindings& findings);

/// Children, aid, health, elections, accusations: questions that only a person can answer. At most
/// one finding of each.
void check_topics(const AnalysedCaption& caption, CaptionFindings& findings);

/// Spelling, amounts, times, emoji and the like.
void check_style(const AnalysedCaption& caption, const Placement& placement,
                 CaptionFindings& findings);

}  // namespace mediaedit::internal
