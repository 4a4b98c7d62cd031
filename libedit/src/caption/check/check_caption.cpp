// All checks of a caption.
#include "caption/check/caption_checks.hpp"
#include "caption/privacy/find_personal.hpp"

#include <algorithm>
#include <iterator>

namespace mediaedit {

std::vector<CaptionFinding> check_caption(std::string_view text, const Placement& placement,
                                          const CaptionContext& context) {
    using namespace internal;
    const AnalysedCaption caption(text);
    // An empty caption has no findings.
    const auto& tokens = caption.text.tokens();
    if (std::all_of(tokens.begin(), tokens.end(),
                    [](const Token& token) { return token.kind == Token::Kind::line_break; }))
        return {};
    auto findings = find_personal(caption, context);
    check_limits(caption, placement, findings);
    check_facts(caption, context, findings);
    check_money(caption, context, findings);
    check_topics(caption, findings);
    check_style(caption, placement, findings);
    sort_findings(findings);
    return findings;
}

std::string apply_fix(std::string_view text, const CaptionFinding& finding) {
    if (!finding.replacement) return std::string(text);
    const auto points = internal::to_code_points(text);
    const auto begin = std::min(finding.begin, points.size());
    const auto end = std::clamp(finding.end, begin, points.size());
    const std::u32string_view all(points);
    return internal::to_utf8(all.substr(0, begin)) + *finding.replacement +
           internal::to_utf8(all.substr(end));
}

}  // namespace mediaedit
