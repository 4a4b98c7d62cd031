// Whether a caption stays within the limits of its platform.
#include "base/message.hpp"
#include "caption/check/caption_checks.hpp"
#include "caption/counting.hpp"
#include "language/links.hpp"

#include <algorithm>
#include <string>

namespace mediaedit::internal {
namespace {

void check_length(const CaptionText& text, const Placement& placement, CaptionFindings& findings) {
    if (!placement.caption_max_chars) return;
    const auto how = placement.caption.counted_as;
    const int over = counted_length(text.original(), how) - *placement.caption_max_chars;
    if (over <= 0) return;
    const auto fitting = fitting_points(text.original(), how, *placement.caption_max_chars);
    findings.push_back(
        {"caption.too_long", Severity::error, fitting, text.original().size(),
         tr("The text is {count} characters too long for {platform}, which takes {most}.",
            {{"count", std::to_string(over)},
             {"platform", placement.platform},
             {"most", std::to_string(*placement.caption_max_chars)}}),
         "", std::nullopt});
}

void check_hashtags(const CaptionText& text, const Placement& placement,
                    CaptionFindings& findings) {
    if (!placement.hashtags_max) return;
    const auto& original = text.original();
    const auto tags = find_hashtags(original, find_links(original));
    const auto most = static_cast<std::size_t>(*placement.hashtags_max);
    if (tags.size() <= most) return;
    // The tags beyond the limit are removed with the spaces before them. Words between them stay.
    Span place{tags[most].begin, tags.back().end};
    while (place.begin > 0 && original[place.begin - 1] == U' ') --place.begin;
    std::u32string rest;
    std::size_t at = place.begin;
    for (std::size_t tag = most; tag < tags.size(); ++tag) {
        rest.append(original, at, tags[tag].begin - at);
        while (!rest.empty() && rest.back() == U' ') rest.pop_back();
        at = tags[tag].end;
    }
    findings.push_back({"caption.too_many_hashtags", Severity::warning, place.begin, place.end,
                        tr("{platform} counts only {most} hashtags, and here are {count}.",
                           {{"platform", placement.platform},
                            {"most", std::to_string(most)},
                            {"count", std::to_string(tags.size())}}),
                        tr("The first {most} stay.", {{"most", std::to_string(most)}}),
                        to_utf8(rest)});
}

}  // namespace

void check_limits(const AnalysedCaption& caption, const Placement& placement,
                  CaptionFindings& findings) {
    check_length(caption.text, placement, findings);
    check_hashtags(caption.text, placement, findings);
}

}  // namespace mediaedit::internal
