// The parts of update: one function for each action.
#pragma once

#include "model/action.hpp"
#include "model/effect.hpp"
#include "model/state.hpp"

#include <string>
#include <utility>
#include <vector>

namespace sunting {

/// Applies one action.
struct Update {
    State& state;
    std::vector<Effect> effects;

    void ask(Effect effect) { effects.push_back(std::move(effect)); }
    void say(std::string text, Toast::Kind kind = Toast::Kind::done) {
        state.toast = Toast{kind, std::move(text), 0};
    }

    /// The work's next value. It is stored on disk, and the pictures are made again.
    void change(Work work, std::string name, std::string burst = {});
    void work_changed();
    /// Closes the work; it stays on disk.
    void put_away();
    void stop_playing();
    /// Computes what follows from the work and is kept for the view: frames, captions.
    void derive();
};

// update_moving.cpp
void on(Update&, const GoHome&);
void on(Update&, const Begin&);
void on(Update&, const Continue&);
void on(Update&, const Forget&);
void on(Update&, const OpenSettings&);
void on(Update&, const CloseSettings&);
void on(Update&, const GreetingDone&);
void on(Update&, const GoTo&);
void on(Update&, const GoBack&);
void on(Update&, const GoOn&);
void on(Update&, const ToggleHelp&);
void on(Update&, const Practise&);
void on(Update&, const ShowItem&);
void on(Update&, const ShowPlacement&);
void on(Update&, const ShowCaption&);
void on(Update&, const SetFrameScope&);
void on(Update&, const ToggleCovering&);
void on(Update&, const ChooseLook&);
void on(Update&, const LookChosen&);
void on(Update&, const AskToQuit&);
void on(Update&, const Answered&);
void on(Update&, const ToastGone&);
void on(Update&, const EarlierCame&);
void on(Update&, const WorkRead&);
void on(Update&, const Ticked&);
void on(Update&, const Said&);

// update_settings.cpp
void on(Update&, const ChangeSettings&);
void on(Update&, const ExportVillage&);
void on(Update&, const ImportVillage&);
void on(Update&, const ChooseLogo&);
void on(Update&, const ChooseResults&);
void on(Update&, const ResultsChosen&);
void on(Update&, const VillageRead&);
void on(Update&, const LogoChosen&);

// update_playing.cpp
void on(Update&, const SeekTo&);
void on(Update&, const RestOn&);
void on(Update&, const TogglePlay&);
void on(Update&, const ShowPart&);
void on(Update&, const PlayMoved&);

// update_work.cpp
void on(Update&, const ShowPlace&);
void on(Update&, const ToggleFile&);
void on(Update&, const TakeFiles&);
void on(Update&, const BrowseElsewhere&);
void on(Update&, const PlacesCame&);
void on(Update&, const Change&);
void on(Update&, const EndBurst&);
void on(Update&, const Undo&);
void on(Update&, const Redo&);
void on(Update&, const AnswerCame&);
void on(Update&, const WorkStored&);

// update_saving.cpp
void on(Update&, const Save&);
void on(Update&, const StopSaving&);
void on(Update&, const MakeAnother&);
void on(Update&, const MakeCover&);
void on(Update&, const OpenResults&);
void on(Update&, const CopyText&);
void copy_now(Update&, const Copied&);
void on(Update&, const FolderTaken&);
void on(Update&, const SaveMoved&);
void on(Update&, const SaveEnded&);

}  // namespace sunting
