// The caption: a few answers on one side, on the other what each platform gets, counted and checked
// as it is typed.
#include "model/edits.hpp"
#include "model/mend.hpp"
#include "view/screens/screens.hpp"
#include "view/widgets/columns.hpp"
#include "view/widgets/icons.hpp"

#include <mediaedit/caption.hpp>
#include <mediaedit/language.hpp>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstdio>

namespace sunting {

using namespace mediaedit;

namespace {

const std::vector<ActivityKind>& kinds_in(const std::string& language) {
    // Asked once a language: a form is shown at every frame.
    static std::string known_language;
    static std::vector<ActivityKind> known;
    if (known_language != language) {
        known = activity_kinds();
        known_language = language;
    }
    return known;
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
    if (field.kind == FieldKind::date && answer.empty()) {
        const auto today = std::chrono::year_month_day{
            std::chrono::floor<std::chrono::days>(std::chrono::system_clock::now())};
        const auto write = [](std::chrono::year_month_day day) {
            char text[16];
            std::snprintf(text, sizeof text, "%04d-%02u-%02u", static_cast<int>(day.year()),
                          static_cast<unsigned>(day.month()), static_cast<unsigned>(day.day()));
            return std::string(text);
        };
        if (ui.button(id + ".today", tr("Today"), nullptr, ButtonKind::quiet)) {
            answer = write(today);
            changed({});
        }
        if (const auto taken = day_taken(state)) {
            ImGui::SameLine();
            if (ui.button(id + ".taken", tr("When the photo was taken"), nullptr,
                          ButtonKind::quiet)) {
                answer = write(*taken);
                changed({});
            }
        }
    }
    if (!field.choices.empty() && answer.empty()) {
        const int chosen = ui.choices(id + ".choice", field.choices, -1);
        if (chosen >= 0) {
            answer = field.choices[static_cast<std::size_t>(chosen)];
            changed({});
        }
    }
}

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

void show_counts(Ui& ui, const DraftedCaption& caption) {
    const auto& count = caption.count;
    if (count.limit && count.length > *count.limit)
        ui.note(Tone::error, tr_count("{count} letter too many for {platform}.",
                                      "{count} letters too many for {platform}.",
                                      static_cast<unsigned long>(count.length - *count.limit),
                                      {{"platform", caption.placements.front().platform}}));
    else if (count.limit)
        ui.muted(
            tr("{count} of {limit} letters",
               {{"count", std::to_string(count.length)}, {"limit", std::to_string(*count.limit)}}) +
            (count.hashtags > 0 ? "   ·   " + tr_count("{count} hashtag", "{count} hashtags",
                                                       static_cast<unsigned long>(count.hashtags))
                                : std::string()));
    if (count.hashtags_limit && count.hashtags > *count.hashtags_limit)
        ui.note(Tone::error, tr("Too many hashtags: {platform} takes {limit}.",
                                {{"platform", caption.placements.front().platform},
                                 {"limit", std::to_string(*count.hashtags_limit)}}));
}

Tone tone_of(Severity severity) {
    return severity == Severity::error     ? Tone::error
           : severity == Severity::warning ? Tone::warning
                                           : Tone::hint;
}

void show_findings(const State& state, Ui& ui, const DraftedCaption& caption) {
    int number = 0;
    for (const auto& finding : caption.findings) {
        if (std::ranges::find(state.post().quiet, finding.code) != state.post().quiet.end())
            continue;
        auto part = part_of(caption.text, finding);
        std::ranges::replace(part, '\n', ' ');
        const auto id = "finding." + std::to_string(number++);
        ui.note(tone_of(finding.severity), part.empty() || part.size() > 60
                                               ? finding.message
                                               : "\"" + part + "\": " + finding.message);
        ImGui::Indent(ui.theme.px(30));
        if (finding.replacement &&
            ui.button(id + ".fix", finding.fix.empty() ? tr("Correct it") : finding.fix,
                      icon::check)) {
            ui.act(Change{tr("mend the caption"),
                          {},
                          with_finding_mended(*state.work(), caption, finding, day_taken(state))});
        } else if (!finding.replacement && finding.severity != Severity::error &&
                   ui.button(id + ".seen", tr("I have seen this"), nullptr, ButtonKind::quiet))
            ui.act(Change{tr("dismiss a hint"), {}, with_quiet(*state.work(), finding.code)});
        ImGui::Unindent(ui.theme.px(30));
    }
    if (number == 0 && caption.missing.empty() && !caption.text.empty())
        ui.note(Tone::good, tr("Nothing private was found and nothing is missing. Please read it "
                               "once more yourself."));
}

/// For people who cannot see the picture; one for each photo.
void show_alt_text(const State& state, Ui& ui) {
    if (state.item >= state.post().items.size() || state.work()->task == Task::video) return;
    ui.gap(4);
    ui.bold(tr("Alternative text (for the blind)"));
    show_item_row(state, ui);
    const auto& item = state.post().items[state.item];
    std::string text = item.alt_text.empty() ? state.drafted_alt_text : item.alt_text;
    if (ui.lines("alt", {}, text, ui.theme.px(74),
                 tr("What is to be seen: who does what, and where")))
        ui.act(Change{tr("change the alternative text"), "alt." + std::to_string(state.item),
                      with_alt_text(*state.work(), state.item, text)});
    if (item.alt_text.empty() && !text.empty())
        ui.muted(tr("This is a draft made from your answers; look at the photo and mend it."));
}

void show_texts(const State& state, Ui& ui) {
    if (!state.captions_problem.empty()) ui.note(Tone::error, state.captions_problem);
    if (!state.captions || state.captions->empty()) {
        ui.muted(tr("Answer the questions, and the caption appears here."));
        return;
    }
    std::vector<std::string> names;
    std::size_t shown = 0;
    for (std::size_t i = 0; i < state.captions->size(); ++i) {
        const auto& placement = (*state.captions)[i].placements.front();
        names.push_back(placement.platform);
        if (placement.platform == state.caption_of) shown = i;
    }
    const int pressed = ui.choices("caption.of", names, static_cast<int>(shown));
    if (pressed >= 0) ui.act(ShowCaption{names[static_cast<std::size_t>(pressed)]});
    const auto& caption = (*state.captions)[shown];
    const auto& platform = names[shown];
    std::string text = caption.text;
    const float height = std::max(ui.theme.px(190), ImGui::GetWindowHeight() * 0.5F);
    if (ui.lines("caption.text", {}, text, height))
        ui.act(Change{tr("change the caption"), "caption." + platform,
                      with_caption(*state.work(), platform, text)});
    show_counts(ui, caption);
    if (ui.button("caption.copy", tr("Copy for {platform}", {{"platform", platform}}), icon::copy,
                  ButtonKind::normal))
        ui.act(CopyText{copied_text(caption),
                        tr("Copied. Now paste it in {platform}.", {{"platform", platform}})});
    if (caption.own) {
        ImGui::SameLine();
        if (ui.button("caption.guide", tr("Back to the automatic text"), icon::undo,
                      ButtonKind::quiet))
            ui.act(Change{tr("use the automatic text"),
                          {},
                          with_caption(*state.work(), platform, std::nullopt)});
        ui.muted(tr("You changed this text yourself; the answers do not change it any more."));
    }
    ui.gap(2);
    if (!caption.missing.empty()) {
        std::string list;
        const auto add = [&](std::string label) {
            while (!label.empty() && (label.back() == '?' || label.back() == ' ')) label.pop_back();
            list += (list.empty() ? "" : ", ") + label;
        };
        for (const auto& kind : kinds_in(state.settings.language))
            if (kind.id == state.post().form.kind)
                for (const auto& field : kind.fields)
                    if (std::ranges::find(caption.missing, field.id) != caption.missing.end())
                        add(field.label);
        if (std::ranges::find(caption.missing, "desa") != caption.missing.end())
            add(tr("the village's name (in the settings)"));
        if (!list.empty()) ui.note(Tone::warning, tr("Still missing: {list}.", {{"list", list}}));
    }
    show_findings(state, ui, caption);
    show_alt_text(state, ui);
    for (const auto& change : caption.changes)
        ui.note(Tone::hint, tr("The program changed \"{from}\" to \"{to}\".",
                               {{"from", change.from}, {"to", change.to}}));
}

}  // namespace

void show_caption(const State& state, Ui& ui) {
    ui.heading(tr("Tell people what it was about"));
    const auto form = [&] { show_form(state, ui); };
    const auto texts = [&] {
        show_texts(state, ui);
        if (state.work()->task != Task::caption) return;
        ui.gap(6);
        ui.bold(tr("For which places?"));
        show_placement_ticks(state, ui);
    };
    const auto narrow = [&] {
        form();
        ui.gap(8);
        texts();
    };
    show_columns(ui, EqualColumns{.first_id = "form",
                                  .second_id = "texts",
                                  .first = form,
                                  .second = texts,
                                  .narrow = narrow});
}

}  // namespace sunting
