// The page that guides a person through posting.
#include "post/package/checklist.hpp"

#include "base/message.hpp"
#include "placement/fact_numbers.hpp"
#include "placement/placement_names.hpp"
#include "post/package/checklist_page.hpp"
#include "post/package/html.hpp"
#include "post/package/package_names.hpp"

#include <algorithm>
#include <string>
#include <vector>

namespace mediaedit::internal {
namespace {

std::vector<std::string> platforms_of(const ChecklistInput& input) {
    std::vector<std::string> platforms;
    const auto add = [&](const std::string& platform) {
        if (!platform.empty() && std::ranges::find(platforms, platform) == platforms.end())
            platforms.push_back(platform);
    };
    for (const auto& file : input.report.files) add(file.platform);
    for (const auto& caption : input.captions) add(caption.placements.front().platform);
    return platforms;
}

std::string severity_word(Severity severity) {
    switch (severity) {
        case Severity::error: return tr("Must be mended");
        case Severity::warning: return tr("Please look");
        case Severity::ask: return tr("Question");
        case Severity::hint: break;
    }
    return tr("Hint");
}

std::string severity_class(Severity severity) {
    switch (severity) {
        case Severity::error: return "error";
        case Severity::warning: return "warning";
        case Severity::ask: return "ask";
        case Severity::hint: break;
    }
    return "hint";
}

std::string tick(const std::string& id, const std::string& words) {
    return "<label class=\"tick\"><input type=\"checkbox\" id=\"" + html_text(id) + "\"> <span>" +
           html_text(words) + "</span></label>\n";
}

std::string copy_block(const std::string& id, const std::string& heading, const std::string& text,
                       const std::string& count) {
    return "<div class=\"copy\"><div class=\"copy-head\"><h4>" + html_text(heading) + "</h4>" +
           (count.empty() ? "" : "<span class=\"count\">" + html_text(count) + "</span>") +
           "<button type=\"button\" data-copy=\"" + html_text(id) + "\">" + html_text(tr("Copy")) +
           "</button></div>\n<pre id=\"" + html_text(id) + "\" tabindex=\"0\">" + html_text(text) +
           "</pre></div>\n";
}

std::string count_words(const std::string& text, const Placement& placement) {
    const auto count = count_caption(text, placement);
    if (!count.limit) return {};
    return tr("{count} of {most} characters",
              {{"count", std::to_string(count.length)}, {"most", std::to_string(*count.limit)}});
}

std::string place_names(const std::vector<Placement>& placements) {
    std::string names;
    for (const auto& placement : placements)
        (names += names.empty() ? "" : ", ") += placement_name(placement.name);
    return names;
}

std::string picture(const ChecklistInput& input, const PostFile& file, std::size_t number) {
    const auto link = html_link(file.file);
    const auto& seen = input.items[file.item];
    const bool is_video = file.file.extension() == ".mp4";
    std::string html =
        "<figure><div class=\"shot\"><span class=\"number\">" + std::to_string(number) + "</span>";
    html += is_video ? "<video controls preload=\"metadata\" src=\"" + link + "\"></video>"
                     : "<img loading=\"lazy\" src=\"" + link + "\" alt=\"" +
                           html_text(seen.alt_text) + "\">";
    html += "</div><figcaption><a href=\"" + link + "\">" +
            html_text(file.file.filename().string()) + "</a>";
    const auto placement = find_placement(file.placement);
    html += "</figcaption>";
    if (!is_video && placement && placement->alt_text_max_chars && !seen.alt_text.empty())
        html += copy_block("alt-" + file.file.generic_string(), tr("Description (alt text)"),
                           seen.alt_text, "");
    return html + "</figure>\n";
}

/// The photos and videos of a placement, in the order of posting.
std::string shots(const ChecklistInput& input, const std::string& id) {
    const auto placement = find_placement(id);
    std::string html = "<h3>" + html_text(placement ? placement_name(placement->name) : id) +
                       "</h3>\n<div class=\"shots\">\n";
    std::size_t number = 0;
    for (const auto& file : input.report.files)
        if (file.placement == id) html += picture(input, file, ++number);
    return html + "</div>\n";
}

std::string platform_section(const ChecklistInput& input, const std::string& platform) {
    const auto slug = platform_slug(platform);
    std::string html =
        "<section class=\"platform\" id=\"" + slug + "\">\n<h2>" + html_text(platform) + "</h2>\n";
    std::vector<std::string> placements;
    for (const auto& file : input.report.files)
        if (file.platform == platform && !file.placement.empty() &&
            std::ranges::find(placements, file.placement) == placements.end())
            placements.push_back(file.placement);
    for (const auto& placement : placements) html += shots(input, placement);
    for (const auto& caption : input.captions) {
        const auto& first = caption.placements.front();
        if (first.platform != platform) continue;
        if (!caption.title.empty())
            html += copy_block("title-" + caption.file, tr("Title"), caption.title, "");
        html += copy_block(caption.file,
                           tr("Caption: {places}", {{"places", place_names(caption.placements)}}),
                           caption.text, count_words(caption.text, first));
    }
    html += tick(
        "sent-" + slug,
        tr("Sent to a phone or opened on this computer: the folder {folder}", {{"folder", slug}}));
    html += tick("posted-" + slug, tr("Posted on {platform}, in this order, with the caption",
                                      {{"platform", platform}}));
    html += tick("seen-" + slug, tr("Looked at once more on {platform}, as residents see it",
                                    {{"platform", platform}}));
    return html + "</section>\n";
}

std::string findings_section(const ChecklistInput& input) {
    std::string html =
        "<section id=\"findings\">\n<h2>" + html_text(tr("Before posting")) + "</h2>\n";
    for (const auto& failure : input.report.failures)
        html += "<p class=\"finding error\"><strong>" + html_text(severity_word(Severity::error)) +
                "</strong> <span class=\"about\">" + html_text(failure.source.filename().string()) +
                "</span> " + html_text(failure.error.message) + "</p>\n";
    for (const auto& found : input.report.findings) {
        const auto& [code, severity, message, fix] = found.finding;
        html += "<p class=\"finding " + severity_class(severity) + "\"><strong>" +
                html_text(severity_word(severity)) + "</strong> <span class=\"about\">" +
                html_text(found.about) + "</span> " + html_text(message) +
                (fix.empty() ? "" : " <em>" + html_text(fix) + "</em>") + "</p>\n";
    }
    if (input.report.findings.empty() && input.report.failures.empty())
        html += "<p class=\"finding good\">" +
                html_text(tr("Nothing was found that should be seen to.")) + "</p>\n";
    html += tick("read", tr("I have read the captions: names, figures, date and place are right."));
    html += tick("looked", tr("I have looked at each picture: nobody is shown who does not want "
                              "it, and no document can be read."));
    return html + "</section>\n";
}

std::string kind_words(Carried kind) {
    switch (kind) {
        case Carried::place: return tr("place");
        case Carried::time: return tr("time");
        case Carried::device: return tr("device");
        case Carried::owner: return tr("owner");
        case Carried::software: return tr("program");
        case Carried::picture: return tr("another picture inside");
        case Carried::words: return tr("title or keywords");
        case Carried::other: break;
    }
    return tr("other data");
}

/// "place, device": each kind once, in the order of the enumeration.
std::string carried_words(const EmbeddedMetadata& carried) {
    std::string words;
    for (const auto kind : {Carried::place, Carried::time, Carried::device, Carried::owner,
                            Carried::software, Carried::picture, Carried::words, Carried::other})
        if (carried.has(kind)) (words += words.empty() ? "" : ", ") += kind_words(kind);
    return words.empty() ? tr("nothing") : words;
}

/// The metadata of the sources, which the results no longer have.
std::string metadata_section(const ChecklistInput& input) {
    std::string rows;
    for (std::size_t i = 0; i < input.items.size(); ++i)
        if (input.items[i].info)
            rows += "<tr><td>" + html_text(input.post.items[i].file.filename().string()) +
                    "</td><td>" + html_text(carried_words(input.items[i].carried)) + "</td></tr>\n";
    if (rows.empty()) return {};
    return "<section id=\"metadata\">\n<h2>" + html_text(tr("What was left out of the files")) +
           "</h2>\n<p>" +
           html_text(tr("These data stood in the originals. The files for posting were looked "
                        "through and carry none of them; the originals are as they were.")) +
           "</p>\n<table>" + rows + "</table>\n</section>\n";
}

std::string consent_word(ConsentAnswer answer) {
    switch (answer) {
        case ConsentAnswer::given: return tr("given");
        case ConsentAnswer::refused: return tr("refused");
        case ConsentAnswer::not_needed: return tr("not needed");
        case ConsentAnswer::unknown: break;
    }
    return tr("not known yet");
}

std::string consent_section(const ChecklistInput& input) {
    std::string rows;
    for (const auto& item : input.post.items)
        for (const auto& consent : item.consent) {
            std::string tick_words = consent.question;
            for (const auto& question : consent_questions())
                if (question.id == consent.question) tick_words = question.tick;
            rows += "<tr><td>" + html_text(item.file.filename().string()) + "</td><td>" +
                    html_text(tick_words) + "</td><td>" + html_text(consent_word(consent.answer)) +
                    "</td><td>" +
                    html_text(consent.way + (consent.date.empty() ? "" : " " + consent.date) +
                              (consent.officer.empty() ? "" : " " + consent.officer)) +
                    "</td></tr>\n";
        }
    if (rows.empty()) return {};
    return "<section id=\"consent\">\n<h2>" + html_text(tr("Consent")) + "</h2>\n<table>" + rows +
           "</table>\n</section>\n";
}

std::string heading_of(const ChecklistInput& input) {
    for (const auto* words : {&input.post.words, &input.words})
        if (const auto found = words->find("title");
            found != words->end() && !found->second.empty())
            return found->second;
    return tr("Ready to post");
}

std::string links(const std::vector<std::string>& platforms) {
    std::string html;
    for (const auto& platform : platforms)
        html += "<a href=\"#" + platform_slug(platform) + "\">" + html_text(platform) + "</a> ";
    return html;
}

}  // namespace

std::string checklist_html(const ChecklistInput& input) {
    const auto platforms = platforms_of(input);
    const auto heading = heading_of(input);
    std::string body =
        "<header>\n<h1>" + html_text(heading) + "</h1>\n<p>" +
        html_text(input.post.village.village.empty() ? "" : "Desa " + input.post.village.village) +
        "</p>\n<nav>" + links(platforms) + "</nav>\n</header>\n<main>\n";
    body += findings_section(input);
    for (const auto& platform : platforms) body += platform_section(input, platform);
    body += consent_section(input) + metadata_section(input) + "</main>\n";
    return checklist_page(current_language(), heading, body, tr("Copied"),
                          tr("Select the text and press Ctrl+C"));
}

}  // namespace mediaedit::internal
