// Navigation: screens, steps, what is shown.
#include "model/edits.hpp"
#include "model/update_parts.hpp"

#include <mediaedit/language.hpp>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <iterator>

namespace sunting {

using namespace mediaedit;

namespace {

/// "2026-05-12-142233-045": unique, and sorts by time.
std::string new_id() {
    using namespace std::chrono;
    const auto now = floor<milliseconds>(system_clock::now());
    const auto today = floor<days>(now);
    const year_month_day day{today};
    const hh_mm_ss time{now - today};
    char text[48];
    std::snprintf(
        text, sizeof text, "%04d-%02u-%02u-%02d%02d%02d-%03d", static_cast<int>(day.year()),
        static_cast<unsigned>(day.month()), static_cast<unsigned>(day.day()),
        static_cast<int>(time.hours().count()), static_cast<int>(time.minutes().count()),
        static_cast<int>(time.seconds().count()), static_cast<int>(time.subseconds().count()));
    return text;
}

void show_step(Update& change, Step step) {
    change.stop_playing();
    change.state.step = step;
    change.state.help = false;
    change.state.covering = false;
    if (step == Step::choose) {
        change.state.answers.erase("listing");  // a phone may have been connected since
        change.ask(ListPlaces{});
    }
    if (step == Step::words)
        change.state.choosing_look = change.state.post().template_id.empty() &&
                                     !text_of(*change.state.work(), change.state.item);
    if (change.state.history) change.state.history->end_burst();
}

void open(Update& change, Work work, Step step) {
    auto& state = change.state;
    state.history.emplace(std::move(work));
    ++state.work_version;
    state.screen = Screen::work;
    state.item = 0;
    state.placement.clear();
    state.caption_of.clear();
    state.kept_part = 0;
    state.frame_scope = FrameScope::all;
    state.saving = {};
    state.playback = {};
    state.picker.chosen.clear();
    show_step(change, step);
}

void move_step(Update& change, int by) {
    auto& state = change.state;
    if (!state.work()) return;
    const auto steps = steps_of(state.work()->task);
    const auto at = std::ranges::find(steps, state.step);
    if (at == steps.end()) return;
    const auto next = std::distance(steps.begin(), at) + by;
    if (next < 0) {
        on(change, GoHome{});
        return;
    }
    if (next >= static_cast<std::ptrdiff_t>(steps.size()) ||
        !can_go_to(state, steps[static_cast<std::size_t>(next)]))
        return;
    show_step(change, steps[static_cast<std::size_t>(next)]);
}

bool is_saving(const State& state) { return state.saving.phase == Saving::Phase::running; }

}  // namespace

void on(Update& change, const GoHome&) {
    if (is_saving(change.state)) {
        change.state.question = Question{Question::About::stop_saving,
                                         tr("The results are still being made. Stop making them?")};
        return;
    }
    change.put_away();
    change.state.screen = Screen::home;
    change.ask(ListEarlier{});
}

void on(Update& change, const Begin& begin) {
    change.state.interrupted.reset();
    open(change, new_work(begin.task, change.state.settings, new_id()),
         steps_of(begin.task).front());
}

void on(Update& change, const Continue& wanted) { change.ask(ReadWork{wanted.id}); }

void on(Update& change, const WorkRead& read) {
    if (!read.work) {
        change.say(read.problem, Toast::Kind::problem);
        change.ask(ListEarlier{});
        return;
    }
    change.state.interrupted.reset();
    const bool begun = !read.work->post.items.empty();
    const auto steps = steps_of(read.work->task);
    open(change, *read.work, begun && steps.size() > 1 ? steps[1] : steps.front());
}

/// This cannot be undone, so the person is asked first.
void on(Update& change, const Forget& wanted) {
    change.state.question = Question{Question::About::forget_work,
                                     tr("Remove this work from the list? It cannot be brought "
                                        "back. Files you saved and your photos stay."),
                                     wanted.id};
}

void forget(Update& change, const std::string& id) {
    change.ask(DeleteWork{id});
    std::erase_if(change.state.earlier,
                  [&](const EarlierWork& earlier) { return earlier.id == id; });
    if (change.state.interrupted && change.state.interrupted->id == id)
        change.state.interrupted.reset();
}

void on(Update& change, const EarlierCame& came) {
    change.state.earlier = came.works;
    if (came.interrupted && change.state.screen == Screen::home)
        change.state.interrupted = came.interrupted;
}

void on(Update& change, const OpenSettings&) {
    change.stop_playing();
    change.state.screen = Screen::settings;
    change.state.help = false;
}

void on(Update& change, const CloseSettings&) {
    change.state.screen = change.state.history ? Screen::work : Screen::home;
}

void on(Update& change, const GreetingDone&) {
    change.state.settings.greeted = true;
    change.ask(StoreSettings{change.state.settings});
    change.state.screen = Screen::home;
}

void on(Update& change, const GoTo& wanted) {
    if (can_go_to(change.state, wanted.step)) show_step(change, wanted.step);
}
void on(Update& change, const GoBack&) {
    if (change.state.help) change.state.help = false;
    else if (change.state.covering) change.state.covering = false;
    else if (change.state.screen == Screen::settings) on(change, CloseSettings{});
    else if (change.state.screen == Screen::work) move_step(change, -1);
}
void on(Update& change, const GoOn&) { move_step(change, 1); }
void on(Update& change, const ToggleHelp&) { change.state.help = !change.state.help; }

void on(Update& change, const ShowItem& wanted) {
    change.stop_playing();
    change.state.item = wanted.item;
    change.state.playback = {};
    change.state.kept_part = 0;
}
void on(Update& change, const ShowPlacement& wanted) { change.state.placement = wanted.id; }
void on(Update& change, const ShowCaption& wanted) { change.state.caption_of = wanted.platform; }
void on(Update& change, const SetFrameScope& wanted) { change.state.frame_scope = wanted.scope; }

void on(Update& change, const ChooseLook&) { change.state.choosing_look = true; }
void on(Update& change, const LookChosen&) { change.state.choosing_look = false; }
void on(Update& change, const ToggleCovering&) { change.state.covering = !change.state.covering; }

void on(Update& change, const AskToQuit&) {
    if (is_saving(change.state))
        change.state.question = Question{
            Question::About::close_while_saving,
            tr("The results are still being made. Stop making them and close? Your work stays.")};
    else change.state.wants_quit = true;
}

void on(Update& change, const Answered& answer) {
    const auto question = change.state.question;
    change.state.question.reset();
    if (!question || !answer.yes) return;
    switch (question->about) {
        case Question::About::stop_saving: change.ask(CancelMaking{}); break;
        case Question::About::close_while_saving:
            change.ask(CancelMaking{});
            change.state.wants_quit = true;
            break;
        case Question::About::copy_unfixed: copy_now(change, question->copy); break;
        case Question::About::forget_work: forget(change, question->details); break;
        case Question::About::problem: break;
    }
}

void on(Update& change, const ToastGone&) { change.state.toast.reset(); }
void on(Update& change, const Said& said) { change.state.toast = said.toast; }

void on(Update& change, const Ticked& ticked) {
    auto& state = change.state;
    if (state.toast && (state.toast->shown_for_s += ticked.seconds) > 6) state.toast.reset();
    if (is_saving(state)) state.saving.running_for_s += ticked.seconds;
}

}  // namespace sunting
