// The frame of the checklist: its look and its few lines of script.
#pragma once

#include <string>

namespace mediaedit::internal {

/// A whole page around `body`. `copied` and `by_hand` are what a copy button says when it worked,
/// and when the browser does not allow it.
std::string checklist_page(const std::string& language, const std::string& title,
                           const std::string& body, const std::string& copied,
                           const std::string& by_hand);

}  // namespace mediaedit::internal
