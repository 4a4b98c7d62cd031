// Cleans text pasted from Word, PowerPoint, WhatsApp and PDF files.
#pragma once

#include <string>
#include <string_view>

namespace mediaedit::internal {

/// Replaces or removes what no font can show: line breaks of other programs become newlines,
/// bullets and arrows of symbol fonts become ordinary ones, ligatures (U+FB01) single letters;
/// control characters and object marks (U+FFFC) are removed. Shapes: valid UTF-8.
std::string printable_text(std::string_view text);

}  // namespace mediaedit::internal
