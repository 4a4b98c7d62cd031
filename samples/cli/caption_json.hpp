// Captions, their counts and findings as JSON.
#pragma once

#include "session.hpp"

#include <string>

namespace cli {

Json to_json(const mediaedit::CaptionFinding& finding, const std::string& placement);
Json to_json(const mediaedit::TextCount& count, const std::string& placement);

/// Text, alt text, and what was changed, left out or is missing.
Json to_json(const mediaedit::Caption& caption, const std::string& placement);

}  // namespace cli
