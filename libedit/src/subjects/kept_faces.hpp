// Tells which faces a recipe keeps visible.
#pragma once

#include <mediaedit/export.hpp>
#include <mediaedit/faces.hpp>
#include <mediaedit/recipe.hpp>

#include <span>

namespace mediaedit::internal {

bool is_kept(const Area& face, std::span<const KeptFace> kept);

/// True if the face stays in a kept area during the whole time that both share. A face that only
/// crosses the area is not kept.
MEDIAEDIT_INTERNAL bool is_kept(const FollowedFace& face, std::span<const KeptFace> kept);

}  // namespace mediaedit::internal
