// Which faces a recipe wants to keep as they are.
#pragma once

#include <mediaedit/export.hpp>
#include <mediaedit/faces.hpp>
#include <mediaedit/recipe.hpp>

#include <span>

namespace mediaedit::internal {

bool is_kept(const Area& face, std::span<const KeptFace> kept);

/// All along its way, as far as it lies in the kept face's time: who only crosses the area is
/// hidden.
MEDIAEDIT_INTERNAL bool is_kept(const FollowedFace& face, std::span<const KeptFace> kept);

}  // namespace mediaedit::internal
