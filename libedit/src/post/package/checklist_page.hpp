// The frame of the checklist: style sheet and script.
#pragma once

#include <string>

namespace mediaedit::internal {

/// A page with `body`. A copy button shows `copied` when it worked, and `by_hand` when the browser
/// does not allow it.
std::string checklist_page(const std::string& language, const std::string& title,
                           const std::string& body, const std::string& copied,
                           const std::string& by_hand);

}  // namespace mediaedit::internal
