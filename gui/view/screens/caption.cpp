// The caption: answers on one side; on the other each platform's text, counted and checked while it
// is typed.
#include "model/caption_fixes.hpp"
#include "model/edits.hpp"
#include "view/screens/caption_form.hpp"
#include "view/screens/screens.hpp"
#include "view/widgets/columns.hpp"
#include "view/widgets/icons.hpp"

#include <mediaedit/caption.hpp>
#include <mediaedit/language.hpp>

#include <algorithm>
#include <optional>
#include <string>
#include <vector>

namespace sunting {

using namespace mediaedit;

namespace {

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
                          with_fix_applied(*state.work(), caption, finding, day_taken(state))});
        } else if (!finding.replacement && finding.severity != Severity::error &&
                   ui.button(id + ".seen", tr("I have seen this"), nullptr, ButtonKind::quiet))
            ui.act(Change{tr("dismiss a hint"), {}, with_quiet(*state.work(), finding.code)});
        ImGui::Unindent(ui.theme.px(30));
    }
    if (number == 0 && caption.missing.empty() && !caption.text.empty())
        ui.note(Tone::good, tr("Nothing private was found and nothing is missing. Please read it "
                               "once more yourself."));
}

/// One text for each photo, for people who cannot see it.
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

void show_missing(const State& state, Ui& ui, const DraftedCaption& caption) {
    if (caption.missing.empty()) return;
    std::string list;
    const auto is_missing = [&](const std::string& id) {
        return std::ranges::find(caption.missing, id) != caption.missing.end();
    };
    const auto add = [&](std::string label) {
        while (!label.empty() && (label.back() == '?' || label.back() == ' ')) label.pop_back();
        list += (list.empty() ? "" : ", ") + label;
    };
    for (const auto& kind : kinds_in(state.settings.language))
        if (kind.id == state.post().form.kind)
            for (const auto& field : kind.fields)
                if (is_missing(field.id)) add(field.label);
    if (is_missing("desa")) add(tr("the village's name (in the settings)"));
    if (!list.empty()) ui.note(Tone::warning, tr("Still missing: {list}.", {{"list", list}}));
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
    show_missing(state, ui, caption);
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
