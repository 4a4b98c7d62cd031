// Everything that can change the state: input, results from workers, passing time.
#pragma once

#include "model/state.hpp"

#include <mediaedit/post.hpp>

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace sunting {

// --- navigation
struct GoHome {};
struct Begin {
    Task task;
};
struct Practise {};  ///< with the sample photo
struct Continue {
    std::string id;
};
struct Forget {
    std::string id;
};  ///< an earlier work; asks the person first
struct OpenSettings {};
struct CloseSettings {};
struct GreetingDone {};
struct GoTo {
    Step step;
};
struct GoBack {};
struct GoOn {};
struct ToggleHelp {};
struct ShowItem {
    std::size_t item;
};
struct ShowPlacement {
    std::string id;
};
struct ShowCaption {
    std::string platform;
};
struct SetFrameScope {
    FrameScope scope;
};
struct ToggleCovering {};
struct LookChosen {};
struct ChooseLook {};  ///< shows all templates again
struct MakeCover {
    mediaedit::Time at;
};  ///< of the shown clip
struct AskToQuit {};
struct Answered {
    bool yes;
};  ///< the question
struct ToastGone {};

// --- choosing files
struct ShowPlace {
    SourceFolder place;
};
struct ToggleFile {
    std::filesystem::path file;
};
struct TakeFiles {
    std::vector<std::filesystem::path> files;
};  ///< dropped, or chosen in the desktop's dialog
struct BrowseElsewhere {};

// --- the work
/// The new value of the work. `name` is shown with undo; changes with the same `burst` are undone
/// together.
struct Change {
    std::string name;
    std::string burst{};
    Work work;
};
struct EndBurst {};
struct Undo {};
struct Redo {};
struct ChangeSettings {
    Settings settings;
};

// --- clips
struct SeekTo {
    mediaedit::Time at;
};
/// The pointer rests on the timeline; a press would show this frame.
struct RestOn {
    mediaedit::Time at;
};
struct TogglePlay {};
struct ShowPart {
    std::size_t part;
};

// --- saving
struct Save {};
struct StopSaving {};
struct MakeAnother {};
struct OpenResults {};
struct CopyText {
    std::string text;
    std::string confirmation;
};
struct ExportVillage {};
struct ImportVillage {};
struct ChooseLogo {};
struct ChooseResults {};  ///< another folder for everything saved from now on
struct ResultsChosen {
    std::filesystem::path folder;
};

// --- from the workers
struct AnswerCame {
    Answer answer;
};
struct PlacesCame {
    std::vector<SourceFolder> places;
};
struct EarlierCame {
    std::vector<EarlierWork> works;
    std::optional<EarlierWork> interrupted;
};
struct WorkRead {
    std::shared_ptr<const Work> work;
    std::string problem;
};
struct FolderTaken {
    std::filesystem::path folder;
};  ///< where the results of the work go
struct SaveMoved {
    double fraction;
    std::optional<int> seconds_left;
};
struct SaveEnded {
    std::shared_ptr<const mediaedit::PostReport> report;
    std::filesystem::path folder;
    std::string problem, details;
    bool stopped = false;
    double encoded_pixels_per_s = 0;
};
struct VillageRead {
    std::shared_ptr<const mediaedit::Village> village;
    std::string problem;
};
struct LogoChosen {
    std::filesystem::path file;
};
struct Said {
    Toast toast;
};
struct WorkStored {
    std::uint64_t version;
    std::string problem;
};
struct PlayMoved {
    mediaedit::Time at;
    SharedPicture picture;
    bool playing;
    bool without_audio;
};
struct Ticked {
    double seconds;
};

using Action =
    std::variant<GoHome, Begin, Practise, Continue, Forget, OpenSettings, CloseSettings,
                 GreetingDone, GoTo, GoBack, GoOn, ToggleHelp, ShowItem, ShowPlacement, ShowCaption,
                 SetFrameScope, ToggleCovering, ChooseLook, LookChosen, MakeCover, AskToQuit,
                 Answered, ToastGone, ShowPlace, ToggleFile, TakeFiles, BrowseElsewhere, Change,
                 EndBurst, Undo, Redo, ChangeSettings, SeekTo, RestOn, TogglePlay, ShowPart, Save,
                 StopSaving, MakeAnother, OpenResults, CopyText, ExportVillage, ImportVillage,
                 ChooseLogo, ChooseResults, ResultsChosen, AnswerCame, PlacesCame, EarlierCame,
                 WorkRead, FolderTaken, SaveMoved, SaveEnded, VillageRead, LogoChosen, Said,
                 WorkStored, PlayMoved, Ticked>;

}  // namespace sunting
