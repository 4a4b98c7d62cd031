// One answer of a form, as a caption has it.
#pragma once

#include "caption/write/activities_json.hpp"
#include "caption/write/caption_template.hpp"

#include <string>
#include <string_view>

namespace mediaedit::internal {

/// Tidies spaces, removes words that the templates contain already (`village` replaces {desa}),
/// formats dates, times and money, replaces a choice by its text, and joins a list. An answer that
/// is not understood stays as typed.
FieldText typed_answer(const FieldFacts& field, std::string_view typed, std::string_view village,
                       std::string_view language);

/// Whether `shown` differs from the typed words so much that the person must see it.
bool is_change(const FieldFacts& field, std::string_view typed, const FieldText& shown);

}  // namespace mediaedit::internal
