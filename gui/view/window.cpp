// The window as a whole: bar, screen, footer, and what lies over them.
#include "view/screens/screens.hpp"
#include "view/widgets/icons.hpp"

#include <mediaedit/language.hpp>

#include <algorithm>

namespace sunting {

using namespace mediaedit;

namespace {

constexpr float bar_height = 62, footer_height = 72;

void begin_layer(const char* name, ImVec2 at, ImVec2 size, ImGuiWindowFlags more = 0) {
    ImGui::SetNextWindowPos(at);
    ImGui::SetNextWindowSize(size);
    ImGui::Begin(name, nullptr,
                 ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove |
                     ImGuiWindowFlags_NoSavedSettings | ImGuiWindowFlags_NoBringToFrontOnFocus |
                     more);
}

/// A part of the one window, so that the arrow keys go from each into the others.
void begin_part(const char* name, ImVec2 at, ImVec2 size) {
    ImGui::SetCursorScreenPos(at);
    ImGui::BeginChild(name, size, false,
                      ImGuiWindowFlags_NoScrollbar | ImGuiWindowFlags_NoScrollWithMouse |
                          ImGuiWindowFlags_NavFlattened);
}

/// One step of the list: a number, with its name where there is room.
bool step_mark(Ui& ui, const std::string& id, int number, const std::string& name, bool named,
               bool now, bool done, bool possible) {
    const auto& colors = ui.theme.colors;
    ImGui::PushFont(now ? ui.fonts.bold : ui.fonts.small);
    const float width =
        ui.theme.px(34) +
        (named ? ImGui::CalcTextSize(name.c_str()).x + ui.theme.px(16) : ui.theme.px(4));
    ImGui::PushID(id.c_str());
    if (!possible) ImGui::BeginDisabled();
    const bool pressed = ImGui::InvisibleButton("##press", {width, ui.theme.px(44)}) && possible;
    if (!possible) ImGui::EndDisabled();
    ImGui::PopID();
    const auto least = ImGui::GetItemRectMin(), most = ImGui::GetItemRectMax();
    auto& draw = *ImGui::GetWindowDrawList();
    if (ImGui::IsItemHovered() && possible && !now)
        draw.AddRectFilled(least, most, color(colors.chosen), ui.theme.px(8));
    const float radius = ui.theme.px(14);
    const ImVec2 middle{least.x + radius + ui.theme.px(4), (least.y + most.y) / 2};
    if (now || done)
        draw.AddCircleFilled(middle, radius, color(now ? colors.main : colors.good), 32);
    else draw.AddCircle(middle, radius, color(colors.border), 32, ui.theme.px(2));
    const std::string sign = done && !now ? icon::check : std::to_string(number);
    const auto size = ImGui::CalcTextSize(sign.c_str());
    draw.AddText({middle.x - size.x / 2, middle.y - size.y / 2},
                 color(now    ? colors.on_main
                       : done ? colors.panel
                              : colors.muted),
                 sign.c_str());
    if (named)
        draw.AddText({least.x + ui.theme.px(38), middle.y - ImGui::GetFontSize() / 2},
                     color(now ? colors.text : colors.muted), name.c_str());
    ImGui::PopFont();
    ui.record(Widget::Kind::button, id, name, {least.x, least.y, most.x, most.y}, possible, now);
    return pressed;
}

void show_steps(const State& state, Ui& ui, float room) {
    const auto steps = steps_of(state.work()->task);
    if (steps.size() < 2) {
        ImGui::AlignTextToFramePadding();
        ui.bold(tr("Write a caption"));
        return;
    }
    float wanted = 0;
    ImGui::PushFont(ui.fonts.bold);
    for (const auto step : steps)
        wanted += ImGui::CalcTextSize(step_name(step).c_str()).x + ui.theme.px(56);
    ImGui::PopFont();
    const bool named = wanted <= room;
    const float marks = static_cast<float>(steps.size()) * ui.theme.px(42) + ui.theme.px(16) +
                        ImGui::CalcTextSize(step_name(state.step).c_str()).x * 1.1F;
    if (marks > room) {
        // Large letters on a small screen: where one is, and no more; back and on lead to the
        // others.
        const auto at = std::ranges::find(steps, state.step) - steps.begin() + 1;
        ImGui::AlignTextToFramePadding();
        ui.bold(std::to_string(at) + " / " + std::to_string(steps.size()) + "  " +
                step_name(state.step));
        return;
    }
    bool passed = false;
    for (std::size_t i = 0; i < steps.size(); ++i) {
        if (i > 0) ImGui::SameLine(0, ui.theme.px(4));
        const bool now = steps[i] == state.step;
        passed = passed || now;
        if (step_mark(ui, "step." + std::to_string(i), static_cast<int>(i) + 1, step_name(steps[i]),
                      named || now, now, !passed, can_go_to(state, steps[i])))
            ui.act(GoTo{steps[i]});
    }
}

void show_bar(const State& state, Ui& ui, ImVec2 size) {
    begin_part("bar", {0, 0}, {size.x, ui.theme.px(bar_height)});
    auto& draw = *ImGui::GetWindowDrawList();
    draw.AddRectFilled({0, 0}, {size.x, ui.theme.px(bar_height)}, color(ui.theme.colors.panel));
    draw.AddLine({0, ui.theme.px(bar_height) - 1}, {size.x, ui.theme.px(bar_height) - 1},
                 color(ImVec4(ui.theme.colors.border.x, ui.theme.colors.border.y,
                              ui.theme.colors.border.z, 0.5F)));
    ImGui::SetCursorPos(ui.theme.px(12, 9));
    const float right = 2 * ui.theme.px(46) + ui.theme.px(8) + ui.theme.px(14);
    if (state.screen == Screen::work) {
        if (ui.icon_button("bar.home", tr("To the start"), icon::home)) ui.act(GoHome{});
        ImGui::SameLine(0, ui.theme.px(14));
        show_steps(state, ui, size.x - ImGui::GetCursorPosX() - right - ui.theme.px(12));
    } else {
        ImGui::SetCursorPosY(ui.theme.px(12));
        ImGui::PushFont(ui.fonts.heading);
        ImGui::PushStyleColor(ImGuiCol_Text, ui.theme.colors.main);
        ImGui::TextUnformatted("Sunting");
        ImGui::PopStyleColor();
        ImGui::PopFont();
        const auto& village = state.settings.village.village;
        if (!village.empty() && is_wide(ui)) {
            ImGui::SameLine(0, ui.theme.px(14));
            ImGui::SetCursorPosY(ui.theme.px(19));
            ui.text(tr("Desa {village}", {{"village", village}}));
        }
        if (state.screen == Screen::home) {
            const float languages = ui.theme.px(270);
            ImGui::SetCursorPos(
                {std::max(ui.theme.px(160), size.x - right - languages), ui.theme.px(11)});
            const int pressed = ui.choices("language", {"Indonesia", "English"},
                                           state.settings.language == "en" ? 1 : 0);
            if (pressed >= 0) {
                auto settings = state.settings;
                settings.language = pressed == 1 ? "en" : "id";
                ui.act(ChangeSettings{settings});
            }
        }
    }
    ImGui::SetCursorPos({size.x - right, ui.theme.px(9)});
    if (ui.icon_button("bar.settings", tr("Settings"), icon::gear,
                       state.screen != Screen::settings && state.screen != Screen::greeting))
        ui.act(OpenSettings{});
    ImGui::SameLine(0, ui.theme.px(8));
    if (ui.icon_button("bar.help", tr("Help (F1)"), icon::question)) ui.act(ToggleHelp{});
    ImGui::EndChild();
}

/// What the main button of the screen says and does.
struct Onward {
    std::string label;
    const char* sign = icon::right;
    Action action = GoOn{};
    bool possible = true;
};

std::optional<Onward> onward(const State& state) {
    if (state.screen == Screen::settings)
        return Onward{tr("Done"), icon::check, CloseSettings{}, true};
    if (state.screen == Screen::greeting)
        return Onward{tr("Begin"), icon::right, GreetingDone{}, true};
    if (state.screen != Screen::work || !state.work()) return {};
    const auto steps = steps_of(state.work()->task);
    const auto at = std::ranges::find(steps, state.step);
    if (at == steps.end()) return {};
    if (at + 1 == steps.end()) {
        if (state.step != Step::save) return Onward{tr("Finish"), icon::check, GoHome{}, true};
        if (state.saving.phase == Saving::Phase::done)
            return Onward{tr("Finish"), icon::check, GoHome{}, true};
        return Onward{
            tr("Save result"), icon::save, Save{},
            state.saving.phase != Saving::Phase::running && !state.post().placements.empty()};
    }
    return Onward{tr("Next: {step}", {{"step", step_name(*(at + 1))}}), icon::right, GoOn{},
                  can_go_to(state, *(at + 1))};
}

void show_footer(const State& state, Ui& ui, ImVec2 size) {
    const auto main = onward(state);
    const float top = size.y - ui.theme.px(footer_height);
    begin_part("footer", {0, top}, {size.x, ui.theme.px(footer_height)});
    auto& draw = *ImGui::GetWindowDrawList();
    draw.AddRectFilled({0, top}, size, color(ui.theme.colors.panel));
    draw.AddLine({0, top}, {size.x, top},
                 color(ImVec4(ui.theme.colors.border.x, ui.theme.colors.border.y,
                              ui.theme.colors.border.z, 0.5F)));
    ImGui::SetCursorPos(ui.theme.px(16, 14));
    if (state.screen != Screen::greeting &&
        ui.button("back", tr("Back"), icon::left, ButtonKind::normal))
        ui.act(GoBack{});
    float main_width = 0;
    if (main) {
        ImGui::PushFont(ui.fonts.bold);
        main_width = std::max(ui.theme.px(150), ui.button_width(main->label, true));
        ImGui::PopFont();
    }
    if (state.screen == Screen::work && state.history) {
        ImGui::SameLine(0, ui.theme.px(20));
        const auto undo = state.history->undo_name(), redo = state.history->redo_name();
        const auto words = undo ? tr("Undo: {what}", {{"what", *undo}}) : tr("Undo");
        const float room = size.x - ImGui::GetCursorPosX() - main_width - ui.theme.px(32);
        if (ui.button_width(words, true) + ui.theme.px(60) <= room) {
            if (ui.button("undo", words, icon::undo, ButtonKind::quiet, undo.has_value()))
                ui.act(Undo{});
        } else if (ui.icon_button("undo", words, icon::undo, undo.has_value())) ui.act(Undo{});
        ImGui::SameLine(0, ui.theme.px(8));
        if (ui.icon_button("redo", redo ? tr("Redo: {what}", {{"what", *redo}}) : tr("Redo"),
                           icon::redo, redo.has_value()))
            ui.act(Redo{});
        ImGui::SameLine(0, ui.theme.px(16));
        const auto kept = tr("Your work is saved automatically.");
        ImGui::PushFont(ui.fonts.small);
        const float width = ImGui::CalcTextSize(kept.c_str()).x;
        ImGui::PopFont();
        if (ImGui::GetCursorPosX() + width + main_width + ui.theme.px(40) < size.x) {
            ImGui::SetCursorPosY(ui.theme.px(26));
            ui.muted(kept);
        }
    }
    if (main) {
        ImGui::SetCursorPos({size.x - main_width - ui.theme.px(16), ui.theme.px(14)});
        if (ui.button("next", main->label, main->sign, ButtonKind::main, main->possible,
                      main_width))
            ui.act(main->action);
    }
    ImGui::EndChild();
}

void show_toast(const State& state, Ui& ui, ImVec2 size) {
    if (!state.toast) return;
    const auto& toast = *state.toast;
    const float most = std::min(size.x - ui.theme.px(40), ui.theme.px(680));
    const auto words =
        ImGui::CalcTextSize(toast.text.c_str(), nullptr, false, most - ui.theme.px(120));
    const ImVec2 box{words.x + ui.theme.px(126),
                     std::max(ui.theme.px(60), words.y + ui.theme.px(28))};
    ImGui::SetNextWindowPos(
        {(size.x - box.x) / 2, size.y - ui.theme.px(footer_height + 16) - box.y});
    ImGui::SetNextWindowSize(box);
    ImGui::PushStyleColor(ImGuiCol_WindowBg, ui.theme.colors.text);
    ImGui::PushStyleColor(ImGuiCol_Text, ui.theme.colors.panel);
    ImGui::PushStyleVar(ImGuiStyleVar_WindowRounding, ui.theme.px(10));
    ImGui::Begin("toast", nullptr,
                 ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove |
                     ImGuiWindowFlags_NoSavedSettings | ImGuiWindowFlags_NoFocusOnAppearing |
                     ImGuiWindowFlags_NoNav);
    ImGui::SetCursorPos({ui.theme.px(18), (box.y - words.y) / 2});
    ImGui::TextUnformatted(toast.kind == Toast::Kind::done ? icon::check : icon::warning);
    ImGui::SameLine(0, ui.theme.px(10));
    ImGui::PushTextWrapPos(box.x - ui.theme.px(70));
    ImGui::TextUnformatted(toast.text.c_str());
    ImGui::PopTextWrapPos();
    ui.record(Widget::Kind::text, "toast", toast.text,
              {ImGui::GetWindowPos().x, ImGui::GetWindowPos().y, ImGui::GetWindowPos().x + box.x,
               ImGui::GetWindowPos().y + box.y});
    ImGui::SetCursorPos({box.x - ui.theme.px(56), (box.y - ui.theme.px(44)) / 2});
    ImGui::PopStyleColor(2);
    if (ui.icon_button("toast.close", tr("Close"), icon::cross)) ui.act(ToastGone{});
    ImGui::End();
    ImGui::PopStyleVar();
}

void show_question(const State& state, Ui& ui, ImVec2 size) {
    if (!state.question) return;
    const float width = std::min(size.x - ui.theme.px(40), ui.theme.px(560));
    ImGui::GetBackgroundDrawList();
    begin_layer("shade", {0, 0}, size, ImGuiWindowFlags_NoInputs | ImGuiWindowFlags_NoNav);
    ImGui::GetWindowDrawList()->AddRectFilled({0, 0}, size, IM_COL32(0, 0, 0, 120));
    ImGui::End();
    ImGui::SetNextWindowPos({(size.x - width) / 2, size.y * 0.3F});
    ImGui::SetNextWindowSize({width, 0});
    ImGui::SetNextWindowFocus();
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, ui.theme.px(24, 22));
    ImGui::PushStyleVar(ImGuiStyleVar_WindowRounding, ui.theme.px(14));
    ImGui::PushStyleColor(ImGuiCol_WindowBg, ui.theme.colors.panel);
    ImGui::Begin(
        "question", nullptr,
        ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove | ImGuiWindowFlags_NoSavedSettings);
    ui.text(state.question->text);
    ui.gap(8);
    const bool told = state.question->about == Question::About::problem;
    const bool copies = state.question->about == Question::About::copy_unmended;
    // The main button is the one that harms nobody.
    if (copies && ui.button("question.no", tr("No, mend it first"), icon::pencil, ButtonKind::main))
        ui.act(Answered{false});
    if (copies) ImGui::SameLine();
    if (copies ? ui.button("question.yes", tr("Copy all the same"), nullptr)
               : ui.button("question.yes", told ? tr("All right") : tr("Yes"), icon::check,
                           ButtonKind::main))
        ui.act(Answered{true});
    if (!told && !copies) {
        ImGui::SameLine();
        if (ui.button("question.no", tr("No, go on"), nullptr)) ui.act(Answered{false});
    }
    ImGui::End();
    ImGui::PopStyleColor();
    ImGui::PopStyleVar(2);
}

}  // namespace

void show_window(const State& state, Ui& ui) {
    const auto size = ImGui::GetIO().DisplaySize;
    begin_layer("all", {0, 0}, size);
    const bool footer = state.screen != Screen::home;
    const float top = ui.theme.px(bar_height), bottom = footer ? ui.theme.px(footer_height) : 0;
    begin_part("screen", {0, top}, {size.x, size.y - top - bottom});
    ImGui::SetCursorPos(ui.theme.px(18, 12));
    // One margin all around, whatever the screen puts there.
    ui.begin_panel("inner", {size.x - ui.theme.px(36), size.y - top - bottom - ui.theme.px(20)},
                   false);
    if (state.screen == Screen::greeting) show_greeting(state, ui);
    else if (state.screen == Screen::settings) show_settings(state, ui);
    else if (state.screen == Screen::home || !state.work()) show_home(state, ui);
    else {
        show_guide(state, ui);
        switch (state.step) {
            case Step::choose: show_choose(state, ui); break;
            case Step::trim: show_trim(state, ui); break;
            case Step::frame: show_frame(state, ui); break;
            case Step::words: show_words(state, ui); break;
            case Step::caption: show_caption(state, ui); break;
            case Step::save: show_save(state, ui); break;
        }
    }
    ui.end_panel();
    ImGui::EndChild();
    // What the screen is about comes first by keyboard too, the bar last.
    if (footer) show_footer(state, ui, size);
    show_bar(state, ui, size);
    ImGui::End();
    if (state.help) show_help(state, ui, ui.take_widgets());
    show_toast(state, ui, size);
    show_question(state, ui, size);
}

}  // namespace sunting
