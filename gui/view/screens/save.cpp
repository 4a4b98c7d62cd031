// Saving: results and findings before, progress meanwhile, and what to do with the files after.
#include "model/caption_fixes.hpp"
#include "model/edits.hpp"
#include "model/estimate.hpp"
#include "view/screens/screens.hpp"
#include "view/widgets/columns.hpp"
#include "view/widgets/icons.hpp"

#include <mediaedit/language.hpp>

#include <algorithm>
#include <cmath>
#include <set>

namespace sunting {

using namespace mediaedit;

namespace {

void show_cards(const State& state, Ui& ui) {
    Grid grid(ui.theme.px(170), 2, ui.theme.px(10));
    const float card = grid.cell_width();
    for (std::size_t i = 0; i < state.post().items.size(); ++i)
        for (const auto& placement : placements_of_item(state, i)) {
            grid.next_cell();
            const auto slot = "card:" + std::to_string(i) + ":" + placement.id;
            const auto* answer = state.answer(slot);
            if (ui.card("result." + std::to_string(i) + "." + placement.id, place_words(placement),
                        state.picture(slot), {card, card * 1.15F + ui.theme.px(26)}, false,
                        state.post().items.size() > 1 ? std::to_string(i + 1) : std::string(),
                        answer ? answer->error : std::string())) {
                ui.act(ShowItem{i});
                ui.act(ShowPlacement{placement.id});
                ui.act(GoTo{Step::frame});
            }
        }
}

/// Asks whether people agreed, where faces stay visible.
void show_consents(const State& state, Ui& ui) {
    const auto kinds = activity_kinds();
    const auto kind = std::ranges::find(kinds, state.post().form.kind, &ActivityKind::id);
    for (std::size_t i = 0; i < state.post().items.size(); ++i) {
        const auto& item = state.post().items[i];
        const auto facts = state.facts(item.file);
        const bool faces = facts && ((facts->subjects && !facts->subjects->faces.empty()) ||
                                     facts->info.kind == MediaKind::video);
        if (item.faces == FaceChoice::hide || !faces) continue;
        std::vector<std::string> asked{"adult"};
        if (kind != kinds.end())
            for (const auto& id : kind->consent) asked.push_back(id);
        for (const auto& question : consent_questions()) {
            if (std::ranges::find(asked, question.id) == asked.end()) continue;
            const bool given = consent_of(*state.work(), i, question.id) == ConsentAnswer::given;
            const auto number =
                state.post().items.size() > 1 ? std::to_string(i + 1) + ". " : std::string();
            if (ui.tick("consent." + std::to_string(i) + "." + question.id, number + question.tick,
                        given)) {
                auto work = with_consent(*state.work(), i, question.id,
                                         given ? ConsentAnswer::unknown : ConsentAnswer::given);
                if (!given && item.faces == FaceChoice::ask)
                    work = with_faces(std::move(work), i, FaceChoice::keep);
                ui.act(Change{tr("answer about consent"), {}, std::move(work)});
            }
            if (!given && !question.otherwise.empty()) ui.muted(question.otherwise);
        }
    }
}

void show_findings(const State& state, Ui& ui) {
    ui.bold(tr("Check before you share"));
    show_consents(state, ui);
    const auto* answer = state.answer("findings");
    auto findings = state.known<std::vector<PostFinding>>("findings");
    // Some findings appear only while the files are made, so the report's replace these.
    if (const auto& report = state.saving.report;
        report && state.saving.phase == Saving::Phase::done)
        findings = {report, &report->findings};
    if (answer && !answer->error.empty()) ui.note(Tone::error, answer->error);
    if (!findings) {
        if (!answer) ui.muted(tr("Checking…"));
        return;
    }
    int number = 0;
    for (const auto& found : *findings) {
        // The ticks above already ask for consent.
        if (found.finding.code.starts_with("consent")) continue;
        if (found.finding.severity == Severity::hint && number >= 6) continue;
        const auto id = "check." + std::to_string(number++);
        ui.note(tone_of(found.finding.severity), found.finding.message);
        ImGui::Indent(ui.theme.px(30));
        const bool of_caption = found.finding.code.starts_with("personal.") ||
                                found.finding.code.starts_with("caption.") ||
                                found.finding.code.starts_with("money.") ||
                                found.finding.code.starts_with("style.") ||
                                found.finding.code.starts_with("topic.");
        const bool of_faces = found.finding.code.find("face") != std::string::npos;
        if (of_faces && state.work()->task != Task::caption) {
            if (ui.button(id + ".blur", tr("Blur all faces"), icon::hidden)) {
                auto work = *state.work();
                for (std::size_t i = 0; i < work.post.items.size(); ++i)
                    work = with_faces(std::move(work), i, FaceChoice::hide);
                ui.act(Change{tr("blur faces"), {}, std::move(work)});
            }
        } else if (of_caption) {
            if (ui.button(id + ".go", tr("Look at the caption"), icon::pencil, ButtonKind::quiet))
                ui.act(GoTo{Step::caption});
        } else if (found.finding.severity != Severity::error &&
                   ui.button(id + ".seen", tr("I have seen this"), nullptr, ButtonKind::quiet))
            ui.act(Change{tr("dismiss a hint"), {}, with_quiet(*state.work(), found.finding.code)});
        ImGui::Unindent(ui.theme.px(30));
    }
    if (number == 0)
        ui.note(Tone::good,
                tr("Nothing else needs mending. Place and device data are left out of all files."));
}

void show_running(const State& state, Ui& ui) {
    const auto& saving = state.saving;
    std::string words = tr("{percent} % made",
                           {{"percent", std::to_string(static_cast<int>(saving.fraction * 100))}});
    if (saving.seconds_left && saving.running_for_s > 3)
        words += ", " + (*saving.seconds_left < 5
                             ? tr("almost done")
                             : tr("{time} left", {{"time", duration_words(*saving.seconds_left)}}));
    ui.progress("progress", saving.fraction, words);
    if (ui.button("stop", tr("Stop"), icon::cross)) ui.act(StopSaving{});
    ui.muted(tr("The originals are not touched."));
}

void show_done(const State& state, Ui& ui) {
    const auto& report = *state.saving.report;
    const auto made = static_cast<unsigned long>(std::ranges::count_if(
        report.files, [](const PostFile& file) { return !file.placement.empty(); }));
    if (made > 0)
        ui.note(Tone::good, tr_count("Done: {count} file is ready to be posted.",
                                     "Done: {count} files are ready to be posted.", made));
    ui.muted(state.saving.folder.string());
    if (!report.failures.empty()) {
        std::set<std::string> shown;  // a full disk gives the same message for each file
        for (const auto& failure : report.failures)
            if (shown.insert(failure.error.message).second)
                ui.note(Tone::error, failure.error.message);
        if (ui.button("again", tr("Try again"), icon::redo, ButtonKind::main)) ui.act(Save{});
        ui.muted(tr("What is finished is not made again."));
    }
    if (ui.button("open", tr("Open folder"), icon::folder)) ui.act(OpenResults{});
    ui.beside(ui.button_width(tr("Make another"), true), ui.theme.px(12));
    if (ui.button("another", tr("Make another"), icon::plus)) ui.act(MakeAnother{});
    if (state.captions)
        for (const auto& caption : *state.captions) {
            const auto& platform = caption.placements.front().platform;
            if (ui.button("copy." + platform,
                          tr("Copy caption for {platform}", {{"platform", platform}}), icon::copy,
                          ButtonKind::quiet))
                ui.act(CopyText{copied_text(caption), tr("Copied. Now paste it in {platform}.",
                                                         {{"platform", platform}})});
        }
    ui.muted(
        tr("Send the files to the phone by cable, or by WhatsApp as a document, and post them "
           "there. The checklist in the folder shows the steps."));
}

void show_save_side(const State& state, Ui& ui) {
    const auto& saving = state.saving;
    switch (saving.phase) {
        case Saving::Phase::running: show_running(state, ui); return;
        case Saving::Phase::done:
            show_done(state, ui);
            ui.gap(8);
            break;
        case Saving::Phase::failed:
            ui.note(Tone::error, saving.problem);
            if (ui.button("again", tr("Try again"), icon::redo)) ui.act(Save{});
            if (!saving.details.empty() && ui.fold("details", tr("Details for a technician")))
                ui.muted(saving.details);
            ui.gap(8);
            break;
        case Saving::Phase::stopped:
            ui.note(Tone::hint, tr("Stopped. What was finished stays in the folder; saving again "
                                   "goes on from there."));
            ui.gap(8);
            break;
        case Saving::Phase::none: break;
    }
    if (saving.phase != Saving::Phase::done) {
        const auto estimate = estimate_of(state);
        const auto folder = state.work()->folder.empty()
                                ? state.settings.results / folder_name_for(*state.work())
                                : state.work()->folder;
        ui.text(tr_count(
            "{count} file, about {size}, takes {time}.",
            "{count} files, about {size} together, takes {time}.",
            static_cast<unsigned long>(estimate.files),
            {{"size", size_words(estimate.bytes)}, {"time", duration_words(estimate.seconds)}}));
        if (!estimate.reason.empty()) ui.muted(estimate.reason);
        ui.muted(tr("Saved in {folder}", {{"folder", folder.string()}}));
        if (state.post().placements.empty())
            ui.note(Tone::warning, tr("Choose at least one place in the step \"Set the frame\"."));
        ui.gap(4);
    }
    show_findings(state, ui);
}

}  // namespace

void show_save(const State& state, Ui& ui) {
    const bool done = state.saving.phase == Saving::Phase::done;
    ui.heading(!done                                   ? tr("Look once more, then save")
               : state.saving.report->failures.empty() ? tr("Your files are ready")
                                                       : tr("Not everything could be made"));
    const auto main = [&](ImVec2 size) {
        ui.begin_panel("cards", size, false);
        show_cards(state, ui);
        ui.end_panel();
    };
    const auto narrow = [&](ImVec2) {
        show_save_side(state, ui);
        ui.gap(8);
        show_cards(state, ui);
    };
    show_columns(ui, SideColumn{.share = 0.48F,
                                .least = 360,
                                .most = 680,
                                .main = main,
                                .side = [&] { show_save_side(state, ui); },
                                .narrow = narrow});
}

}  // namespace sunting
