// The questions about an activity, from whose answers captions are written.
#include "view/screens/caption_form.hpp"
#include "model/edits.hpp"
#include "view/widgets/widgets.hpp"

#include <mediaedit/language.hpp>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <optional>
#include <string>

namespace sunting {

using namespace mediaedit;

const std::vector<ActivityKind>& kinds_in(const std::string& language) {
    // Read once for each language, since a form is shown in every frame.
    static std::string known_language;
    static std::vector<ActivityKind> known;
    if (known_language != language) {
        known = activity_kinds();
        known_language = language;
    }
    return known;
}

namespace {

/// "2026-05-12"
std::string written(std::chrono::year_month_day day) {
    char text[16];
    std::snprintf(text, sizeof text, "%04d-%02u-%02u", static_cast<int>(day.year()),
                  static_cast<unsigned>(day.month()), static_cast<unsigned>(day.day()));
    return text;
}

/// Buttons below an empty date. Returns the day of the pressed one.
std::optional<std::chrono::year_month_day> offered_day(const State& state, Ui& ui,
                                                       const std::string& id) {
    std::optional<std::chrono::year_month_day> day;
    if (ui.button(id + ".today", tr("Today"), nullptr, ButtonKind::quiet))
        day = std::chrono::floor<std::chrono::days>(std::chrono::system_clock::now());
    if (const auto taken = day_taken(state)) {
        ImGui::SameLine();
        if (ui.button(id + ".taken", tr("When the photo was taken"), nullptr, ButtonKind::quiet))
            day = taken;
    }
    return day;
}

void show_question_field(const State& state, Ui& ui, const FormField& field) {
    const auto& fields = state.post().form.fields;
    const auto known = fields.find(field.id);
    std::string answer = known == fields.end() ? std::string() : known->second;
    const auto id = "form." + field.id;
    const auto changed = [&](const std::string& burst) {
        ui.act(Change{tr("answer a question"), burst, with_field(*state.work(), field.id, answer)});
    };
    const auto label =
        field.required ? field.label : tr("{question} (if you like)", {{"question", field.label}});
    switch (field.kind) {
        case FieldKind::tick:
            if (ui.tick(id, field.label, answer == "yes")) {
                answer = answer == "yes" ? "" : "yes";
                changed({});
            }
            return;
        case FieldKind::sentence:
        case FieldKind::list:
            if (ui.lines(id, label, answer,
                         ui.theme.px(field.kind == FieldKind::list ? 92.0F : 74.0F), field.hint))
                changed(id);
            return;
        default: break;
    }
    if (ui.field(id, label, answer, field.hint)) changed(id);
    if (field.kind == FieldKind::date && answer.empty())
        if (const auto day = offered_day(state, ui, id)) {
            answer = written(*day);
            changed({});
        }
    if (!field.choices.empty() && answer.empty()) {
        const int chosen = ui.choices(id + ".choice", field.choices, -1);
        if (chosen >= 0) {
            answer = field.choices[static_cast<std::size_t>(chosen)];
            changed({});
        }
    }
}

}  // namespace

void show_form(const State& state, Ui& ui) {
    const auto& kinds = kinds_in(state.settings.language);
    const auto now = std::ranges::find(kinds, state.post().form.kind, &ActivityKind::id);
    ui.bold(tr("What kind of activity is it?"));
    ImGui::SetNextItemWidth(-1);
    if (ImGui::BeginCombo("##kind", now == kinds.end() ? "" : now->name.c_str(),
                          ImGuiComboFlags_HeightLargest)) {
        for (const auto& kind : kinds) {
            const bool chosen = kind.id == state.post().form.kind;
            if (ImGui::Selectable(kind.name.c_str(), chosen, 0, {0, ui.theme.px(32)}))
                ui.act(Change{
                    tr("choose the kind of activity"), {}, with_activity(*state.work(), kind.id)});
            const auto least = ImGui::GetItemRectMin(), most = ImGui::GetItemRectMax();
            ui.record(Widget::Kind::choice, "kind." + kind.id, kind.name,
                      {least.x, least.y, most.x, most.y}, true, chosen);
        }
        ImGui::EndCombo();
    }
    const auto least = ImGui::GetItemRectMin(), most = ImGui::GetItemRectMax();
    ui.record(Widget::Kind::choice, "kind", tr("What kind of activity is it?"),
              {least.x, least.y, most.x, most.y});
    if (now == kinds.end()) return;
    for (const auto& field : now->fields)
        if (field.required) show_question_field(state, ui, field);
    ui.gap(4);
    if (ui.fold("form.more", tr("More questions")))
        for (const auto& field : now->fields)
            if (!field.required) show_question_field(state, ui, field);
}

}  // namespace sunting
