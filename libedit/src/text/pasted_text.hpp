// Texts as they come from Word, PowerPoint, WhatsApp and PDF files.
#pragma once

#include <string>
#include <string_view>

namespace mediaedit::internal {

/// The text without what no font can show: line breaks of other programs become newlines, the
/// bullets and arrows of symbol fonts ordinary ones, joined letters (U+FB01) single ones; control
/// letters and the marks of pictures (U+FFFC) go.
/// Shapes: valid UTF-8.
std::string printable_text(std::string_view text);

}  // namespace mediaedit::internal
