// How the shown item is framed in each placement.
#pragma once

#include "model/framing.hpp"
#include "model/state.hpp"

#include <mediaedit/post_draft.hpp>

#include <map>
#include <string>

namespace sunting {

/// By placement; empty until the item's facts are known. An open frame shows the part that the
/// answer to open_frame_need gives; until then it is centered on the faces.
std::map<std::string, PlaceFrame> place_frames(const State& state, std::size_t item);

/// Asks which part the program shows in an open frame: for a plan.
Need open_frame_need(const std::filesystem::path& file, std::size_t item,
                     const std::string& placement, const mediaedit::Recipe& framed);

/// The time of the clip's frame that is shown.
mediaedit::Time moment_of(const State& state, std::size_t item);

/// The recipe with only the edits that apply before framing.
mediaedit::Recipe uncut(const mediaedit::Recipe& recipe, const mediaedit::PostItem& item);

/// The item's page number, for templates that show it.
mediaedit::PageNumber place_of_item(const State& state, std::size_t item);

}  // namespace sunting
