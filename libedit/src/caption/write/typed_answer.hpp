// One answer of a form, as a caption says it.
#pragma once

#include "caption/write/activities_json.hpp"
#include "caption/write/caption_template.hpp"

#include <string>
#include <string_view>

namespace mediaedit::internal {

/// Spaces are tidied; words that templates say already are taken off (`village` is the one called
/// {desa}); dates, times and money are written as captions write them; a choice reads as its text;
/// a list is joined. What is not understood stays as typed.
FieldText typed_answer(const FieldFacts& field, std::string_view typed, std::string_view village,
                       std::string_view language);

/// Whether `shown` is more than the typed words in their place: what a person must be told.
bool is_change(const FieldFacts& field, std::string_view typed, const FieldText& shown);

}  // namespace mediaedit::internal
