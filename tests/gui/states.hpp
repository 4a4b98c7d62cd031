// States of the program after a person's actions, without a window.
#pragma once

#include "model/edits.hpp"
#include "model/update.hpp"

#include <algorithm>
#include <filesystem>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace sunting::test {

inline const std::filesystem::path results{"/home/ibu/Gambar/Sunting"};

/// A state, and all effects of its actions so far.
class Scenario {
public:
    Scenario() {
        state.settings.language = "en";
        state.settings.greeted = true;
        state.settings.results = results;
        state.settings.village.village = "Sukamaju";
    }

    State state;
    std::vector<Effect> effects;

    Scenario& does(const Action& action) {
        auto asked = update(state, action);
        effects.insert(effects.end(), std::make_move_iterator(asked.begin()),
                       std::make_move_iterator(asked.end()));
        return *this;
    }

    /// Applies an edit as the view does.
    Scenario& changes(const std::string& name, Work work, const std::string& burst = {}) {
        return does(Change{name, burst, std::move(work)});
    }

    Scenario& knows(const std::filesystem::path& file, mediaedit::MediaInfo info,
                    std::set<std::string> fits = {}) {
        auto facts = std::make_shared<SourceFacts>();
        facts->fits = std::move(fits);
        facts->info = std::move(info);
        return does(AnswerCame{{"facts:" + file.string(),
                                "1",
                                std::shared_ptr<const SourceFacts>(std::move(facts)),
                                {}}});
    }
    Scenario& knows_photo(const std::filesystem::path& file, int width = 1600, int height = 1200) {
        mediaedit::MediaInfo info;
        info.kind = mediaedit::MediaKind::photo;
        info.size = {width, height};
        return knows(file, info);
    }
    Scenario& knows_film(const std::filesystem::path& file, mediaedit::Time duration,
                         int width = 1080, int height = 1920, std::set<std::string> fits = {}) {
        mediaedit::MediaInfo info;
        info.kind = mediaedit::MediaKind::video;
        info.size = {width, height};
        info.duration = duration;
        info.frame_rate = 30;
        info.video_codec = "h264";
        return knows(file, info, std::move(fits));
    }
    Scenario& cannot_open(const std::filesystem::path& file, const std::string& sentence) {
        return does(AnswerCame{{"facts:" + file.string(), "1", {}, sentence}});
    }

    [[nodiscard]] const Work& work() const { return *state.work(); }
    [[nodiscard]] std::vector<std::string> files() const {
        std::vector<std::string> names;
        for (const auto& item : state.post().items) names.push_back(item.file.filename().string());
        return names;
    }

    /// The newest effect of that kind. Absent: none.
    template <class Kind>
    [[nodiscard]] std::optional<Kind> last() const {
        const auto found = std::find_if(effects.rbegin(), effects.rend(), [](const Effect& effect) {
            return std::holds_alternative<Kind>(effect);
        });
        if (found == effects.rend()) return {};
        return std::get<Kind>(*found);
    }
    template <class Kind>
    [[nodiscard]] long count() const {
        return std::ranges::count_if(
            effects, [](const Effect& effect) { return std::holds_alternative<Kind>(effect); });
    }
};

inline Work photo_work(const std::vector<std::filesystem::path>& files = {"/home/ibu/foto.jpg"}) {
    Settings settings;
    settings.village.village = "Sukamaju";
    return with_files(
        new_work(files.size() > 1 ? Task::many : Task::photo, settings, "2026-05-12-142233-045"),
        files);
}

}  // namespace sunting::test
