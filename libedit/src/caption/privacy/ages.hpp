// Ages of people who are named.
#pragma once

#include "caption/analysed_caption.hpp"

#include <vector>

namespace mediaedit::internal {

/// Adds them in order. `births`: the first token behind each date of birth, whose age may follow.
void find_ages(const AnalysedCaption& reading, const std::vector<std::size_t>& births,
               CaptionFindings& findings);

/// How many tokens a person takes that begins at `index`: with a title, "Bu Siti", "anak rizki", or
/// with a known name alone, "Siti Aminah"; 0: none.
std::size_t person_at(const CaptionText& text, std::size_t index);

}  // namespace mediaedit::internal
