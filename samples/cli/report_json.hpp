// Reports as JSON and as sentences.
#pragma once

#include "session.hpp"

#include <string>

namespace cli {

/// `placement` may be empty.
Json to_json(const mediaedit::Report& report, const std::string& placement);
std::string sentence(const mediaedit::Report& report, const std::string& placement);

}  // namespace cli
