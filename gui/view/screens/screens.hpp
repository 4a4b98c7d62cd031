// The screens: each reads the state and tells by actions what the person did.
#pragma once

#include "model/state.hpp"
#include "view/widgets/widgets.hpp"

#include <mediaedit/placement.hpp>
#include <mediaedit/time.hpp>

#include <string>
#include <vector>

namespace sunting {

/// Everything: the bar, the screen, the footer, what lies over it. The window is as large as
/// ImGui's display.
void show_window(const State& state, Ui& ui);

void show_home(const State& state, Ui& ui);
void show_greeting(const State& state, Ui& ui);
void show_settings(const State& state, Ui& ui);
/// Above each step, for who practises with the sample photo.
void show_guide(const State& state, Ui& ui);
void show_choose(const State& state, Ui& ui);
void show_trim(const State& state, Ui& ui);
void show_frame(const State& state, Ui& ui);
void show_words(const State& state, Ui& ui);
void show_caption(const State& state, Ui& ui);
void show_save(const State& state, Ui& ui);
/// Over the screen that was just drawn with these widgets.
void show_help(const State& state, Ui& ui, const std::vector<Widget>& screen);

// --- used by several
std::string step_name(Step step);
/// "Instagram · Beranda, tegak 4:5"
std::string place_words(const mediaedit::Placement& placement);
/// "0:12,3"
std::string time_words(mediaedit::Time time, bool tenths = true);
/// "1,4 MB"
std::string size_words(double bytes);
/// "about 2 minutes"
std::string duration_words(double seconds);
/// The photos of a work of many, small, to choose the one that is shown.
void show_item_row(const State& state, Ui& ui);
/// How a finding is shown.
Tone tone_of(mediaedit::Severity severity);
/// What was noticed of a file, such as that it is damaged.
void show_notes(const State& state, Ui& ui, const std::filesystem::path& file);
/// The places of the shown item, as a row to choose from.
void show_placement_row(const State& state, Ui& ui);
/// Ticks for all places that take what is being made.
void show_placement_ticks(const State& state, Ui& ui);
/// The questions about the village.
void show_village_form(const State& state, Ui& ui);

}  // namespace sunting
