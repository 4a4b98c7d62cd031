// The note about a picture that is smaller than the shape it fills.
#pragma once

#include <mediaedit/export.hpp>
#include <mediaedit/media_info.hpp>
#include <mediaedit/plan.hpp>
#include <mediaedit/result.hpp>

#include <vector>

namespace mediaedit::internal {

/// Adds the note `enlarged`, where the plan enlarges so much that it can be seen.
MEDIAEDIT_INTERNAL void note_enlarged(const Plan& plan, MediaKind kind, std::vector<Note>& notes);

}  // namespace mediaedit::internal
