// The parts of the screen on which a clip is trimmed.
#pragma once

#include "model/state.hpp"
#include "view/widgets/widgets.hpp"

#include <mediaedit/media_info.hpp>
#include <mediaedit/post.hpp>
#include <mediaedit/time.hpp>

#include <chrono>

namespace sunting {

inline double seconds(mediaedit::Time time) { return std::chrono::duration<double>(time).count(); }

/// `frame`: how long one picture of the clip is shown.
void show_timeline(const State& state, Ui& ui, const mediaedit::PostItem& item,
                   const mediaedit::MediaInfo& info, mediaedit::Time frame);

/// Beginning and end of the chosen part, with buttons that move them by one picture.
void show_ends(const State& state, Ui& ui, const mediaedit::MediaInfo& info, mediaedit::Time frame);

}  // namespace sunting
