// How the shown item is framed at each of its places.
#pragma once

#include "model/framing.hpp"
#include "model/state.hpp"

#include <mediaedit/post_draft.hpp>

#include <map>
#include <string>

namespace sunting {

/// By placement. Without the item's facts there is none: its size is not known yet.
std::map<std::string, FrameShape> frame_shapes(const State& state, std::size_t item);

/// The item's recipe with only what changes the picture before it is framed.
mediaedit::Recipe uncut(const mediaedit::Recipe& recipe, const mediaedit::PostItem& item);

/// Which page it is, for templates that number them.
mediaedit::ItemPlace place_of_item(const State& state, std::size_t item);

}  // namespace sunting
