// Everything that the window shows, as one value, without windows, threads or files.
#pragma once

#include "model/facts.hpp"
#include "model/framing.hpp"
#include "model/history.hpp"
#include "model/needs.hpp"
#include "model/settings.hpp"
#include "model/work.hpp"

#include <mediaedit/post_draft.hpp>

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace sunting {

enum class Screen { greeting, home, work, settings };

/// A short message that disappears by itself.
struct Toast {
    enum class Kind { done, problem } kind = Kind::done;
    std::string text;
    double shown_for_s = 0;
};

/// Text for the clipboard, and the message that confirms it.
struct Copied {
    std::string text, confirmation;
};

/// A question that must be answered before anything else.
struct Question {
    enum class About {
        forget_work,
        stop_saving,
        close_while_saving,
        copy_unfixed,
        problem
    } about = About::problem;
    std::string text;
    std::string details{};  ///< for technicians, behind a button; for forget_work, the work's id
    Copied copy{};          ///< for copy_unfixed
};

/// Choosing files.
struct Picker {
    SourceFolder place{SourceFolder::Kind::newest, {}};
    std::vector<SourceFolder> places{};           ///< those that exist on this computer
    std::vector<std::filesystem::path> chosen{};  ///< in order
};

struct Saving {
    enum class Phase { none, running, done, failed, stopped } phase = Phase::none;
    double fraction = 0;
    std::optional<int> seconds_left{};
    double running_for_s = 0;
    std::shared_ptr<const mediaedit::PostReport> report{};
    std::filesystem::path folder{};
    std::string problem{};
    std::string details{};
};

/// The position in the clip that is shown.
struct Playback {
    mediaedit::Time at{0};  ///< on the clip's clock
    std::optional<mediaedit::Time>
        rests_on{};  ///< where the pointer rests on the timeline; a press is likely
    bool playing = false;
    bool without_audio = false;  ///< there is no audio device
    SharedPicture picture{};     ///< while it plays
};

/// For which placements the framing is changed.
enum class FrameScope { all, shown };

struct State {
    Settings settings;
    std::filesystem::path sample{};  ///< a photo to practise with; empty: none
    Screen screen = Screen::home;
    bool help = false;

    std::optional<History<Work>> history{};  ///< absent: no work is open
    std::uint64_t work_version =
        0;  ///< grows with every change; tells which version an answer belongs to
    std::uint64_t version_to_store = 0;  ///< of the last change that must be stored
    bool unsaved = false;                ///< the open work is not on disk yet
    Step step = Step::choose;
    std::size_t item = 0;     ///< the photo or clip that is shown
    std::string placement{};  ///< the placement that is shown
    FrameScope frame_scope = FrameScope::all;
    bool choosing_look = true;  ///< shows all templates; else only the chosen one and its text
    bool covering = false;      ///< the next drag over the photo covers a part
    std::string caption_of{};   ///< platform whose caption is shown

    Picker picker{};
    Playback playback{};
    std::size_t kept_part = 0;  ///< index of the kept range that is selected
    Saving saving{};
    std::vector<EarlierWork> earlier{};
    std::optional<EarlierWork>
        interrupted{};  ///< the last work, if the program did not end normally
    std::map<std::string, Answer> answers{};                           ///< by slot
    std::optional<std::vector<mediaedit::DraftedCaption>> captions{};  ///< of `work_version`
    std::string captions_problem{};
    std::string drafted_alt_text{};              ///< for an item without one
    std::map<std::string, PlaceFrame> frames{};  ///< of the shown item, by placement
    std::string frames_of{}, captions_of{};      ///< what the two were computed from
    std::optional<Toast> toast{};
    std::optional<Question> question{};
    bool wants_quit = false;

    [[nodiscard]] const Work* work() const { return history ? &history->now() : nullptr; }
    [[nodiscard]] const mediaedit::Post& post() const { return history->now().post; }

    /// The answer of a slot. It may be an older one while the new one is made.
    [[nodiscard]] const Answer* answer(const std::string& slot) const {
        const auto found = answers.find(slot);
        return found == answers.end() ? nullptr : &found->second;
    }
    template <class Value>
    [[nodiscard]] std::shared_ptr<const Value> known(const std::string& slot) const {
        const auto* found = answer(slot);
        if (!found) return {};
        const auto* value = std::get_if<std::shared_ptr<const Value>>(&found->value);
        return value ? *value : std::shared_ptr<const Value>{};
    }
    [[nodiscard]] SharedPicture picture(const std::string& slot) const {
        return known<mediaedit::PictureView>(slot);
    }
    [[nodiscard]] std::shared_ptr<const SourceFacts> facts(
        const std::filesystem::path& file) const {
        return known<SourceFacts>("facts:" + file.string());
    }
};

/// The day on which the first photo or clip was taken, as far as it is known.
std::optional<std::chrono::year_month_day> day_taken(const State& state);

/// The post's placements that accept the item.
std::vector<mediaedit::Placement> placements_of_item(const State& state, std::size_t item);

/// The chosen placement if it accepts the item, else the first that does.
std::optional<mediaedit::Placement> shown_placement(const State& state);

/// Whether everything that the step needs is there.
bool can_go_to(const State& state, Step step);

}  // namespace sunting
