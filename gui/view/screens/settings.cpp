// Settings: the village, the language, the size of everything; and the questions of the first
// start.
#include "view/screens/screens.hpp"
#include "view/widgets/columns.hpp"
#include "view/widgets/icons.hpp"

#include <mediaedit/language.hpp>

#include <algorithm>
#include <array>
#include <string>
#include <vector>

namespace sunting {

using namespace mediaedit;

namespace {

void show_program_form(const State& state, Ui& ui) {
    auto settings = state.settings;
    bool changed = false;
    const auto choose = [&](const std::string& id, const std::string& name,
                            const std::vector<std::string>& labels, int now) {
        const int pressed = ui.choices(id, name, labels, now);
        changed |= pressed >= 0;
        return pressed >= 0 ? pressed : now;
    };
    settings.language = choose("settings.language", tr("Language"), {"Indonesia", "English"},
                               settings.language == "en" ? 1 : 0) == 1
                            ? "en"
                            : "id";
    static constexpr std::array sizes{100, 150, 200};
    const auto size = std::ranges::find(sizes, settings.size_percent) - sizes.begin();
    settings.size_percent = sizes[static_cast<std::size_t>(std::min(
        2, choose("settings.size", tr("Size of everything"),
                  {tr("Normal"), tr("Large"), tr("Very large")}, static_cast<int>(size))))];
    settings.dark = choose("settings.dark", tr("Background"), {tr("Light"), tr("Dark")},
                           settings.dark ? 1 : 0) == 1;
    settings.high_contrast =
        choose("settings.contrast", tr("Contrast"), {tr("Normal"), tr("Strong")},
               settings.high_contrast ? 1 : 0) == 1;
    ui.gap(4);
    ui.text(tr("Results are put into"));
    ui.muted(settings.results.string());
    if (ui.button("settings.results", tr("Choose another folder"), icon::folder))
        ui.act(ChooseResults{});
    ui.gap(8);
    ui.bold(tr("Profile for other computers"));
    ui.muted(
        tr("One file with everything about the village, the logo too. A district can hand it "
           "to all its villages."));
    if (ui.button("village.export", tr("Save the profile as a file"), icon::upload))
        ui.act(ExportVillage{});
    if (ui.button("village.import", tr("Load a profile"), icon::download)) ui.act(ImportVillage{});
    if (changed) ui.act(ChangeSettings{settings});
}

}  // namespace

void show_settings(const State& state, Ui& ui) {
    ui.heading(tr("Settings"));
    const auto village = [&] {
        ui.bold(tr("About the village"));
        show_village_form(state, ui);
    };
    const auto program = [&] {
        ui.bold(tr("About the program"));
        show_program_form(state, ui);
    };
    const auto narrow = [&] {
        program();
        ui.gap(8);
        village();
    };
    show_columns(ui, EqualColumns{.first_id = "village",
                                  .second_id = "window",
                                  .first = village,
                                  .second = program,
                                  .narrow = narrow});
}

void show_greeting(const State& state, Ui& ui) {
    ui.heading(tr("Welcome to Sunting"));
    ui.text(
        tr("A few questions, once. You can change everything later in the settings, and it stays "
           "on this computer."));
    const auto room = ImGui::GetContentRegionAvail();
    ui.begin_panel("greeting", {std::min(room.x, ui.theme.px(760)), room.y});
    auto settings = state.settings;
    const int language = ui.choices("greeting.language", tr("Language"), {"Indonesia", "English"},
                                    settings.language == "en" ? 1 : 0);
    if (language >= 0) {
        settings.language = language == 1 ? "en" : "id";
        ui.act(ChangeSettings{settings});
    }
    if (ui.field("greeting.village", tr("Name of the village, without the word \"Desa\""),
                 settings.village.village, "Sukamaju"))
        ui.act(ChangeSettings{settings});
    if (ui.field("greeting.whatsapp",
                 tr("WhatsApp number of the office, so that residents can answer"),
                 settings.village.office_whatsapp, "0812-0000-0000"))
        ui.act(ChangeSettings{settings});
    ui.text(tr("Logo"));
    if (ui.button("greeting.logo",
                  settings.village.logo.empty() ? tr("Choose the logo") : tr("Choose another logo"),
                  icon::picture))
        ui.act(ChooseLogo{});
    ui.gap(2);
    ui.muted(tr("Without a logo it works just as well."));
    ui.end_panel();
}

}  // namespace sunting
