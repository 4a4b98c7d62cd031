// The note about a picture that has to be enlarged.
#pragma once

#include <mediaedit/export.hpp>
#include <mediaedit/media_info.hpp>
#include <mediaedit/plan.hpp>
#include <mediaedit/result.hpp>

#include <vector>

namespace mediaedit::internal {

/// Adds the note `enlarged` if the plan enlarges so much that it is visible.
MEDIAEDIT_INTERNAL void note_enlarged(const Plan& plan, MediaKind kind, std::vector<Note>& notes);

}  // namespace mediaedit::internal
