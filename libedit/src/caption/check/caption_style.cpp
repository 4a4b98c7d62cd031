// Style of a caption. A hint has a fix where there is only one way to correct it.
#include "base/message.hpp"
#include "caption/check/caption_checks.hpp"
#include "caption/check/style_hints.hpp"

#include <utility>

namespace mediaedit::internal {
namespace {

void hint_links(StyleHints& hints, const Placement& placement) {
    if (placement.caption.links || hints.caption().links.empty()) return;
    hints.add(
        "style.link", hints.caption().links.front(),
        tr("{platform} makes no links of addresses in a caption; a QR code or a short name is "
           "easier to find.",
           {{"platform", placement.platform}}));
}

}  // namespace

void StyleHints::add(const char* code, Span plain, std::string message, std::string fix,
                     std::optional<std::string> replacement) {
    findings_.push_back(finding_at(text(), plain, code, Severity::hint, std::move(message),
                                   std::move(fix), std::move(replacement)));
}

void StyleHints::add_original(const char* code, Span original, std::string message, std::string fix,
                              std::optional<std::string> replacement) {
    findings_.push_back({code, Severity::hint, original.begin, original.end, std::move(message),
                         std::move(fix), std::move(replacement)});
}

void check_style(const AnalysedCaption& caption, const Placement& placement,
                 CaptionFindings& findings) {
    StyleHints hints(caption, findings);
    hint_capitals(hints);
    hint_rupiah(hints);
    hint_clock_times(hints);
    hint_words_apart(hints);
    hint_spelling(hints);
    hint_placeholders(hints);
    hint_emoji(hints);
    hint_letters(hints);
    hint_abbreviations(hints);
    hint_boasting(hints);
    hint_links(hints, placement);
}

}  // namespace mediaedit::internal
