// The screens: each reads the state and turns input into actions.
#pragma once

#include "model/state.hpp"
#include "view/widgets/widgets.hpp"

#include <mediaedit/placement.hpp>
#include <mediaedit/time.hpp>

#include <string>
#include <vector>

namespace sunting {

/// The whole window: bar, screen, footer, and what lies over them. It fills ImGui's display.
void show_window(const State& state, Ui& ui);

void show_home(const State& state, Ui& ui);
void show_greeting(const State& state, Ui& ui);
void show_settings(const State& state, Ui& ui);
/// Instructions above each step, while the person practises with the sample photo.
void show_guide(const State& state, Ui& ui);
void show_choose(const State& state, Ui& ui);
void show_trim(const State& state, Ui& ui);
void show_frame(const State& state, Ui& ui);
void show_words(const State& state, Ui& ui);
void show_caption(const State& state, Ui& ui);
void show_save(const State& state, Ui& ui);
/// Covers the screen; `screen`: its widgets, just drawn.
void show_help(const State& state, Ui& ui, const std::vector<Widget>& screen);

// --- used by several screens
std::string step_name(Step step);
/// "Instagram · Beranda, tegak 4:5"
std::string place_words(const mediaedit::Placement& placement);
/// "0:12,3"
std::string time_words(mediaedit::Time time, bool tenths = true);
/// "1,4 MB"
std::string size_words(double bytes);
/// "about 2 minutes"
std::string duration_words(double seconds);
/// The photos of a work with many, as thumbnails to choose from.
void show_item_row(const State& state, Ui& ui);
/// How a finding is shown.
Tone tone_of(mediaedit::Severity severity);
/// Notes about a file, for example that it is damaged.
void show_notes(const State& state, Ui& ui, const std::filesystem::path& file);
/// The placements of the shown item, as a row to choose from.
void show_placement_row(const State& state, Ui& ui);
/// Ticks for all placements that accept this kind of post.
void show_placement_ticks(const State& state, Ui& ui);
/// The questions about the village.
void show_village_form(const State& state, Ui& ui);

}  // namespace sunting
