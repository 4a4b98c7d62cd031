// How the shown item is framed at each of its places.
#pragma once

#include "model/framing.hpp"
#include "model/state.hpp"

#include <mediaedit/post_draft.hpp>

#include <map>
#include <string>

namespace sunting {

/// By placement. Without the item's facts there is none: its size is not known yet. Where a frame
/// is open, the answer to open_frame_need says what it shows; until that has come, the middle of
/// the faces does.
std::map<std::string, PlaceFrame> place_frames(const State& state, std::size_t item);

/// What the program would show of the item in an open frame: a plan.
Need open_frame_need(const std::filesystem::path& file, std::size_t item,
                     const std::string& placement, const mediaedit::Recipe& framed);

/// The moment of a clip that is shown.
mediaedit::Time moment_of(const State& state, std::size_t item);

/// The item's recipe with only what changes the picture before it is framed.
mediaedit::Recipe uncut(const mediaedit::Recipe& recipe, const mediaedit::PostItem& item);

/// Which page it is, for templates that number them.
mediaedit::PageNumber place_of_item(const State& state, std::size_t item);

}  // namespace sunting
