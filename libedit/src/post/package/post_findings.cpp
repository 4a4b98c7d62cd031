// What a person should know about a post before posting it.
#include "post/package/post_findings.hpp"

#include "base/guard.hpp"
#include "base/message.hpp"
#include "caption/write/newest_activities.hpp"
#include "placement/prepare/output_requests.hpp"
#include "placement/prepare/too_long.hpp"
#include "post/templates/item_recipe.hpp"

#include <mediaedit/caption_check.hpp>
#include <mediaedit/text.hpp>

#include <algorithm>
#include <iterator>
#include <set>
#include <string_view>

namespace mediaedit::internal {
namespace {

bool is_personal(const PostFinding& finding) {
    return finding.finding.code.starts_with("personal.");
}

PostFinding post_finding(const CaptionFinding& found, std::string about, std::string placement) {
    return {{found.code, found.severity, found.message, found.fix},
            std::move(about),
            std::move(placement),
            found.begin,
            found.end,
            found.replacement};
}

/// The label of a form's field, in the current language.
std::string label_of(const std::string& kind, const std::string& field) {
    const auto* facts = activities().kind(kind);
    const auto* known = facts ? facts->field(field) : nullptr;
    return known ? known->label.in(data_language()) : field;
}

/// Whether the consent for every picture answers the finding: "topic.child" is answered by the
/// question "child".
bool is_answered(const Post& post, const std::string& code) {
    constexpr std::string_view topic = "topic.";
    if (!code.starts_with(topic) || post.items.empty()) return false;
    const auto settles = [&](const Consent& one) {
        return one.question == code.substr(topic.size()) &&
               (one.answer == ConsentAnswer::given || one.answer == ConsentAnswer::not_needed);
    };
    return std::ranges::all_of(post.items, [&](const PostItem& item) {
        return item.faces == FaceChoice::hide || std::ranges::any_of(item.consent, settles);
    });
}

std::string name_of(const PostItem& item) { return item.file.filename().string(); }

/// Whether the font of the village's profile is installed.
void check_font(const Village& village, std::vector<PostFinding>& findings) {
    if (village.font.empty()) return;
    const auto measured = measure_text({.text = "A", .font = village.font}, {.size = {1000, 1000}});
    if (!measured || measured->font_used.empty()) return;
    findings.push_back(finding_of(
        "font_replaced", Severity::warning,
        tr("The font \"{font}\" is not installed on this computer; {used} is used instead.",
           {{"font", village.font}, {"used", measured->font_used}}),
        tr("Install it, or choose another."), village.village));
}

}  // namespace

PostFinding finding_of(std::string code, Severity severity, std::string message, std::string fix,
                       std::string about) {
    return {{std::move(code), severity, std::move(message), std::move(fix)},
            std::move(about),
            {},
            0,
            0,
            {}};
}

PostFinding finding_of(const Note& note, std::string about) {
    static constexpr std::string_view important[] = {"truncated",      "damaged_in_places",
                                                     "sound_damaged",  "no_face_found",
                                                     "text_overflows", "letters_missing"};
    const auto severity = std::ranges::find(important, note.code) == std::end(important)
                              ? Severity::hint
                              : Severity::warning;
    return finding_of(note.code, severity, note.message, "", std::move(about));
}

void sort_findings(std::vector<PostFinding>& findings) {
    std::ranges::stable_sort(findings, [](const PostFinding& one, const PostFinding& other) {
        if (one.finding.severity != other.finding.severity)
            return one.finding.severity < other.finding.severity;
        return is_personal(one) && !is_personal(other);
    });
}

void check_captions(const Post& post, const std::vector<PostCaption>& captions,
                    std::vector<PostFinding>& findings) {
    const auto context = context_of(post);
    std::set<std::pair<std::string, std::string>>
        seen;  // so that what all captions have is reported once
    std::set<std::string> missing;
    for (const auto& caption : captions) {
        const auto& placement = caption.placements.front();
        for (const auto& found : check_caption(caption.text, placement, context)) {
            if (is_answered(post, found.code)) continue;
            const bool only_here =
                found.code == "caption.too_long" || found.code == "caption.too_many_hashtags";
            if (!only_here && !seen.emplace(found.code, found.message).second) continue;
            findings.push_back(post_finding(found, caption.file, only_here ? placement.id : ""));
        }
        missing.insert(caption.missing.begin(), caption.missing.end());
    }
    for (const auto& field : missing)
        findings.push_back(finding_of(
            "form.missing", Severity::warning,
            tr("In the form, \"{field}\" is empty.", {{"field", label_of(post.form.kind, field)}}),
            tr("Fill it in; the caption is then whole."), {}));
}

void check_alt_texts(const Post& post, const std::vector<SeenItem>& items,
                     const std::vector<Placement>& placements, const std::string& caption,
                     std::vector<PostFinding>& findings) {
    const auto place = std::ranges::find_if(
        placements, [](const Placement& one) { return one.alt_text_max_chars.has_value(); });
    if (place == placements.end()) return;
    const auto context = context_of(post);
    std::set<std::string> known;
    for (std::size_t i = 0; i < items.size(); ++i) {
        if (!items[i].info || items[i].info->kind != MediaKind::photo) continue;
        const auto about = name_of(post.items[i]);
        for (const auto& found : check_alt_text(items[i].alt_text, *place, caption, context))
            findings.push_back(post_finding(found, about, {}));
        if (items[i].alt_text.empty()) continue;
        if (items[i].drafted)
            findings.push_back(
                finding_of("alt.draft", Severity::hint,
                           tr("The description of this picture is only a draft from the form."),
                           tr("Look at the picture and write what it shows."), about));
        else if (!known.insert(items[i].alt_text).second)
            findings.push_back(finding_of("alt.same", Severity::warning,
                                          tr("Two pictures have the same description."),
                                          tr("Write for each what it shows."), about));
    }
}

void check_consent(const Post& post, const std::vector<SeenItem>& items,
                   std::vector<PostFinding>& findings) {
    const auto* kind = activities().kind(post.form.kind);
    std::vector<std::string> questions =
        kind && !kind->consent.empty() ? kind->consent : std::vector<std::string>{"adult"};
    const auto known = consent_questions();
    for (std::size_t i = 0; i < items.size(); ++i) {
        const auto& item = post.items[i];
        if (!items[i].info || item.faces == FaceChoice::hide || item.recipe.hide_faces) continue;
        const auto about = name_of(item);
        const bool refused = std::ranges::any_of(
            item.consent, [](const Consent& one) { return one.answer == ConsentAnswer::refused; });
        if (refused)
            findings.push_back(finding_of("consent.refused", Severity::error,
                                          tr("Somebody in this picture did not agree to be shown."),
                                          tr("Hide the faces, or take another photo."), about));
        const bool settled = std::ranges::any_of(item.consent, [](const Consent& one) {
            return one.answer == ConsentAnswer::given || one.answer == ConsentAnswer::not_needed;
        });
        if (refused || settled || (items[i].faces == 0 && item.faces != FaceChoice::keep)) continue;
        std::string ticks;
        for (const auto& question : known)
            if (std::ranges::find(questions, question.id) != questions.end())
                ticks += (ticks.empty() ? "" : " ") + question.tick;
        auto asked = !items[i].faces || *items[i].faces == 0
                         ? tr("Is somebody's face clearly seen here, and is there consent?")
                         : tr_count("One face is clearly seen. Is there consent?",
                                    "{count} faces are clearly seen. Is there consent?",
                                    static_cast<unsigned long>(*items[i].faces));
        findings.push_back(finding_of(
            "picture.faces", Severity::ask, std::move(asked),
            tr("Hide the faces, or note the answer: {ticks}", {{"ticks", ticks}}), about));
    }
}

void check_sources(const Post& post, const std::vector<SeenItem>& items,
                   std::vector<PostFinding>& findings) {
    for (std::size_t i = 0; i < items.size(); ++i) {
        const auto about = name_of(post.items[i]);
        if (items[i].error) {
            findings.push_back(finding_of("unusable", Severity::error, items[i].error->message,
                                          tr("Choose another file in its place."), about));
            continue;
        }
        for (const auto& note : items[i].info->notes) findings.push_back(finding_of(note, about));
    }
}

void check_lengths(const Post& post, const std::vector<SeenItem>& items,
                   const std::vector<Placement>& placements, std::vector<PostFinding>& findings) {
    for (std::size_t i = 0; i < items.size(); ++i) {
        if (!items[i].info || items[i].info->kind != MediaKind::video) continue;
        const auto& item = post.items[i];
        const auto& ids = item.placements.empty() ? post.placements : item.placements;
        for (const auto& placement : placements) {
            if (std::ranges::find(ids, placement.id) == ids.end() ||
                !takes(placement, MediaKind::video))
                continue;
            auto message = too_long_for(*items[i].info, placement, item.recipe.keep);
            if (!message) continue;
            findings.push_back(finding_of("too_long", Severity::error, std::move(*message),
                                          tr("Say in the item's recipe which part to keep."),
                                          name_of(item)));
            findings.back().placement = placement.id;
        }
    }
}

void check_templates(const Post& post, const std::map<std::string, std::string>& words,
                     std::vector<PostFinding>& findings) {
    for (const auto& item : post.items) {
        const auto about = name_of(item);
        const auto chosen = guard([&] { return template_for(post, item, words); });
        if (!chosen)
            findings.push_back(
                finding_of("template_unknown", Severity::error, chosen.error().message, "", about));
        else if (*chosen)
            for (const auto& found : check_fill((*chosen)->post_template, (*chosen)->fill))
                findings.push_back({found, about, {}, 0, 0, {}});
    }
    const auto has_template = [&](const PostItem& item) {
        return !(item.template_id.empty() ? post.template_id : item.template_id).empty();
    };
    if (std::ranges::none_of(post.items, has_template)) return;
    check_font(post.village, findings);
    for (const auto& note : readable_colors(post.village).notes)
        findings.push_back(
            finding_of("colors_mended", Severity::hint, note, "", post.village.village));
}

void drop_accepted(const Post& post, std::vector<PostFinding>& findings) {
    std::erase_if(findings, [&](const PostFinding& one) {
        return one.finding.severity != Severity::error &&
               std::ranges::find(post.quiet, one.finding.code) != post.quiet.end();
    });
}

}  // namespace mediaedit::internal
