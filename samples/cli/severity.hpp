// Names of severities, in JSON and for people.
#pragma once

#include <mediaedit/mediaedit.hpp>

#include <string>

namespace cli {

/// Never translated: "error", "warning", "ask", "hint".
const char* word_of(mediaedit::Severity severity) noexcept;

/// For people: "problem", "warning", "question", "hint".
std::string name_of(mediaedit::Severity severity);

}  // namespace cli
