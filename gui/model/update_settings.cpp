// Settings and the village's profile.
#include "model/update_parts.hpp"

#include <mediaedit/language.hpp>

#include <utility>

namespace sunting {

using namespace mediaedit;

void on(Update& change, const ChangeSettings& wanted) {
    auto& settings = change.state.settings;
    const bool other_language = wanted.settings.language != settings.language;
    const bool other_village = wanted.settings.village != settings.village;
    settings = wanted.settings;
    if (other_language) {
        change.ask(SpeakLanguage{settings.language});
        // Answers with texts in the former language must be asked again.
        ++change.state.work_version;
    }
    if (other_village && change.state.work()) {
        auto work = *change.state.work();
        work.post.village = settings.village;
        change.change(std::move(work), tr("change village"), "village");
    }
    change.ask(StoreSettings{settings});
}

void on(Update& change, const ExportVillage&) {
    change.ask(WriteVillage{change.state.settings.village, change.state.settings.results});
}
void on(Update& change, const ImportVillage&) { change.ask(BrowseVillage{}); }
void on(Update& change, const ChooseLogo&) { change.ask(BrowseLogo{}); }

void on(Update& change, const ChooseResults&) { change.ask(BrowseResults{}); }
void on(Update& change, const ResultsChosen& chosen) {
    auto settings = change.state.settings;
    settings.results = chosen.folder;
    on(change, ChangeSettings{settings});
}

void on(Update& change, const VillageRead& read) {
    if (!read.village) {
        change.say(read.problem, Toast::Kind::problem);
        return;
    }
    auto settings = change.state.settings;
    settings.village = *read.village;
    on(change, ChangeSettings{settings});
    change.say(tr("The village's profile was loaded."));
}

void on(Update& change, const LogoChosen& chosen) {
    auto settings = change.state.settings;
    settings.village.logo = chosen.file.string();
    on(change, ChangeSettings{settings});
}

}  // namespace sunting
